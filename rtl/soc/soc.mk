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

.PHONY: FORCE
FORCE:
