# Proofs. Each is one file tb/formal/NAME.v, whose first comment says the question and the method; docs/proofs.md lists them.
#   make formal [PROOF="name ..."]          a line for each: PASS or FAIL, name, method, depth, seconds; build/formal.json
#   make formal-mutants [PROOF="name ..."]  each proof on RTL broken by each line of tb/formal/mutants/NAME, which it must refuse
# SPDX-License-Identifier: ISC

TOOLS_formal := yosys berkeley-abc

FORMAL_ALL := $(sort $(patsubst tb/formal/%.v,%,$(wildcard tb/formal/*.v)))
FORMAL_QUICK := $(sort $(patsubst tb/formal/%.v,%,$(shell grep -ls '^// Quick' tb/formal/*.v)))
PROOF ?= $(FORMAL_ALL)

TESTS += test-formal
.PHONY: formal formal-mutants test-formal
formal: build/formal/trace | build/.tools-formal
	@sh tb/formal/run.sh proofs build/formal.json $(PROOF)

formal-mutants: build/formal/trace | build/.tools-formal
	@sh tb/formal/run.sh mutants build/formal-mutants.json $(PROOF)

# Those that take seconds
test-formal: build/formal/trace | build/.tools-formal
	@mkdir -p build/test
	@sh tb/formal/run.sh proofs build/formal-quick.json $(FORMAL_QUICK) | tee build/test/$@.log

build/formal/trace: tb/formal/lib/trace.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -o $@ $<
