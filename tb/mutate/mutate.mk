# The test bench tested: mutations of the RTL, run against the tests. docs/mutation.md
#   make mutants                 all of them; build/mutants.json
#   make mutants-sample          what test-mutants asks
# SPDX-License-Identifier: ISC

M_DIR := tb/mutate
M_OUT := build/mutate
M_SETS := $(M_DIR)/sets
M_MACHINES := $(sort $(shell awk '/^[a-z]/ {print $$2}' $(M_SETS)))
M_MODULES := $(shell awk '/^[a-z]/ {print $$3}' $(M_SETS))
M_SEED ?= 1
M_RTL := $(CORE_RTL) $(RVFI_RTL)

$(M_OUT)/choose: $(M_DIR)/choose.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) $< -o $@

# The list of mutations, and the netlists that have them
$(M_OUT)/list: $(M_OUT)/choose $(M_DIR)/netlist.sh $(M_SETS) $(M_RTL) $(TB_RTL_HEADERS) | build/.tools-base
	SEED=$(M_SEED) $(M_DIR)/netlist.sh propose $(M_OUT) $(M_SETS) $(M_RTL)
	$(M_OUT)/choose $(M_SETS) $(M_OUT) $@.new $(M_RTL)
	$(M_DIR)/netlist.sh apply $(M_OUT) $(M_SETS) $(M_RTL)
	mv $@.new $@

build/$(M_DIR)/%.o: $(M_DIR)/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -MMD -MP -c $< -o $@

# $(1) letter. The netlists' style is Yosys's; loops that it sees are of vectors, not of their bits.
m_modules_of = $(shell awk '$$2 == "$(1)" {print $$3}' $(M_SETS))
define mutated_machine
build/verilated/mutate-$(1)/Vsim_top.mk: $(M_OUT)/list $(M_DIR)/mutation.sv $$(TB_RTL)
	@mkdir -p $$(@D)
	verilator --cc --top-module sim_top --prefix Vsim_top -Wno-lint -Wno-style -Wno-MULTIDRIVEN -Wno-UNOPTFLAT -DRVFI \
		$$(RTL_INC) -O3 --x-assign fast --x-initial fast --noassert --Mdir $$(@D) $(M_DIR)/mutation.sv \
		$$(filter-out $$(foreach m,$$(call m_modules_of,$(1)),%/$$(basename $$(m)).v),$$(TB_RTL)) \
		$$(foreach m,$$(call m_modules_of,$(1)),$(M_OUT)/$$(m).v)

build/verilated/mutate-$(1)/libsim.a: build/verilated/mutate-$(1)/Vsim_top.mk tb/verilated.cpp tb/verilated.h
	$$(MAKE) -C $$(@D) -f Vsim_top.mk $$(VERILATED_MAKE) OPT_FAST="$$(OPT_PLAIN)" Vsim_top__ALL.a $$(VERILATED_LIBS:%=%.o)
	$$(CXX) -std=gnu++17 -O2 -Wall -I$$(@D) -I$$(VERILATOR_INC) -I$$(VERILATOR_INC)/vltstd \
		-DVM_TRACE=0 -DVM_TRACE_FST=0 -DVM_COVERAGE=0 -DVM_SC=0 -c tb/verilated.cpp -o $$(@D)/binding.o
	cp $$(@D)/Vsim_top__ALL.a $$@
	$$(AR) rs $$@ $$(@D)/binding.o $$(@D)/verilated*.o

$(M_OUT)/machine-$(1): $$(TB_OBJ) build/$(M_DIR)/number.o build/verilated/mutate-$(1)/libsim.a $$(SIM_MODEL_LIB) \
		$$(SIM_COMMON_LIB) build/rom.hex
	$$(CXX) $$(TB_OBJ) build/$(M_DIR)/number.o build/verilated/mutate-$(1)/libsim.a $$(SIM_MODEL_LIB) \
		$$(SIM_COMMON_LIB) -lelf -lpthread -o $$@
	cp build/rom.hex $$(@D)/rom.hex

$(M_OUT)/fuzz-$(1): $$(FUZZ_OBJ) $$(FUZZ_HARNESS) build/$(M_DIR)/number.o build/verilated/mutate-$(1)/libsim.a \
		$$(SIM_MODEL_LIB) $$(SIM_COMMON_LIB) build/rom.hex
	$$(CXX) $$(FUZZ_OBJ) $$(FUZZ_HARNESS) build/$(M_DIR)/number.o build/verilated/mutate-$(1)/libsim.a \
		$$(SIM_MODEL_LIB) $$(SIM_COMMON_LIB) -lelf -lpthread -o $$@
endef
$(foreach m,$(M_MACHINES),$(eval $(call mutated_machine,$(m))))

M_BUILT := $(foreach m,$(M_MACHINES),$(M_OUT)/machine-$(m) $(M_OUT)/fuzz-$(m))
.PHONY: mutants-build
mutants-build: $(M_BUILT)

$(M_OUT)/score $(M_OUT)/report: $(M_OUT)/%: $(M_DIR)/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) $< -o $@

$(M_OUT)/suite: $(M_DIR)/suite.sh $(T_ELF) $(T_LARGE_ELF)
	@mkdir -p $(@D)
	$(M_DIR)/suite.sh $(T_ELF) $(T_LARGE_ELF) > $@

# All of it: the tests aimed at each module; proofs of equivalence for what is left; all other tests for what is left
# then. It can be broken off and goes on where it was. M_JOBS at the same time.
M_JOBS ?= 2
M_RESULTS := $(M_OUT)/results
M_EXPLAINED := $(M_DIR)/explained
M_SCORE = nice -n 10 $(M_OUT)/score -j$(M_JOBS) --aim=$(M_DIR)/aim
# In random order (the same each time), so that a run broken off has asked a sample.
M_SUITE_AND_MUTANTS = $(M_OUT)/suite $(M_OUT)/shuffled $(M_RESULTS)

.PHONY: mutants mutants-report mutants-sample test-mutants
mutants: $(M_BUILT) $(M_OUT)/score $(M_OUT)/report $(M_OUT)/suite
	@if [ $(M_OUT)/list -nt $(M_RESULTS).of ]; then rm -f $(M_RESULTS) $(M_OUT)/proofs; touch $(M_RESULTS).of; fi
	@touch $(M_RESULTS) $(M_OUT)/proofs
	@shuf --random-source=$(M_OUT)/list $(M_OUT)/list > $(M_OUT)/shuffled
	$(M_SCORE) $(M_SUITE_AND_MUTANTS)
	nice -n 10 $(M_DIR)/prove.sh $(M_OUT) $(M_OUT)/list `awk 'FNR == NR {known[$$1] = 1; next} \
		$$2 == "killed" || $$2 == "counted" {delete alive[$$1]; known[$$1] = 1; next} !($$1 in known) {alive[$$1] = 1} \
		END {for (i in alive) print i}' $(M_OUT)/proofs $(M_RESULTS)` >> $(M_OUT)/proofs
	@awk '$$2 == "equivalent" {print $$1, "equivalent", "-"}' $(M_OUT)/proofs > $(M_OUT)/known
	$(M_SCORE) --again --rest --except=$(M_OUT)/known $(M_SUITE_AND_MUTANTS)
	@$(MAKE) --no-print-directory -s mutants-report

mutants-report: $(M_OUT)/report
	@$(M_OUT)/report $(M_OUT)/list $(M_RESULTS) $(M_OUT)/proofs $(M_EXPLAINED) build/mutants.json

# A sample: mutants of one machine that these tests have killed once, each of which they must kill again; and the
# machine without a mutation, cycle for cycle against the RTL. `make mutants-sample` chooses them anew.
M_SAMPLE := isa/csr_mstatus_fields isa/int_priority_m mmu/perm_rw_u_level0 mmu/mprv_mpp_s isa/trap_breakpoint_in_u
M_SAMPLE_NEEDS := $(M_OUT)/machine-a $(M_OUT)/fuzz-a $(M_OUT)/score $(M_SAMPLE:%=$(T_OUT)/%.elf)
M_SAMPLED = $(M_OUT) $(M_DIR)/sample $(M_SAMPLE:%=$(T_OUT)/%.elf)
TESTS += test-mutants
test-mutants: $(M_SAMPLE_NEEDS) build/gatehouse
	@mkdir -p build/test
	@$(M_DIR)/sample.sh test $(M_SAMPLED) | tee build/test/$@.log

mutants-sample: $(M_SAMPLE_NEEDS)
	@$(M_DIR)/sample.sh choose $(M_SAMPLED)
