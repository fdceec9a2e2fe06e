# The simulator: what it shares with the reference model (sim/common), the
# harness in C, and the verilated machine.
# SPDX-License-Identifier: ISC

# ---- Shared by the harness and the reference model: link with -lelf
SIM_COMMON_SRC := $(wildcard sim/common/*.c)
SIM_COMMON_LIB := build/sim/libcommon.a

build/sim/common/%.o: sim/common/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -MMD -MP -c $< -o $@

$(SIM_COMMON_LIB): $(SIM_COMMON_SRC:sim/%.c=build/sim/%.o)
	@rm -f $@
	$(AR) rcs $@ $^

-include $(SIM_COMMON_SRC:sim/%.c=build/sim/%.d)

# ---- The harness: one set of C objects, linked with each verilated machine
TB_SRC := main options setup simulation lockstep memory boot_rom console uart_pins rvfi stats \
	retire_trace kanata
TB_OBJ := $(TB_SRC:%=build/tb/%.o)

build/tb/%.o: tb/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -MMD -MP -c $< -o $@

-include $(TB_OBJ:.o=.d)

# ---- The verilated machines. `fast` ones run, the `trace` one also writes waveforms.
VERILATOR_INC = $(shell verilator --getenv VERILATOR_ROOT)/include
VERILATE := verilator --cc --top-module sim_top --prefix Vsim_top -Wall -DRVFI $(RTL_INC) \
	-O3 --x-assign fast --x-initial fast --noassert --MMD
VERILATED_LIBS := verilated verilated_dpi verilated_threads
TB_RTL := tb/sim_top.v tb/dram.v $(RTL_FILES)
TB_RTL_HEADERS := $(wildcard rtl/*/*.vh)

# Its optimized code is what every cycle runs; the rest runs once.
VERILATED_MAKE := OPT_SLOW="-O0" OPT_GLOBAL="-O2" VM_PARALLEL_BUILDS=1
OPT_PLAIN := -O1

# The compiler gets a profile of build/gatehouse from a scenario: a quarter quicker. PROFILED=0 leaves that out: it
# is built in half the time.
PROFILED := 1
PROFILED_ON := $(if $(filter 1,$(PROFILED)),build/scenario/gates.elf)
OPT_PROFILING := -O2 -fprofile-generate -fprofile-update=single
OPT_PROFILED := -O2 -fprofile-use -fprofile-partial-training -Wno-missing-profile

# $(1) program, $(2) options of verilator, $(3) 1 if it traces, $(4) image to profile it on, if it is to be
define simulator
build/verilated/$(1)/Vsim_top.mk: $$(TB_RTL) $$(TB_RTL_HEADERS) | build/.tools-base
	@mkdir -p $$(@D)
	$$(VERILATE) $(2) --Mdir $$(@D) $$(TB_RTL)

build/verilated/$(1)/binding.o: build/verilated/$(1)/Vsim_top.mk tb/verilated.cpp tb/verilated.h
	$$(CXX) -std=gnu++17 -O2 -Wall -I$$(@D) -I$$(VERILATOR_INC) -I$$(VERILATOR_INC)/vltstd \
		-DVM_TRACE=$(if $(3),1,0) -DVM_TRACE_FST=$(if $(3),1,0) -DVM_COVERAGE=0 -DVM_SC=0 \
		-c tb/verilated.cpp -o $$@

$(if $(4),build/verilated/$(1)/profile: build/verilated/$(1)/binding.o | $$(TB_OBJ) $$(SIM_MODEL_LIB) $$(SIM_COMMON_LIB) build/rom.hex $(4)
	rm -f $$(@D)/*.gcda $$(@D)/Vsim_top_*.[oa]
	$$(MAKE) -C $$(@D) -f Vsim_top.mk $$(VERILATED_MAKE) OPT_FAST="$$(OPT_PROFILING)" Vsim_top__ALL.a $$(VERILATED_LIBS:%=%.o)
	$$(CXX) -fprofile-generate $$(TB_OBJ) $$(@D)/*.o $$(SIM_MODEL_LIB) $$(SIM_COMMON_LIB) -lelf -lpthread -o $$(@D)/profiling
	-$$(@D)/profiling --quiet --no-lockstep --cycles=3000000 --rom=build/rom.hex --uart-out=/dev/null $(4)
	rm -f $$(@D)/Vsim_top*.[oa]
	touch $$@)

build/verilated/$(1)/libsim.a: build/verilated/$(1)/binding.o $(if $(4),build/verilated/$(1)/profile)
	$$(MAKE) -C $$(@D) -f Vsim_top.mk $$(VERILATED_MAKE) OPT_FAST="$$(if $(4),$$(OPT_PROFILED),$$(OPT_PLAIN))" \
		Vsim_top__ALL.a $(if $(3),verilated_fst_c.o) $$(VERILATED_LIBS:%=%.o)
	cp $$(@D)/Vsim_top__ALL.a $$@
	$$(AR) rs $$@ $$(@D)/binding.o $$(@D)/verilated*.o

build/$(1): $$(TB_OBJ) build/verilated/$(1)/libsim.a $$(SIM_MODEL_LIB) $$(SIM_COMMON_LIB) build/rom.hex
	$$(CXX) $$(TB_OBJ) build/verilated/$(1)/libsim.a $$(SIM_MODEL_LIB) $$(SIM_COMMON_LIB) \
		-lelf $(if $(3),-lz) -lpthread -o $$@
endef

# $(1) name after "gatehouse", $(2) parameters of sim_top, $(3) image to profile the fast one on
define simulators
$(call simulator,gatehouse$(1),$(2),,$(3))
$(call simulator,gatehouse$(1)-trace,$(2) --trace-fst --trace-structs,1,)
endef

SIMULATORS := build/gatehouse build/gatehouse-trace

# Variants of the machine: built when asked for.
SIM_VARIANTS := -asid0 -tiny -small
$(eval $(call simulators,,,$(PROFILED_ON)))
$(eval $(call simulators,-asid0,-GASID_BITS=0))
$(eval $(call simulators,-tiny,-GTLB_ENTRIES=4 -GICACHE_BYTES=512 -GDCACHE_BYTES=512))
# The small core, as it is on an iCE40
$(eval $(call simulators,-small,-DGATEHOUSE_SMALL -GTLB_ENTRIES=32))
$(eval $(call simulators,-small-asid0,-DGATEHOUSE_SMALL -GTLB_ENTRIES=4 -GASID_BITS=0))
# Plain RISC-V, to see what Xgate costs
$(eval $(call simulators,-plain,-DWITHOUT_GATES -DWITHOUT_USER_MAP))
$(eval $(call simulators,-small-plain,-DGATEHOUSE_SMALL -GTLB_ENTRIES=32 -DWITHOUT_GATES -DWITHOUT_USER_MAP))

# make run-variants ELF=image.elf [OPTIONS="..."]: one image on every variant
.PHONY: run-variants
run-variants: build/gatehouse $(SIM_VARIANTS:%=build/gatehouse%)
	@for s in $^; do echo "$$s $(ELF)"; $$s $(OPTIONS) $(ELF); echo "status $$?"; done

# ---- Tests of the harness's C parts, and of what it says to bad input
TB_TEST_SRC := $(wildcard tb/test/*.c)
TB_TEST_OBJ := $(TB_TEST_SRC:%.c=build/%.o)
TB_TESTED := rvfi uart_pins boot_rom lockstep memory

build/tb/test/%.o: tb/test/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -MMD -MP -c $< -o $@

-include $(TB_TEST_OBJ:.o=.d)

build/tb/test/%.elf: tb/test/%.S tb/test/tiny.ld | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(RV_ARCH) -nostdlib -static -Wl,--no-relax -T tb/test/tiny.ld $< -o $@

build/test-harness: $(TB_TEST_OBJ) $(TB_TESTED:%=build/tb/%.o) $(SIM_MODEL_LIB) $(SIM_COMMON_LIB)
	$(CC) $(CFLAGS_HOST) $^ -lelf -o $@

TESTS += test-harness test-badinput
.PHONY: test-harness test-badinput
test-harness: build/test-harness build/tb/test/tiny.elf
	@mkdir -p build/test
	@build/test-harness | tee build/test/$@.log

TB_TEST_ELF := $(patsubst %.S,build/%.elf,$(wildcard tb/test/*.S))
test-badinput: build/gatehouse build/gatehouse-trace $(TB_TEST_ELF)
	@mkdir -p build/test
	@tb/test/badinput.sh build/gatehouse | tee build/test/$@.log
