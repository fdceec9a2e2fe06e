# The simulator: what it shares with the reference model (sim/common), the
# harness in C, and the verilated machine.
# SPDX-License-Identifier: ISC

# ---- Shared by the harness and the reference model: link with -lelf
SIM_COMMON_SRC := $(wildcard sim/common/*.c)
SIM_COMMON_LIB := build/sim/libcommon.a

build/sim/common/%.o: sim/common/%.c | build/.tools-base
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_HOST) -MMD -MP -c $< -o $@

$(SIM_COMMON_LIB): $(SIM_COMMON_SRC:sim/%.c=build/sim/%.o)
	@rm -f $@
	$(AR) rcs $@ $^

-include $(SIM_COMMON_SRC:sim/%.c=build/sim/%.d)
