# The SoC around the core: its RTL files, the content of the boot ROM, and the benches of the devices.
# Promises SOC_RTL, build/rom.hex (for $readmemh) and build/rom.bin (the same bytes), and target test-soc.
# SPDX-License-Identifier: ISC

SOC_RTL := \
	rtl/soc/gatehouse_soc.v \
	rtl/soc/soc_bus.v \
	rtl/soc/soc_rom.v \
	rtl/soc/soc_finisher.v \
	rtl/soc/soc_clint.v \
	rtl/soc/soc_plic.v \
	rtl/soc/soc_fifo.v \
	rtl/soc/soc_uart.v \
	rtl/soc/soc_uart_tx.v \
	rtl/soc/soc_uart_rx.v \
	rtl/soc/soc_spi.v \
	rtl/soc/soc_spi_engine.v

# The memory that the ROM's device tree tells of: `make DRAM_BYTES=0x2000000 build/rom.hex`.
DRAM_BYTES ?= 0x1000000

RV_CC      ?= riscv64-unknown-elf-gcc
RV_OBJCOPY ?= riscv64-unknown-elf-objcopy
RV_ARCH    ?= -march=rv32ima_zicsr_zifencei -mabi=ilp32

build/gatehouse.dtb: sw/dts/gatehouse.dts build/.dram-bytes | build/.tools-base
	dtc -q -I dts -O dtb -o $@ $<
	fdtput -t x $@ /memory@80000000 reg 0x80000000 $(DRAM_BYTES)

# Holds the last size, and is new only when the size is.
build/.dram-bytes: FORCE
	@mkdir -p build
	@echo '$(DRAM_BYTES)' | cmp -s - $@ || echo '$(DRAM_BYTES)' > $@

build/rom.elf: rtl/soc/bootrom.S build/gatehouse.dtb | build/.tools-base
	$(RV_CC) $(RV_ARCH) -nostdlib -Wl,-Ttext=0x1000,--build-id=none '-DDTB="build/gatehouse.dtb"' -o $@ $<

build/rom.bin: build/rom.elf
	$(RV_OBJCOPY) -O binary -j .text $< $@

build/rom.hex: build/rom.bin
	od -An -v -tx4 -w4 $< > $@

# ---- Benches, one for each device: tb/soc_unit/tb_<device>.v under Icarus, with every module found by its name
SOC_BENCHES := soc clint finisher plic uart_regs uart_line spi
SOC_VVP     := $(SOC_BENCHES:%=build/test/soc/%.vvp)

TESTS += test-soc

build/test/soc/%.vvp: tb/soc_unit/tb_%.v $(SOC_RTL) tb/dram.v $(wildcard tb/soc_unit/*.vh) \
		tb/soc_unit/bench_core.v | build/.tools-test
	@mkdir -p $(@D)
	iverilog -g2005 -Wall -Wno-timescale -I tb/soc_unit -y rtl/soc -o $@ $< \
		$(if $(filter soc,$*),tb/soc_unit/bench_core.v tb/dram.v)

# A bench that says nothing has failed as well.
test-soc: $(SOC_VVP) build/rom.hex
	@for bench in $(SOC_BENCHES); do \
		vvp -n build/test/soc/$$bench.vvp | grep -E '^(PASS|FAIL) ' > build/test/soc/$$bench.log; \
		cat build/test/soc/$$bench.log; \
		test -s build/test/soc/$$bench.log || echo "FAIL $$bench: the bench printed nothing"; \
	done | tee build/test/test-soc.log

# How good are the benches? Each line of tb/soc_unit/mutants breaks one thing, and must be noticed.
test-soc-mutants: $(SOC_VVP) build/rom.hex
	sh tb/soc_unit/mutants.sh

.PHONY: FORCE test-soc test-soc-mutants
FORCE:
