# The same RTL through the front ends of three tools, and the C code through two checkers, none of which may warn.
#   make lint      Verilator, Icarus, Yosys; cppcheck
#   make lint-c    cppcheck and clang-tidy, which takes some minutes
# SPDX-License-Identifier: ISC

TOOLS_lint := cppcheck clang-tidy linux-libc-dev-riscv64-cross libjansson-dev

TESTS += test-lint
.PHONY: lint lint-c test-lint list-tests
lint: test-lint

test-lint: build/wave/states.h | build/.tools-base build/.tools-test
	@mkdir -p build/test
	@{ RTL_SYNTH="$(RTL_SYNTH)" RTL_FILES="$(RTL_FILES)" RTL_INC="$(RTL_INC)" sh mk/lint.sh; \
	$(LINT_C) cppcheck; } | tee build/test/$@.log

# Target of clang, headers of GTKWave's reader, and Linux's own for its programs
LINT_C = RV="--target=riscv32 -march=rv32ima -mabi=ilp32" FST="$(FST_DIR)" UAPI=/usr/riscv64-linux-gnu/include sh mk/lint-c.sh

lint-c: build/wave/states.h build/dts/devices.h | build/.tools-base build/.tools-lint
	@mkdir -p build/test
	@{ $(LINT_C) cppcheck; $(LINT_C) clang-tidy; } | tee build/test/$@.log; ! grep -q ^FAIL build/test/$@.log

list-tests:
	@printf '%s\n' $(TESTS)
