# The system software: kernel (both plans), library, modules, and one image for
# each scenario, build/scenario/PLAN/NAME.elf. build/scenario/NAME.elf is PLAN=switch.
# SPDX-License-Identifier: ISC

RV_CC ?= riscv64-unknown-elf-gcc
RV_ARCH ?= -march=rv32ima_zicsr_zifencei -mabi=ilp32
RV_OBJCOPY ?= riscv64-unknown-elf-objcopy
RV_NM ?= riscv64-unknown-elf-nm
SW_CFLAGS := -std=gnu11 -O2 -g -Wall -Wextra -Werror -ffreestanding -fno-common -ffunction-sections \
    -fno-delete-null-pointer-checks -fno-tree-loop-distribute-patterns
SW_LDFLAGS := -nostdlib -static -Wl,--build-id=none -Wl,--no-warn-rwx-segments -Wl,--gc-sections

PLANS := switch ubit
PLAN_FLAG_switch := -DPLAN_SWITCH
PLAN_FLAG_ubit := -DPLAN_UBIT
# PLAN=switch for a board with little memory (limits.h): compiled to be small, and linked for as much as there is
export SMALL_DRAM = $(BOARD_DRAM_icebreaker)
PLAN_FLAG_small = -DPLAN_SWITCH -DDRAM_SIZE=$(SMALL_DRAM) -DMESSAGE_MAX=256
PLAN_CFLAGS_small := -Os
PLAN_LDFLAGS_small = -Wl,-z,max-page-size=16 -Wl,--defsym=dram_size=$(SMALL_DRAM)

SCENARIOS := worked twins escape gates preempt memory layout modules pointers queues rpc \
    library share fair paging files ioerror shell panic attack forge
NOT_ON_QEMU := paging files ioerror shell forge
# What PLAN=small has the memory for: the others want more frames, modules or queues.
SMALL_SCENARIOS := worked twins gates rpc paging files shell panic

SW_HEADERS := $(wildcard sw/common/*.h sw/common/*.def sw/kernel/*.h sw/fs/*.h sw/lib/*.h)
COMMON_SRC := $(wildcard sw/common/*.c)
KERNEL_SRC := $(wildcard sw/boot/*.[cS] sw/kernel/*.[cS] sw/fs/*.c) $(COMMON_SRC)
LIB_SRC := $(wildcard sw/lib/*.[cS]) $(COMMON_SRC)
USER_NAMES := $(basename $(notdir $(wildcard sw/user/*.c sw/attack/*.c sw/user/library/*.c)))

build/mkarchive: sw/scenario/mkarchive.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -o $@ $<

build/mkdisk: sw/scenario/mkdisk.c sw/fs/fs.c sw/fs/fs.h sw/common/abi.h sw/common/common.h | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -Isw/fs -Isw/common -o $@ $(filter %.c,$^)

KERNEL_OBJ := $(addsuffix .o,$(basename $(KERNEL_SRC:sw/%=%)))
LIB_OBJ := $(addsuffix .o,$(basename $(LIB_SRC:sw/%=%)))
SW_CFLAGS_boot := -mcmodel=medany
SW_CFLAGS_kernel := -mcmodel=medany -fno-omit-frame-pointer
SW_CFLAGS_fs := $(SW_CFLAGS_kernel)
SW_CFLAGS_common := $(SW_CFLAGS_kernel)
SW_CFLAGS_user := -mcmodel=medany
SW_CFLAGS_attack := -mcmodel=medany

# $(1) = plan
define PLAN_RULES
build/sw/$(1)/%.o: sw/%.c $$(SW_HEADERS) | build/.tools-base
	@mkdir -p $$(@D)
	$$(RV_CC) $$(RV_ARCH) $$(SW_CFLAGS) $$(PLAN_CFLAGS_$(1)) $$(PLAN_FLAG_$(1)) $$(SW_CFLAGS_$$(word 1,$$(subst /, ,$$*))) \
	    -Isw/common -Isw/kernel -Isw/fs -Isw/lib -c -o $$@ $$<

build/sw/$(1)/%.o: sw/%.S $$(SW_HEADERS) | build/.tools-base
	@mkdir -p $$(@D)
	$$(RV_CC) $$(RV_ARCH) $$(PLAN_FLAG_$(1)) -Isw/common -c -o $$@ $$<

# With symbols, for people and traces; and without, for the archive and the disk.
build/sw/$(1)/program/%.elf: build/sw/$(1)/user/%.o $$(LIB_OBJ:%=build/sw/$(1)/%) $$(wildcard sw/*/*.ld)
	@mkdir -p $$(@D)
	$$(RV_CC) $$(RV_ARCH) $$(SW_LDFLAGS) $$(PLAN_LDFLAGS_$(1)) -T $$(or $$(wildcard sw/user/$$*.ld),sw/lib/user.ld) -o $$@ \
	    $$(filter %.o,$$^) -lgcc

build/sw/$(1)/program/%.elf: build/sw/$(1)/attack/%.o $$(LIB_OBJ:%=build/sw/$(1)/%) sw/lib/user.ld
	@mkdir -p $$(@D)
	$$(RV_CC) $$(RV_ARCH) $$(SW_LDFLAGS) $$(PLAN_LDFLAGS_$(1)) -T sw/lib/user.ld -o $$@ $$(filter %.o,$$^) -lgcc

build/sw/$(1)/program/%.elf: build/sw/$(1)/user/library/%.o sw/lib/library.ld
	@mkdir -p $$(@D)
	$$(RV_CC) $$(RV_ARCH) $$(SW_LDFLAGS) $$(PLAN_LDFLAGS_$(1)) -Wl,--no-gc-sections -Wl,--no-relax -T sw/lib/library.ld -o $$@ $$(filter %.o,$$^)

build/sw/$(1)/image/%.elf: build/sw/$(1)/program/%.elf
	@mkdir -p $$(@D)
	$$(RV_OBJCOPY) -S $$< $$@

# The kernel without an archive has the same addresses: its symbols, for panics.
build/sw/$(1)/kernel.sym: $$(KERNEL_OBJ:%=build/sw/$(1)/%) sw/kernel/kernel.ld
	$$(RV_CC) $$(RV_ARCH) $$(SW_LDFLAGS) $$(PLAN_LDFLAGS_$(1)) -T sw/kernel/kernel.ld -Wl,--defsym=archive_start=0x80000000 \
	    -o $$(@:.sym=.elf) $$(filter %.o,$$^) -lgcc
	$$(RV_NM) -n $$(@:.sym=.elf) | grep -v text_start | sed -n 's/^\([0-9a-f]*\) [tT] \([a-z_][a-z0-9_]*\)$$$$/\1 \2/p' > $$@
	printf '\0' >> $$@

build/scenario/$(1)/%.elf: sw/scenario/%.conf build/mkarchive build/mkdisk sw/kernel/kernel.ld build/sw/$(1)/kernel.sym \
    $$(KERNEL_OBJ:%=build/sw/$(1)/%) $$(USER_NAMES:%=build/sw/$(1)/image/%.elf)
	@mkdir -p $$(@D)
	build/mkarchive -s build/sw/$(1)/kernel.sym $$< build/sw/$(1)/image > $$(@:.elf=.s)
	build/mkdisk $$< build/sw/$(1)/image $$(@:.elf=.img)
	$$(RV_CC) $$(RV_ARCH) -c -o $$(@:.elf=.o) $$(@:.elf=.s)
	$$(RV_CC) $$(RV_ARCH) $$(SW_LDFLAGS) $$(PLAN_LDFLAGS_$(1)) -T sw/kernel/kernel.ld -o $$@ $$(filter %.o,$$^) $$(@:.elf=.o) -lgcc
endef
$(foreach plan,$(PLANS) small,$(eval $(call PLAN_RULES,$(plan))))

build/scenario/%.elf: build/scenario/switch/%.elf
	cp $< $@

.PHONY: scenarios
scenarios: $(foreach p,$(PLANS),$(SCENARIOS:%=build/scenario/$(p)/%.elf)) $(SCENARIOS:%=build/scenario/%.elf)

# ---- Running them
SCENARIO_RUNS := $(foreach s,$(SCENARIOS),$(PLANS:%=%/$(s)))
SCENARIO_IMAGES := $(SCENARIO_RUNS:%=build/scenario/%.elf)
# Those whose console QEMU can show too: plain RISC-V, no disk, no cycle counters.
QEMU_SCENARIOS := $(filter-out $(NOT_ON_QEMU),$(SCENARIOS))

# One line for each scenario; with SCENARIO=name (and PLAN=plan) its console too. The
# attacks, as long as half of all others together, run only in the tests or by name.
.PHONY: sim-scenarios
sim-scenarios: $(SCENARIO_IMAGES) $(if $(filter small,$(PLAN)),build/scenario/small/$(SCENARIO).elf) build/gatehouse build/refmodel
	@sw/run-scenarios.sh $(if $(SCENARIO),-c $(addsuffix /$(SCENARIO),$(or $(PLAN),$(PLANS))),\
	    $(filter-out %/attack %/forge,$(SCENARIO_RUNS)))

# The kernel's shell on this terminal; Ctrl-A x leaves.
.PHONY: run
run: build/scenario/$(or $(PLAN),switch)/shell.elf build/gatehouse
	build/gatehouse --no-lockstep --interactive --snapshot \
	    --disk build/scenario/$(or $(PLAN),switch)/shell.img $<

TESTS += test-scenarios
.PHONY: test-scenarios
test-scenarios: $(SCENARIO_IMAGES) build/gatehouse build/refmodel
	@mkdir -p build/test
	@sw/run-scenarios.sh -t $(SCENARIO_RUNS) | tee build/test/$@.log

# The kernel in the memory of the smallest board that it fits
TESTS += test-small-memory
.PHONY: test-small-memory
test-small-memory: $(SMALL_SCENARIOS:%=build/scenario/small/%.elf) build/refmodel
	@mkdir -p build/test
	@RTL= sw/run-scenarios.sh -t $(SMALL_SCENARIOS:%=small/%) | tee build/test/$@.log

# Some on the small core, which is about seven times slower
TESTS += test-small-scenarios
.PHONY: test-small-scenarios
test-small-scenarios: $(SCENARIO_IMAGES) build/scenario/small/worked.elf build/gatehouse-small build/refmodel
	@mkdir -p build/test
	@RTL=build/gatehouse-small sw/run-scenarios.sh -t $(foreach s,worked gates preempt memory,$(PLANS:%=%/$(s))) small/worked | \
	    sed 's/scenario-/small-scenario-/' | tee build/test/$@.log

# All of them on the machine without ASIDs, and what a remote procedure call costs on
# both.
TESTS += test-asid0
.PHONY: test-asid0
test-asid0: $(SCENARIO_IMAGES) build/gatehouse build/gatehouse-asid0 build/refmodel
	@mkdir -p build/test
	@sw/run-scenarios.sh -0 -t $(SCENARIO_RUNS) | tee build/test/$@.log
	@sw/run-scenarios.sh -t $(PLANS:%=%/rpc) > /dev/null
	@sw/check-rpc.sh | tee -a build/test/$@.log

# The same image of PLAN=ubit on QEMU's virt board: a judge that none of us wrote.
TESTS += test-qemu
.PHONY: test-qemu
test-qemu: $(QEMU_SCENARIOS:%=build/scenario/ubit/%.elf) build/refmodel | build/.tools-test
	@mkdir -p build/test
	@sw/run-qemu.sh $(QEMU_SCENARIOS) | tee build/test/$@.log

# What needs a card to be tested.
CARD_TESTS := $(patsubst %.c,build/%.elf,$(subst sw/,,$(wildcard sw/tests/card/*.c)))
TESTS += test-card
.PHONY: test-card
test-card: $(CARD_TESTS) build/scenario/switch/files.elf build/gatehouse
	@mkdir -p build/test
	@TEST_OPTIONS="--snapshot --disk=build/scenario/switch/files.img" \
	    sw/tests/run.sh sim build/gatehouse build/test/$@.log $(CARD_TESTS)

# The attacks with 100,000 random gate calls, on the reference model alone.
TESTS += test-siege
.PHONY: test-siege
test-siege: $(PLANS:%=build/scenario/%/siege.elf) build/refmodel
	@mkdir -p build/test
	@RTL= sw/run-scenarios.sh -t $(PLANS:%=%/siege) | tee build/test/$@.log

# What the kernel's services cost: build/bench/kernel.json, one flat object.
KERNEL_BENCH_IMAGES := $(foreach i,bench pagein,$(PLANS:%=build/scenario/%/$(i).elf))
build/bench/kernel.json: sw/run-kernel-bench.sh $(KERNEL_BENCH_IMAGES) build/gatehouse build/gatehouse-asid0
	@mkdir -p $(@D)
	sw/run-kernel-bench.sh $@

.PHONY: bench-kernel
bench-kernel: build/bench/kernel.json
	@sed -n 's/^ *"\(.*\)": \([0-9]*\),*$$/\1 \2/p' $< | awk '{ printf "%-40s %10d\n", $$1, $$2 }'

# After a change that is meant: the expected traces anew, from the reference
# model. Read the difference before you believe it.
.PHONY: traces
TRACED := $(SCENARIOS) siege
traces: $(TRACED:%=build/scenario/switch/%.elf) build/refmodel
	@RTL= sw/run-scenarios.sh -t $(TRACED:%=switch/%) > /dev/null
	@for s in $(TRACED); do cp build/scenario/switch/$$s.model.trace sim/traces/$$s.trace; done
