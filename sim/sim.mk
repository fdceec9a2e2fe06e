# The reference model: a library for the harness, the stand-alone runner and
# the model's own tests.
# SPDX-License-Identifier: ISC

SIM_MODEL_SRC := sim/model.c sim/translate.c sim/walk.c sim/mem.c sim/stale.c sim/stale_map.c \
	sim/trap.c sim/interrupt.c sim/csr.c sim/counters.c sim/gate.c \
	sim/execute.c sim/execute_jump.c sim/execute_memory.c \
	sim/execute_atomic.c sim/execute_system.c \
	sim/sdcard.c sim/sdcard_commands.c sim/sdcard_blocks.c sim/sdcard_data.c \
	$(addprefix sim/devices/,devices.c clint.c plic.c uart.c spi.c finisher.c)
SIM_MODEL_LIB := build/sim/libmodel.a

build/sim/%.o: sim/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -Isim -MMD -MP -c $< -o $@

$(SIM_MODEL_LIB): $(SIM_MODEL_SRC:sim/%.c=build/sim/%.o)
	@rm -f $@
	$(AR) rcs $@ $^

build/refmodel: build/sim/refmodel.o build/sim/refmodel_options.o \
		$(SIM_MODEL_LIB) build/sim/libcommon.a
	$(CC) $(CFLAGS_HOST) $^ -lelf -o $@

# ---- Tests of the model itself
SIM_TEST_SRC := $(wildcard sim/test/*.c)

build/test-model: $(SIM_TEST_SRC:sim/%.c=build/sim/%.o) $(SIM_MODEL_LIB) build/sim/libcommon.a
	$(CC) $(CFLAGS_HOST) $^ -lelf -o $@

TESTS += test-model
.PHONY: test-model
test-model: build/test-model
	@mkdir -p build/test
	@build/test-model | tee build/test/test-model.log

-include $(patsubst sim/%.c,build/sim/%.d,$(SIM_MODEL_SRC) sim/refmodel.c \
	sim/refmodel_options.c $(SIM_TEST_SRC))
