# The second simulator (Icarus), waveforms (GTKWave) and pipeline logs (Konata).
# SPDX-License-Identifier: ISC

WAVE_IMAGE = $(or $(ELF),build/scenario/$(or $(PLAN),switch)/$(or $(SCENARIO),worked).elf)

# ---- Icarus
ICARUS_FILES := tb/icarus/bench.v tb/icarus/serial_printer.v tb/sim_top.v tb/dram.v $(RTL_FILES)
IVERILOG := iverilog -g2005 -Wall -DRVFI $(RTL_INC) -s bench
ICARUS_TESTS := switch/worked ubit/gates

# A warning is an error.
build/icarus/bench.vvp: $(ICARUS_FILES) $(wildcard rtl/*/*.vh) | build/.tools-base build/.tools-test
	@mkdir -p $(@D)
	$(IVERILOG) -o $@ $(ICARUS_FILES) 2> $(@D)/warnings; s=$$?; cat $(@D)/warnings >&2; \
		[ $$s = 0 ] && ! [ -s $(@D)/warnings ]

build/icarus/elf2hex: tb/icarus/elf2hex.c $(SIM_COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) $^ -lelf -o $@

build/icarus/unknown.elf: tb/icarus/unknown.S tb/test/tiny.ld | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(RV_ARCH) -nostdlib -static -Wl,--no-relax -T tb/test/tiny.ld $< -o $@

build/icarus/rom.hex: tb/icarus/bootrom.S build/gatehouse.dtb | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(RV_ARCH) -nostdlib -Wl,-Ttext=0x1000,--build-id=none '-DDTB="build/gatehouse.dtb"' \
		-o $(@:.hex=.elf) $<
	$(RV_OBJCOPY) -O binary -j .text $(@:.hex=.elf) $(@:.hex=.bin)
	od -An -v -tx4 -w4 $(@:.hex=.bin) > $@

# make sim-icarus [SCENARIO=x] [PLAN=switch|ubit] or ELF=image.elf
.PHONY: sim-icarus
sim-icarus: build/icarus/bench.vvp build/icarus/elf2hex build/icarus/rom.hex $(WAVE_IMAGE)
	@tb/icarus/run.sh $(WAVE_IMAGE)

TESTS += test-icarus
.PHONY: test-icarus
test-icarus: build/icarus/bench.vvp build/icarus/elf2hex build/icarus/rom.hex build/icarus/unknown.elf \
		build/gatehouse build/rom.hex \
		$(ICARUS_TESTS:%=build/scenario/%.elf)
	@mkdir -p build/test
	@{ tb/icarus/planted.sh build/icarus/unknown.elf $(IVERILOG) $(ICARUS_FILES); \
	tb/icarus/run.sh -t $(ICARUS_TESTS:%=build/scenario/%.elf); } | tee build/test/$@.log

# ---- Waveforms
WAVE_TOOLS := build/wave/filter build/wave/find_event build/wave/view2gtkw build/gatehouse-kanata
WAVE_VIEW = $(or $(VIEW),$(VIEW_OF_$(EVENT)),pipeline)
VIEW_OF_fault := fault
VIEW_OF_gate := gate
VIEW_OF_return := gate
VIEW_OF_switch := switch
VIEW_OF_miss := translation

# The reader of FST, GTKWave's, as Verilator brings it
FST_DIR = $(VERILATOR_INC)/gtkwave
FST_OBJ := $(addprefix build/wave/,fstapi.o lz4.o fastlz.o)

$(FST_OBJ): build/wave/%.o: | build/.tools-base
	@mkdir -p $(@D)
	$(CC) -O2 -w -I$(FST_DIR) -DFST_CONFIG_INCLUDE='"fst_config.h"' -c $(FST_DIR)/$*.c -o $@

build/wave/fst_signals.o: tb/wave/fst_signals.c tb/wave/fst_signals.h | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -I$(FST_DIR) -c $< -o $@

STATES_OF := fetch=rtl/core/fetch.v walker=rtl/mmu/walker.v dcache=rtl/cache/dcache.v gate=rtl/core/gate.v

build/wave/states.h: tb/wave/states.sh rtl/core/fetch.v rtl/mmu/walker.v rtl/cache/dcache.v rtl/core/gate.v
	@mkdir -p $(@D)
	tb/wave/states.sh $(STATES_OF) > $@

build/wave/filter: tb/wave/filter.c build/wave/states.h $(SIM_COMMON_LIB)
	$(CC) $(CFLAGS_HOST) -Ibuild/wave $< $(SIM_COMMON_LIB) -lelf -o $@

build/wave/find_event: tb/wave/find_event.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) $< -o $@

build/wave/view2gtkw: tb/wave/view2gtkw.c build/wave/fst_signals.o $(FST_OBJ)
	$(CC) $(CFLAGS_HOST) $^ -lz -lm -o $@

build/gatehouse-kanata: tb/wave/kanata.c build/wave/fst_signals.o $(FST_OBJ) $(SIM_COMMON_LIB)
	$(CC) $(CFLAGS_HOST) $^ -lelf -lz -o $@

# make wave [SCENARIO=x] [PLAN=p] [VIEW=v] [EVENT=fault|gate|return|switch|interrupt|miss|entry|any] [N=1]
#           [BEFORE=cycles] [AFTER=cycles] [WIDTH=pixels], or ELF=image.elf for SCENARIO
# make wave-png: the same without a display, to PNG=build/wave/SCENARIO-VIEW.png
WAVE_NEEDS := build/gatehouse build/gatehouse-trace $(WAVE_TOOLS)
WAVE_ARGS = $(WAVE_VIEW) $(WAVE_IMAGE) $(if $(EVENT)$(N),"$(EVENT)" "$(N)")
WAVE_ENV = $(foreach v,BEFORE AFTER WIDTH,$(if $($(v)),$(v)=$($(v))))

# The modules' programs, whose symbols the waveform shows, come with the image.
.PHONY: wave wave-png
wave: $(WAVE_NEEDS) $(WAVE_IMAGE) | build/.tools-wave
	@$(WAVE_ENV) tb/wave/wave.sh $(WAVE_ARGS)

wave-png: $(WAVE_NEEDS) $(WAVE_IMAGE) | build/.tools-wave
	@$(WAVE_ENV) tb/wave/wave.sh -p $(or $(PNG),build/wave/$(notdir $(WAVE_IMAGE:.elf=))-$(WAVE_VIEW).png) $(WAVE_ARGS)

# make kanata [SCENARIO=x] [FROM=cycle] [TO=cycle]: build/wave/SCENARIO.kanata
.PHONY: kanata
kanata: $(WAVE_NEEDS) $(WAVE_IMAGE)
	@mkdir -p build/wave
	@build/gatehouse --no-lockstep --quiet --uart-out=/dev/null $(if $(FROM),--wave-from=$(FROM)) \
		$(if $(TO),--wave-to=$(TO)) --kanata=build/wave/$(notdir $(WAVE_IMAGE:.elf=.kanata)) $(WAVE_IMAGE)
	@echo build/wave/$(notdir $(WAVE_IMAGE:.elf=.kanata))

# The pictures in docs/img, by the commands that docs/waveforms.md shows
.PHONY: wave-docs
wave-docs:
	@sed -n 's/^    \(make wave-png .*\)/\1/p' docs/waveforms.md | while read -r c; do sh -ec "$$c" || exit 1; done

TESTS += test-wave
.PHONY: test-wave
test-wave: $(WAVE_NEEDS) build/scenario/switch/worked.elf
	@mkdir -p build/test
	@tb/wave/test.sh build/scenario/switch/worked.elf | tee build/test/$@.log
