# Random programs in lockstep.
# SPDX-License-Identifier: ISC

FUZZ_SRC := $(wildcard tb/fuzz/*.c)
FUZZ_OBJ := $(FUZZ_SRC:tb/%.c=build/tb/%.o) build/tb/fuzz/fixture_image.o
FUZZ_HARNESS := $(addprefix build/tb/,lockstep.o memory.o boot_rom.o rvfi.o)

build/tb/fuzz/%.o: tb/fuzz/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -Isim -MMD -MP -c $< -o $@

-include $(FUZZ_SRC:tb/%.c=build/tb/%.d)

build/tb/fuzz/fixture.bin: tb/fuzz/fixture.S tb/fuzz/layout.h | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(RV_ARCH) -nostdlib -static -Wl,-Ttext=0x80000000 -Wl,--no-relax $< -o $(@:.bin=.elf)
	$(RV_OBJCOPY) -O binary -j .text $(@:.bin=.elf) $@

build/tb/fuzz/fixture_image.o: tb/fuzz/fixture_image.S build/tb/fuzz/fixture.bin
	$(CC) -c -DFIXTURE='"build/tb/fuzz/fixture.bin"' $< -o $@

# $(1) program, $(2) simulator whose machine it runs
define fuzzer
build/$(1): $$(FUZZ_OBJ) $$(FUZZ_HARNESS) build/verilated/$(2)/libsim.a $$(SIM_MODEL_LIB) \
		$$(SIM_COMMON_LIB) build/rom.hex
	$$(CXX) $$(FUZZ_OBJ) $$(FUZZ_HARNESS) build/verilated/$(2)/libsim.a $$(SIM_MODEL_LIB) \
		$$(SIM_COMMON_LIB) -lelf -lpthread -o $$@
endef

$(eval $(call fuzzer,fuzz,gatehouse))
$(eval $(call fuzzer,fuzz-asid0,gatehouse-asid0))
$(eval $(call fuzzer,fuzz-tiny,gatehouse-tiny))
$(eval $(call fuzzer,fuzz-small,gatehouse-small))
$(eval $(call fuzzer,fuzz-small-asid0,gatehouse-small-asid0))

include tb/coverage/coverage.mk

FUZZERS := build/fuzz build/fuzz-asid0 build/fuzz-tiny build/fuzz-small
FUZZ_FAILURES := build/fuzz-failures

# A fixed part, the same each time, and a fresh one, on the machine and its variants.
# $(1) name, $(2) program, $(3) options
define fuzz_part
	@$(2) $(3) --counts=build/test/fuzz/$(1).counts --save=$(FUZZ_FAILURES) --failures=3 \
		> build/test/fuzz/$(1).log 2>&1; status=$$?; cat build/test/fuzz/$(1).log >&2; \
	if [ $$status -eq 0 ]; then echo "PASS $(1)"; \
	else echo "FAIL $(1): `grep -m1 -e seed -e fuzz: build/test/fuzz/$(1).log`"; fi \
		| tee -a build/test/test-fuzz.log
endef

FUZZ_FRESH ?= $(shell date +%s)0000

TESTS += test-fuzz
.PHONY: test-fuzz
test-fuzz: $(FUZZERS)
	@mkdir -p build/test/fuzz
	@rm -f build/test/test-fuzz.log build/test/fuzz/*
	$(call fuzz_part,fuzz_fixed,build/fuzz,--seed=1 --programs=150)
	$(call fuzz_part,fuzz_fixed_asid0,build/fuzz-asid0,--seed=1 --programs=60)
	$(call fuzz_part,fuzz_fixed_tiny,build/fuzz-tiny,--seed=1 --programs=60)
	$(call fuzz_part,fuzz_fixed_small,build/fuzz-small,--seed=1 --programs=60)
	$(call fuzz_part,fuzz_fresh,build/fuzz,--seed=$(FUZZ_FRESH) --seconds=15)
	$(call fuzz_part,fuzz_fresh_asid0,build/fuzz-asid0,--seed=$(FUZZ_FRESH) --seconds=8)
	$(call fuzz_part,fuzz_fresh_tiny,build/fuzz-tiny,--seed=$(FUZZ_FRESH) --seconds=8)
	$(call fuzz_part,fuzz_fresh_small,build/fuzz-small,--seed=$(FUZZ_FRESH) --seconds=8)

# make fuzz MINUTES=n [FUZZ_SEED=first seed]: the machine on one core, its variants
# in turn on the other; counts of earlier runs are kept and added up.
MINUTES ?= 10
FUZZ_SEED ?= $(FUZZ_FRESH)
.PHONY: fuzz
fuzz: $(FUZZERS)
	@mkdir -p build/fuzz-counts $(FUZZ_FAILURES)
	@tb/fuzz/campaign.sh $(MINUTES) $(FUZZ_SEED) build/fuzz-counts $(FUZZ_FAILURES)
