# Directed ISA and MMU tests: build, and run on a simulator, on the reference model and on QEMU.
# A source file is one test; its "Machine:" line says where it may run (run.sh): on any standard
# RISC-V, only on Gatehouse (standard instructions, but its own choices), only with Xgate, or only
# on Gatehouse's RTL.
# SPDX-License-Identifier: ISC

T_DIR := sw/tests
T_OUT := build/tests
T_LIB_SRC := $(wildcard $(T_DIR)/lib/*.S $(T_DIR)/lib/*.c)
T_LIB_OBJ := $(patsubst $(T_DIR)/lib/%,$(T_OUT)/lib/%.o,$(T_LIB_SRC))
T_UPMAR_OBJ := $(patsubst $(T_DIR)/lib/%,$(T_OUT)/lib-upmar/%.o,$(T_LIB_SRC))
T_HDR := $(wildcard $(T_DIR)/*.h $(T_DIR)/*/*.h) sw/common/csr.h
T_FLAGS := $(RV_ARCH) -std=gnu11 -O1 -Wall -Wextra -Werror -ffreestanding -nostdlib \
    -mno-relax -msmall-data-limit=0
T_LINK := -Wl,--no-warn-rwx-segments -T $(T_DIR)/lib/test.ld -Wl,--build-id=none

T_ISA := $(sort $(basename $(notdir $(wildcard $(T_DIR)/isa/*.[Sc]))))
T_MMU := $(sort $(basename $(notdir $(wildcard $(T_DIR)/mmu/*.[Sc]))))
T_ISA_ELF := $(T_ISA:%=$(T_OUT)/isa/%.elf)
# MMU tests that use U are built a second time, for the user's map in upmar instead of satp.
T_UPMAR := $(sort $(basename $(notdir $(shell grep -LE 'Machine: Xgate' \
    $$(grep -lE '\bU\b' $(T_DIR)/mmu/*.c)))))
T_MMU_ELF := $(T_MMU:%=$(T_OUT)/mmu/%.elf) $(T_UPMAR:%=$(T_OUT)/mmu/%.upmar.elf)
T_ELF := $(T_ISA_ELF) $(T_MMU_ELF)

$(T_OUT)/lib/%.o: $(T_DIR)/lib/% $(T_HDR) | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(T_FLAGS) -c -o $@ $<

$(T_OUT)/lib.a: $(T_LIB_OBJ)
	@rm -f $@
	riscv64-unknown-elf-ar rcs $@ $^

$(T_OUT)/lib-upmar/%.o: $(T_DIR)/lib/% $(T_HDR) | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(T_FLAGS) -DUSER_BY_UPMAR -c -o $@ $<

$(T_OUT)/lib-upmar.a: $(T_UPMAR_OBJ)
	@rm -f $@
	riscv64-unknown-elf-ar rcs $@ $^

# An assembly test has its own _start and takes nothing from the library.
$(T_OUT)/%.elf: $(T_DIR)/%.S $(T_HDR) $(T_DIR)/lib/test.ld | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(T_FLAGS) $(T_LINK) -o $@ $<

$(T_OUT)/%.elf: $(T_DIR)/%.c $(T_OUT)/lib.a $(T_HDR) $(T_DIR)/lib/test.ld
	@mkdir -p $(@D)
	$(RV_CC) $(T_FLAGS) $(T_LINK) -o $@ $< -Wl,--whole-archive $(T_OUT)/lib.a \
	    -Wl,--no-whole-archive -lgcc

$(T_OUT)/mmu/%.upmar.elf: $(T_DIR)/mmu/%.c $(T_OUT)/lib-upmar.a $(T_HDR) $(T_DIR)/lib/test.ld
	@mkdir -p $(@D)
	$(RV_CC) $(T_FLAGS) $(T_LINK) -DUSER_BY_UPMAR -o $@ $< -Wl,--whole-archive \
	    $(T_OUT)/lib-upmar.a -Wl,--no-whole-archive -lgcc

# TEST_SIM chooses the simulator: build/gatehouse, one of its variants, or build/refmodel.
TEST_SIM ?= build/gatehouse
T_RUN := $(T_DIR)/run.sh

.PHONY: tests-elf test-isa test-mmu test-mmu-variants test-tests-model test-tests-qemu
tests-elf: $(T_ELF)

test-isa: $(T_ISA_ELF) $(TEST_SIM)
	@$(T_RUN) sim $(TEST_SIM) build/test/$@.log $(T_ISA_ELF)

test-mmu: $(T_MMU_ELF) $(TEST_SIM)
	@$(T_RUN) sim $(TEST_SIM) build/test/$@.log $(T_MMU_ELF)

# What they take in cycles and events, exactly. After a change that is meant to alter it: make counts-keep
T_COUNTS = $(T_DIR)/counts build/gatehouse $(T_ELF)
.PHONY: test-counts counts-keep
test-counts: $(T_ELF) build/gatehouse
	@mkdir -p build/test
	@$(T_DIR)/counts.sh test $(T_COUNTS) | tee build/test/$@.log

counts-keep: $(T_ELF) build/gatehouse
	@$(T_DIR)/counts.sh keep $(T_COUNTS)

# The MMU's cases again: without ASIDs, with 4 TLB entries and the smallest caches, with slow DRAM.
T_VARIANT = TEST_CYCLES=4000000 TEST_LABEL=" on $(1)" TEST_OPTIONS=$(3) $(T_RUN) sim $(2) build/test/$@.$(1).log $(T_MMU_ELF)
test-mmu-variants: $(T_MMU_ELF) build/gatehouse build/gatehouse-asid0 build/gatehouse-tiny
	@$(call T_VARIANT,asid0,build/gatehouse-asid0,--latency=1)
	@$(call T_VARIANT,tlb4,build/gatehouse-tiny,--latency=20)
	@$(call T_VARIANT,latency20,build/gatehouse,--latency=20)
	@cat build/test/$@.*.log > build/test/$@.log

# The model has no TLB, caches or pipeline for the tests that ask for them.
T_RTL_ONLY := $(patsubst $(T_DIR)/%,$(T_OUT)/%.elf,$(basename $(shell grep -l 'Machine: RTL' $(T_DIR)/*/*.[cS])))

test-tests-model: $(T_ELF) build/refmodel
	@TEST_LABEL=" on the model" $(T_RUN) sim build/refmodel build/test/$@.log $(filter-out $(T_RTL_ONLY),$(T_ELF))

test-tests-qemu: $(T_ELF) | build/.tools-test
	@TEST_LABEL=" on QEMU" $(T_RUN) qemu qemu-system-riscv32 build/test/$@.log $(filter-out %.upmar.elf,$(T_ELF))

# The small core; the MMU's cases also without ASIDs and with 4 TLB entries. Left out: what asks for event counters, which it does
# not have (docs/small.md).
T_COUNTERS := isa/csr_hpm isa/hpm_counts_caches_and_branches isa/hpm_counts_tlb_misses isa/hpm_counts_traps isa/hpm_flushes_are_no_line_misses \
	mmu/gate_events_are_counted
T_SMALL_ELF := $(filter-out $(T_COUNTERS:%=$(T_OUT)/%.elf),$(T_ELF))
.PHONY: test-small
test-small: $(T_SMALL_ELF) build/gatehouse-small build/gatehouse-small-asid0
	@TEST_CYCLES=8000000 TEST_LABEL=" on the small core" $(T_RUN) sim build/gatehouse-small build/test/$@.9.log $(T_SMALL_ELF)
	@TEST_CYCLES=8000000 TEST_LABEL=" on the small core without ASIDs" \
	    $(T_RUN) sim build/gatehouse-small-asid0 build/test/$@.0.log $(filter $(T_OUT)/mmu/%,$(T_SMALL_ELF))
	@cat build/test/$@.*.log > build/test/$@.log

# What needs more DRAM than the 16 MiB of the others
T_LARGE_ELF := $(patsubst $(T_DIR)/%.c,$(T_OUT)/%.elf,$(wildcard $(T_DIR)/large/*.c))
.PHONY: test-large
test-large: $(T_LARGE_ELF) $(TEST_SIM) build/refmodel | build/.tools-test
	@TEST_DRAM=1024M $(T_RUN) sim $(TEST_SIM) build/test/$@.core.log $(T_LARGE_ELF)
	@TEST_DRAM=1024M TEST_LABEL=" on the model" $(T_RUN) sim build/refmodel build/test/$@.model.log $(T_LARGE_ELF)
	@TEST_DRAM=1024M TEST_LABEL=" on QEMU" $(T_RUN) qemu qemu-system-riscv32 build/test/$@.qemu.log $(T_LARGE_ELF)
	@cat build/test/$@.*.log > build/test/$@.log

# Both cores without Xgate, which no reference model knows
T_WITHOUT_ELF := $(patsubst $(T_DIR)/%.c,$(T_OUT)/%.elf,$(wildcard $(T_DIR)/without/*.c))
.PHONY: test-without
test-without: $(T_WITHOUT_ELF) build/gatehouse-plain build/gatehouse-small-plain
	@TEST_OPTIONS=--no-lockstep $(T_RUN) sim build/gatehouse-plain build/test/$@.core.log $(T_WITHOUT_ELF)
	@TEST_OPTIONS=--no-lockstep TEST_LABEL=" on the small core" \
	    $(T_RUN) sim build/gatehouse-small-plain build/test/$@.small.log $(T_WITHOUT_ELF)
	@cat build/test/$@.*.log > build/test/$@.log

TESTS += test-isa test-mmu test-counts test-mmu-variants test-small test-large test-without test-tests-model test-tests-qemu
