# The same RTL through the front ends of three tools, none of which may warn.
# SPDX-License-Identifier: ISC

TESTS += test-lint
.PHONY: lint test-lint list-tests
lint: test-lint

test-lint: | build/.tools-base build/.tools-test
	@mkdir -p build/test
	@RTL_SYNTH="$(RTL_SYNTH)" RTL_FILES="$(RTL_FILES)" RTL_INC="$(RTL_INC)" sh mk/lint.sh | tee build/test/$@.log

list-tests:
	@printf '%s\n' $(TESTS)
