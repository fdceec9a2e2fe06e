# Gatehouse: `make help` lists the targets.
# SPDX-License-Identifier: ISC

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Nothing that was built on the way is deleted.
.SECONDARY:
MAKEFLAGS += --no-builtin-rules

CC := gcc
CXX := g++
CFLAGS_HOST := -std=gnu11 -O2 -g -Wall -Wextra -Werror
RV_CC := riscv64-unknown-elf-gcc
RV_OBJCOPY := riscv64-unknown-elf-objcopy
RV_ARCH := -march=rv32ima_zicsr_zifencei -mabi=ilp32
# Test targets: each prints lines PASS name, FAIL name: why, and keeps them in
# build/test/TARGET.log. The fragments below add theirs.
TESTS :=

include mk/tools.mk
include rtl/rtl.mk
-include sim/sim.mk
-include tb/tb.mk
-include sw/sw.mk
-include sw/tests/tests.mk
-include sw/bench/bench.mk
-include sw/linux/linux.mk
-include tb/fuzz/fuzz.mk
-include tb/formal/formal.mk
-include tb/mutate/mutate.mk
-include tb/robust/robust.mk
-include mk/fpga.mk
-include mk/wave.mk
-include mk/view.mk
include mk/lint.mk

# ---- The main job: the scenarios on the machine, judged in lockstep
.PHONY: sim
sim:
	@echo "== Building what is not built yet (tools, simulator, reference model, scenarios)"
	@$(MAKE) --no-print-directory -s build/.tools-base
	@$(MAKE) --no-print-directory -j2 -s sim-build $(QUIETLY)
	@echo "== Running the scenarios"
	@$(MAKE) --no-print-directory -s $(if $(filter icarus,$(SIM)),sim-icarus,sim-scenarios)

.PHONY: sim-build
sim-build: build/gatehouse build/refmodel $(SCENARIO_IMAGES)

# ---- All tests
.PHONY: test
test:
	@$(MAKE) --no-print-directory -s build/.tools-base build/.tools-test
	@echo "== Building"
	@$(MAKE) --no-print-directory -j2 -s sim-build tests-elf $(QUIETLY)
	@sh mk/test.sh $(TESTS)

# The output of a build goes to a file, and is shown if the build fails.
QUIETLY = > build/make.log 2>&1 || { cat build/make.log; exit 1; }

.PHONY: clean
clean:
	rm -rf build

.PHONY: help
help:
	@sed -n 's/^## \{0,1\}//p' mk/help.txt
