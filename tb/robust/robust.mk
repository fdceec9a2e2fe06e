# Bad inputs and faults. docs/robustness.md
#   make robust                  all of it
# SPDX-License-Identifier: ISC

R_OUT := build/robust
R_SAN := -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

# ---- The simulator's and the model's C with the sanitizers. The verilated machine is as ever.
$(R_OUT)/obj/%.o: %.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -Isim $(R_SAN) -MMD -MP -c $< -o $@

$(R_OUT)/obj/tb/main.o $(R_OUT)/obj/sim/refmodel.o: CFLAGS_HOST += -Dmain=simulator_main

R_COMMON_OBJ := $(SIM_COMMON_SRC:%.c=$(R_OUT)/obj/%.o)
R_MODEL_OBJ := $(SIM_MODEL_SRC:%.c=$(R_OUT)/obj/%.o)
R_TB_OBJ := $(TB_SRC:%=$(R_OUT)/obj/tb/%.o)
R_REFMODEL_OBJ := $(addprefix $(R_OUT)/obj/sim/,refmodel.o refmodel_options.o)
R_BAD := $(R_OUT)/obj/tb/robust/badfiles.o

-include $(R_COMMON_OBJ:.o=.d) $(R_MODEL_OBJ:.o=.d) $(R_TB_OBJ:.o=.d) $(R_REFMODEL_OBJ:.o=.d) $(R_BAD:.o=.d)

$(R_OUT)/bad-simulator: $(R_BAD) $(R_TB_OBJ) $(R_MODEL_OBJ) $(R_COMMON_OBJ) build/verilated/gatehouse/libsim.a
	$(CXX) $(R_SAN) $^ -lelf -lpthread -o $@

$(R_OUT)/bad-model: $(R_BAD) $(R_REFMODEL_OBJ) $(R_MODEL_OBJ) $(R_COMMON_OBJ)
	$(CC) $(R_SAN) $^ -lelf -o $@

# ---- Bits flipped inside the machine: a machine whose TLBs and data cache the bench can reach
build/verilated/robust/Vsim_top.mk: tb/robust/inject.vlt $(TB_RTL) $(TB_RTL_HEADERS) | build/.tools-base
	@mkdir -p $(@D)
	$(VERILATE) --Mdir $(@D) tb/robust/inject.vlt $(TB_RTL)

build/verilated/robust/libsim.a: build/verilated/robust/Vsim_top.mk tb/robust/state.cpp tb/robust/state.h tb/verilated.cpp
	$(MAKE) -C $(@D) -f Vsim_top.mk $(VERILATED_MAKE) OPT_FAST="$(OPT_PLAIN)" Vsim_top__ALL.a $(VERILATED_LIBS:%=%.o)
	$(CXX) -std=gnu++17 -O2 -Wall -I$(@D) -I$(VERILATOR_INC) -I$(VERILATOR_INC)/vltstd \
		-DVM_TRACE=0 -DVM_TRACE_FST=0 -DVM_COVERAGE=0 -DVM_SC=0 -c tb/robust/state.cpp -o $(@D)/state.o
	cp $(@D)/Vsim_top__ALL.a $@
	$(AR) rs $@ $(@D)/state.o $(@D)/verilated*.o

build/tb/robust/%.o: tb/robust/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -MMD -MP -c $< -o $@

build/tb/robust/main.o: tb/main.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -Dmain=simulator_main -MMD -MP -c $< -o $@

-include build/tb/robust/flips.d build/tb/robust/main.d

$(R_OUT)/flips: build/tb/robust/flips.o build/tb/robust/main.o $(filter-out build/tb/main.o,$(TB_OBJ)) \
		build/verilated/robust/libsim.a $(SIM_MODEL_LIB) $(SIM_COMMON_LIB)
	@mkdir -p $(@D)
	$(CXX) -Wl,--wrap=verilated_high,--wrap=verilated_retired $^ -lelf -lpthread -o $@

# ---- Cards that misbehave
$(R_OUT)/devices: build/tb/robust/devices.o build/tb/robust/main.o $(filter-out build/tb/main.o,$(TB_OBJ)) \
		build/verilated/gatehouse/libsim.a $(SIM_MODEL_LIB) $(SIM_COMMON_LIB)
	@mkdir -p $(@D)
	$(CXX) -Wl,--wrap=sdcard_open,--wrap=sdcard_pins $^ -lelf -lpthread -o $@

# ---- Targets. New seeds are printed.
R_ELF := build/tb/test/tiny.elf $(T_OUT)/mmu/a0_level0_all_three.elf build/scenario/switch/worked.elf
R_ELF_OPTIONS := --quiet --no-rerun --rom=build/rom.hex --cycles=3000 --dram=2M --log=/dev/null --events=/dev/null
R_DISK := build/scenario/switch/files.elf
R_DISK_OPTIONS := --quiet --rom=build/rom.hex --max-insns=3000000
R_FLIPS := $(patsubst %,build/scenario/switch/%.elf,worked gates twins)
R_FLIPS_OPTIONS := --quiet --no-lockstep --stats-json=/dev/null --rom=build/rom.hex
R_FRESH ?= $(shell date +%s)
R_PROGRAMS := $(R_OUT)/bad-simulator $(R_OUT)/bad-model $(R_OUT)/flips $(R_OUT)/devices
R_IMAGES := $(sort $(R_ELF) $(R_DISK) $(R_FLIPS) build/scenario/switch/shell.elf)

# $(1) how many, $(2) first seed
bad_elf = $(R_OUT)/bad-simulator --seed=$(2) --count=$(1) $(R_ELF:%=--elf=%) -- $(R_ELF_OPTIONS)
bad_disk = $(R_OUT)/bad-model --seed=$(2) --count=$(1) --disk=$(R_DISK):$(R_DISK:.elf=.img) -- $(R_DISK_OPTIONS)
flips = $(R_OUT)/flips --seed=$(2) --count=$(1) --json=build/robust.json $(R_FLIPS) -- $(R_FLIPS_OPTIONS)
say = if $(2) > $(R_OUT)/$(1).log 2>&1; then echo "PASS $(1)"; else echo "FAIL $(1): $(R_OUT)/$(1).log"; fi

.PHONY: robust test-robust
robust: $(R_PROGRAMS) $(R_IMAGES) build/gatehouse
	nice -n 10 $(call bad_elf,9500,$(R_FRESH)000)
	nice -n 10 $(call bad_disk,500,$(R_FRESH)000)
	nice -n 10 $(call flips,1200,$(R_FRESH)000)
	tb/robust/devices.sh $(R_OUT)

test-robust: $(R_PROGRAMS) $(R_IMAGES) build/gatehouse
	@mkdir -p build/test
	@{ $(call say,bad_images,$(call bad_elf,200,1)); \
	$(call say,bad_images_fresh,$(call bad_elf,100,$(R_FRESH)000)); head -n 1 $(R_OUT)/bad_images_fresh.log >&2; \
	$(call say,bad_disks,$(call bad_disk,20,1)); \
	$(call say,flips,$(call flips,24,$(R_FRESH)000)); head -n 1 $(R_OUT)/flips.log >&2; \
	tb/robust/devices.sh $(R_OUT); } | tee build/test/$@.log
