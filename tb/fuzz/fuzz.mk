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
