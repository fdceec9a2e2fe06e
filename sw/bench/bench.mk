# Benchmarks: `make bench` builds and runs them, prints a table and writes
# build/bench.json; the test target holds their results, not their times.
# SPDX-License-Identifier: ISC

B_DIR := sw/bench
B_OUT := build/bench
B_SIM ?= build/gatehouse

B_PROGRAMS := $(sort $(basename $(notdir $(wildcard $(B_DIR)/programs/*.c))))
B_MICRO_OBJ := $(patsubst $(B_DIR)/micro/%.S,$(B_OUT)/obj/micro/%.o,$(wildcard $(B_DIR)/micro/*.S))
B_MACHINE_OBJ := $(addprefix $(B_OUT)/obj/machine/,start.o map.o uart.o)
B_HDR := $(wildcard $(B_DIR)/*.h $(B_DIR)/machine/*.h $(B_DIR)/micro/*.h) sw/common/csr.h

# The same options for all: -O3 and the compiler's own tuning.
B_FLAGS := $(RV_ARCH) -std=gnu11 -O3 -Wall -Wextra -Werror -ffreestanding \
    -I$(B_DIR) -I$(B_DIR)/machine -I$(B_DIR)/micro -Isw/common
B_LINK := $(B_FLAGS) -nostdlib -static -Wl,--build-id=none -T $(B_DIR)/machine/link.ld

$(B_OUT)/obj/%.o: $(B_DIR)/%.c $(B_HDR) | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(B_FLAGS) -c -o $@ $<

$(B_OUT)/obj/%.o: $(B_DIR)/%.S $(B_HDR) | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(B_FLAGS) -c -o $@ $<

# An image of one program: $(1) goes into its name, $(2) is the number of passes (0: its own).
define B_IMAGE
$(B_OUT)/$(1)%.elf: $(B_OUT)/obj/programs/%.o $(B_OUT)/obj/user.o $(B_MACHINE_OBJ) \
    $(B_OUT)/obj/machine/main.o $(B_OUT)/obj/machine/passes.o $(B_DIR)/machine/link.ld
	@mkdir -p $$(@D)
	$(RV_CC) $(B_LINK) -Wl,--defsym=bench_passes=$(2) -o $$@ $$(filter %.o,$$^)
endef
$(eval $(call B_IMAGE,full/,0))
$(eval $(call B_IMAGE,once/,1))
$(eval $(call B_IMAGE,long/,12))

$(B_OUT)/micro.elf: $(B_MICRO_OBJ) $(B_MACHINE_OBJ) $(B_OUT)/obj/machine/micro.o \
    $(B_DIR)/machine/link.ld
	$(RV_CC) $(B_LINK) -o $@ $(filter %.o,$^)

# Tools of the host, and each program as one of the host's
$(B_OUT)/tool/%: $(B_DIR)/tools/%.c $(B_HDR) | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -I$(B_DIR)/micro -o $@ $<

$(B_OUT)/host/%: $(B_DIR)/programs/%.c $(B_DIR)/tools/host.c $(B_HDR) | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -I$(B_DIR) -o $@ $(filter %.c,$^)

# What the runs print. Cycles are exact; only timing.txt depends on the host, and is
# made anew each time.
$(B_OUT)/out/%.txt: $(B_OUT)/full/%.elf $(B_SIM)
	@mkdir -p $(@D)
	$(B_SIM) --quiet --no-lockstep --uart-out $@.part $<
	@mv $@.part $@

$(B_OUT)/out/micro.log: $(B_OUT)/micro.elf $(B_SIM)
	@mkdir -p $(@D)
	$(B_SIM) --quiet --no-lockstep --uart-out /dev/null --log $@ $<

$(B_OUT)/out/marks.txt: $(B_OUT)/out/micro.log $(B_OUT)/tool/marks
	$(B_OUT)/tool/marks $< > $@

$(B_OUT)/out/timing.txt: $(B_OUT)/tool/timing $(B_OUT)/long/string.elf $(B_SIM) B_FORCE
	@mkdir -p $(@D)
	$(B_OUT)/tool/timing 5 $(B_SIM) $(B_OUT)/long/string.elf > $@

B_RESULTS := $(B_PROGRAMS:%=$(B_OUT)/out/%.txt) $(B_OUT)/out/marks.txt $(B_OUT)/out/timing.txt

.PHONY: bench test-bench B_FORCE
B_FORCE:

# The kernel's services, measured by its own scenario, go into the same file.
bench: $(B_RESULTS) $(B_OUT)/tool/report build/bench/kernel.json
	@$(B_OUT)/tool/report build/bench.json $(B_RESULTS)
	@$(B_DIR)/merge.sh build/bench.json build/bench/kernel.json
	@$(MAKE) --no-print-directory -s bench-kernel

# Every program once, on the host and, in lockstep, on the machine.
test-bench: $(B_PROGRAMS:%=$(B_OUT)/host/%) $(B_PROGRAMS:%=$(B_OUT)/once/%.elf) \
    $(B_OUT)/micro.elf $(B_OUT)/tool/marks $(B_SIM)
	@$(B_DIR)/test.sh $(B_SIM) $(B_OUT) build/test/$@.log $(B_PROGRAMS)

TESTS += test-bench
