# Line and toggle coverage of the RTL: make coverage.
# SPDX-License-Identifier: ISC

COVERAGE_DIR := build/coverage
COVERAGE_MACHINE := build/verilated/gatehouse-coverage
COVERAGE_LIBS := $(VERILATED_LIBS) verilated_cov

$(COVERAGE_MACHINE)/Vsim_top.mk: $(TB_RTL) $(TB_RTL_HEADERS) | build/.tools-base
	@mkdir -p $(@D)
	$(VERILATE) --coverage-line --coverage-toggle --Mdir $(@D) $(TB_RTL)

$(COVERAGE_MACHINE)/binding.o: $(COVERAGE_MACHINE)/Vsim_top.mk tb/verilated.cpp tb/verilated.h
	$(CXX) -std=gnu++17 -O2 -Wall -I$(@D) -I$(VERILATOR_INC) -I$(VERILATOR_INC)/vltstd \
		-DVM_TRACE=0 -DVM_COVERAGE=1 -DVM_SC=0 -c tb/verilated.cpp -o $@

$(COVERAGE_MACHINE)/libsim.a: $(COVERAGE_MACHINE)/binding.o
	$(MAKE) -C $(@D) -f Vsim_top.mk $(VERILATED_MAKE) OPT_FAST="$(OPT_PLAIN)" \
		Vsim_top__ALL.a $(COVERAGE_LIBS:%=%.o)
	cp $(@D)/Vsim_top__ALL.a $@
	$(AR) rs $@ $(@D)/binding.o $(@D)/verilated*.o

build/gatehouse-coverage: $(TB_OBJ) $(COVERAGE_MACHINE)/libsim.a $(SIM_MODEL_LIB) $(SIM_COMMON_LIB) build/rom.hex
	$(CXX) $(TB_OBJ) $(COVERAGE_MACHINE)/libsim.a $(SIM_MODEL_LIB) $(SIM_COMMON_LIB) \
		-lelf -lpthread -o $@

$(eval $(call fuzzer,fuzz-coverage,gatehouse-coverage))

build/coverage-table: tb/coverage/table.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) $< -o $@

# make coverage: what the directed tests, the scenarios and random programs have run of the RTL, by module;
# make coverage-holes MODULE=name lists what they have not. The machine is a tenth as quick with its counters: so
# the scenarios of one plan, without the attacks, and each MMU test once. COVERAGE_TESTS= or COVERAGE_RUNS= leaves out.
COVERAGE_PROGRAMS ?= 150
COVERAGE_TESTS := $(filter-out %.upmar.elf,$(T_ELF))
COVERAGE_RUNS = $(filter-out %/attack %/forge,$(SCENARIOS:%=switch/%))
.PHONY: coverage coverage-holes
coverage: build/gatehouse-coverage build/fuzz-coverage build/coverage-table build/refmodel $(COVERAGE_TESTS) \
		$(COVERAGE_RUNS:%=build/scenario/%.elf)
	@rm -rf $(COVERAGE_DIR)
	@mkdir -p $(COVERAGE_DIR)
	$(if $(COVERAGE_TESTS),@COVERAGE_DIR=$(COVERAGE_DIR) $(T_RUN) sim build/gatehouse-coverage \
		$(COVERAGE_DIR)/tests.log $(COVERAGE_TESTS) > /dev/null; ! grep '^FAIL' $(COVERAGE_DIR)/tests.log)
	$(if $(COVERAGE_RUNS),@COVERAGE_DIR=$(COVERAGE_DIR) RTL=build/gatehouse-coverage sw/run-scenarios.sh -t \
		$(COVERAGE_RUNS) > $(COVERAGE_DIR)/scenarios.log; ! grep '^FAIL' $(COVERAGE_DIR)/scenarios.log)
	@COVERAGE_DIR=$(COVERAGE_DIR) build/fuzz-coverage --seed=1 --programs=$(COVERAGE_PROGRAMS)
	@build/coverage-table --json=build/coverage.json $(COVERAGE_DIR)/*.dat | tee $(COVERAGE_DIR)/table.txt

coverage-holes: build/coverage-table
	@build/coverage-table --holes=$(MODULE) $(COVERAGE_DIR)/*.dat
