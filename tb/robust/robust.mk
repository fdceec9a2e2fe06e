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

# ---- The unit tests with the sanitizers; model and simulator under valgrind
R_TEST_OBJ := $(SIM_TEST_SRC:%.c=$(R_OUT)/obj/%.o)
R_TB_TEST_OBJ := $(TB_TEST_SRC:%.c=$(R_OUT)/obj/%.o) $(TB_TESTED:%=$(R_OUT)/obj/tb/%.o)

-include $(R_TEST_OBJ:.o=.d) $(R_TB_TEST_OBJ:.o=.d)

$(R_OUT)/test-model: $(R_TEST_OBJ) $(R_MODEL_OBJ) $(R_COMMON_OBJ)
	$(CC) $(R_SAN) $^ -lelf -o $@

$(R_OUT)/test-harness: $(R_TB_TEST_OBJ) $(R_MODEL_OBJ) $(R_COMMON_OBJ)
	$(CC) $(R_SAN) $^ -lelf -o $@

TESTS += test-sanitizers test-valgrind
.PHONY: test-sanitizers test-valgrind
test-sanitizers: $(R_OUT)/test-model $(R_OUT)/test-harness build/tb/test/tiny.elf
	@mkdir -p build/test
	@for t in model harness; do \
	    if $(R_OUT)/test-$$t > $(R_OUT)/test-$$t.log 2>&1; then echo "PASS sanitizers/$$t"; \
	    else echo "FAIL sanitizers/$$t: $(R_OUT)/test-$$t.log"; fi; \
	done | tee build/test/$@.log

test-valgrind: build/refmodel build/gatehouse build/rom.hex build/scenario/switch/worked.elf build/scenario/switch/files.elf \
		build/tb/test/tiny.elf | build/.tools-test
	@mkdir -p build/test
	@tb/robust/valgrind.sh $(R_OUT) | tee build/test/$@.log

# ---- Bits flipped inside the machine: a machine whose TLBs and data cache the bench can reach
build/tb/robust/%.o: tb/robust/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -MMD -MP -c $< -o $@

build/tb/robust/main.o: tb/main.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -Dmain=simulator_main -MMD -MP -c $< -o $@

-include build/tb/robust/flips.d build/tb/robust/main.d

# $(1) directory under build, $(2) its RTL, $(3) more options of verilator
define flips_machine
build/verilated/$(1)/Vsim_top.mk: tb/robust/inject.vlt $(2) $$(TB_RTL_HEADERS) | build/.tools-base
	@mkdir -p $$(@D)
	$$(VERILATE) $(3) --Mdir $$(@D) tb/robust/inject.vlt $(2)

build/verilated/$(1)/libsim.a: build/verilated/$(1)/Vsim_top.mk tb/robust/state.cpp tb/robust/state.h tb/verilated.cpp
	$$(MAKE) -C $$(@D) -f Vsim_top.mk $$(VERILATED_MAKE) OPT_FAST="$$(OPT_PLAIN)" Vsim_top__ALL.a $$(VERILATED_LIBS:%=%.o)
	$$(CXX) -std=gnu++17 -O2 -Wall -I$$(@D) -I$$(VERILATOR_INC) -I$$(VERILATOR_INC)/vltstd \
		-DVM_TRACE=0 -DVM_TRACE_FST=0 -DVM_COVERAGE=0 -DVM_SC=0 -c tb/robust/state.cpp -o $$(@D)/state.o
	cp $$(@D)/Vsim_top__ALL.a $$@
	$$(AR) rs $$@ $$(@D)/state.o $$(@D)/verilated*.o

build/$(1)/flips: build/tb/robust/flips.o build/tb/robust/main.o $$(filter-out build/tb/main.o,$$(TB_OBJ)) \
		build/verilated/$(1)/libsim.a $$(SIM_MODEL_LIB) $$(SIM_COMMON_LIB)
	@mkdir -p $$(@D)
	$$(CXX) -Wl,--wrap=verilated_high,--wrap=verilated_retired $$^ -lelf -lpthread -o $$@
endef
$(eval $(call flips_machine,robust,$(TB_RTL)))

# The guard on machines with a hole each: tb/robust/planted
R_HOLES := $(shell sed -n 's/^\([a-z_]*\)  .*/\1/p' tb/robust/planted)
hole_file = $(shell awk '$$1 == "$(1)" {print $$3}' tb/robust/planted)
hole_image = $(shell awk '$$1 == "$(1)" {print $$2}' tb/robust/planted)
define hole
$(R_OUT)/hole-$(1)/$(notdir $(2)): $(2) tb/robust/planted
	@mkdir -p $$(@D)
	sed "$$$$(sed -n 's|^$(1)  *[^ ]*  *[^ ]*  *||p' tb/robust/planted)" $$< > $$@
	! cmp -s $$< $$@
$(call flips_machine,robust/hole-$(1),$(TB_RTL:$(2)=$(R_OUT)/hole-$(1)/$(notdir $(2))),-Wno-UNUSED)
endef
$(foreach h,$(R_HOLES),$(eval $(call hole,$(h),$(call hole_file,$(h)))))

# ---- Cards that misbehave
$(R_OUT)/devices: build/tb/robust/devices.o build/tb/robust/main.o $(filter-out build/tb/main.o,$(TB_OBJ)) \
		build/verilated/gatehouse/libsim.a $(SIM_MODEL_LIB) $(SIM_COMMON_LIB)
	@mkdir -p $(@D)
	$(CXX) -Wl,--wrap=sdcard_open,--wrap=sdcard_pins,--wrap=console_get $^ -lelf -lpthread -o $@

# ---- Targets. New seeds are printed.
R_ELF := build/tb/test/tiny.elf $(T_OUT)/mmu/a0_level0_all_three.elf build/scenario/switch/worked.elf
R_ELF_OPTIONS := --quiet --no-rerun --rom=build/rom.hex --cycles=10000 --dram=2M --log=/dev/null --events=/dev/null
R_DISK := build/scenario/switch/files.elf
R_DISK_OPTIONS := --quiet --rom=build/rom.hex --max-insns=3000000
R_FLIPS := $(patsubst %,build/scenario/switch/%.elf,worked gates twins escape rpc)
R_FLIPS_OPTIONS := --quiet --no-lockstep --stats-json=/dev/null --rom=build/rom.hex
R_FRESH ?= $(shell date +%s)
R_DEVICES_NEED := $(R_OUT)/devices $(R_DISK) build/scenario/switch/shell.elf

# $(1) how many, $(2) first seed
bad_elf = $(R_OUT)/bad-simulator --seed=$(2) --count=$(1) $(R_ELF:%=--elf=%) -- $(R_ELF_OPTIONS)
bad_disk = $(R_OUT)/bad-model --seed=$(2) --count=$(1) --disk=$(R_DISK):$(R_DISK:.elf=.img) -- $(R_DISK_OPTIONS)
flips = $(R_OUT)/flips --seed=$(2) --count=$(1) --json=$(3) $(R_FLIPS) -- $(R_FLIPS_OPTIONS)
say = if $(2) > $(R_OUT)/$(1).log 2>&1; then echo "PASS $(1)"; else echo "FAIL $(1): $(R_OUT)/$(1).log"; fi

.PHONY: robust robust-files robust-flips robust-devices robust-holes test-robust
robust: robust-files robust-flips robust-devices robust-holes
robust-files robust-flips robust-devices robust-holes test-robust: build/rom.hex

robust-files: $(R_OUT)/bad-simulator $(R_OUT)/bad-model $(R_ELF) $(R_DISK)
	nice -n 10 $(call bad_elf,9000,$(R_FRESH)000)
	nice -n 10 $(call bad_disk,1000,$(R_FRESH)000)

robust-flips: $(R_OUT)/flips $(R_FLIPS)
	nice -n 10 $(call flips,1200,$(R_FRESH)000,build/robust.json)

robust-devices: $(R_DEVICES_NEED)
	@tb/robust/devices.sh $(R_OUT)

robust-holes: $(R_HOLES:%=$(R_OUT)/hole-%/flips) $(foreach h,$(R_HOLES),build/scenario/$(call hole_image,$(h)).elf)
	@for h in $(R_HOLES); do \
	    image=build/scenario/$$(awk "\$$1 == \"$$h\" {print \$$2}" tb/robust/planted).elf; \
	    if $(R_OUT)/hole-$$h/flips --count=0 $$image -- $(R_FLIPS_OPTIONS) --cycles=20000000 > $(R_OUT)/hole-$$h/log && \
	        ! grep -q 'escape: pc' $(R_OUT)/hole-$$h/log; then echo "FAIL hole $$h: the guard says nothing"; \
	    else grep -o 'escape: pc.*' $(R_OUT)/hole-$$h/log | sed "s/^/PASS hole $$h: /"; fi; \
	done

TESTS += test-robust
test-robust: $(R_OUT)/bad-simulator $(R_OUT)/bad-model $(R_OUT)/flips $(R_ELF) $(R_FLIPS) $(R_DEVICES_NEED)
	@mkdir -p build/test
	@{ $(call say,bad_images,$(call bad_elf,100,1)); \
	$(call say,bad_images_fresh,$(call bad_elf,100,$(R_FRESH)000)); head -n 1 $(R_OUT)/bad_images_fresh.log >&2; \
	$(call say,bad_disks,$(call bad_disk,20,1)); \
	$(call say,flips,$(call flips,24,1,$(R_OUT)/sample.json)); \
	tb/robust/devices.sh $(R_OUT); } | tee build/test/$@.log
