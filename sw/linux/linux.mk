# Linux on the machine: firmware, kernels from Debian's package, our userland, and one ELF image
# for each of them: build/linux/CONFIGURATION-tests.elf and -prompt.elf.
# SPDX-License-Identifier: ISC

TOOLS_linux := linux-source-6.1 gcc-riscv64-linux-gnu gcc-riscv64-unknown-elf flex bison bc rsync kmod \
	xz-utils device-tree-compiler glibc-source gawk gettext bzip2 mtools e2fsprogs fdisk

LINUX_CONFIGURATIONS := small usable
LINUX_MEMORY_small := 4
LINUX_MEMORY_usable := 16
LINUX_WORK := build/linux/work

# ---- The kernels
build/linux/%/Image: sw/linux/%.config sw/linux/base.config sw/linux/build-kernel.sh | build/.tools-linux
	@sw/linux/build-kernel.sh $* $(LINUX_WORK) build/linux/$*
	@touch $@

# ---- Our programs, on raw system calls
LINUX_USER_CFLAGS := -std=gnu11 -Os -Wall -Wextra -Werror -ffreestanding -ffunction-sections \
	-fno-tree-loop-distribute-patterns
LINUX_LIB := start.o lib.o
LINUX_INIT := $(LINUX_LIB) init.o tests.o $(notdir $(patsubst %.c,%.o,$(wildcard sw/linux/user/test_*.c)))
LINUX_TOOLS := $(LINUX_LIB) tools.o sh.o demo.o

# The devices' addresses
build/dts/devices.h: build/gatehouse.dtb sw/dts/tree.sh
	@mkdir -p $(@D)
	sw/dts/tree.sh header $< > $@

build/linux/user/%.o: sw/linux/user/%.c build/linux/small/Image build/dts/devices.h
	@mkdir -p $(@D)
	$(RV_CC) $(RV_ARCH) $(LINUX_USER_CFLAGS) -Ibuild/dts -isystem build/linux/small/uapi/include -MMD -MP -c $< -o $@

build/linux/user/%.o: sw/linux/user/%.S | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(RV_ARCH) -c $< -o $@

build/linux/user/init: $(LINUX_INIT:%=build/linux/user/%)
build/linux/user/tools: $(LINUX_TOOLS:%=build/linux/user/%)
build/linux/user/init build/linux/user/tools:
	$(RV_CC) $(RV_ARCH) -nostdlib -static -s -Wl,-z,max-page-size=4096,--gc-sections,--build-id=none $^ -lgcc -o $@

-include $(wildcard build/linux/user/*.d)

# ---- RAM disks. Those of the tests hold what the tests need and no more; the usable system's prompt
# has BusyBox as well, and names for our tools that its shell finds.
LINUX_DIRECTORIES_usable := /sys /tmp /mnt /mnt2
LINUX_LINKS_usable := sum demo
linux_directories = for directory in $(LINUX_DIRECTORIES_$(1)); do echo "dir $$directory 755 0 0"; done

build/linux/busybox: sw/linux/busybox.config sw/linux/build-busybox.sh build/linux/usable/Image | build/.tools-linux
	@sw/linux/build-busybox.sh $(LINUX_WORK) $@ build/linux/usable/uapi/include

build/linux/%-tests.cpio: sw/linux/ramdisk.list build/linux/user/init build/linux/user/tools build/linux/%/Image
	@{ cat $<; $(call linux_directories,$*); echo "file /tests /dev/null 644 0 0"; } > $(@:.cpio=.list)
	build/linux/$*/gen_init_cpio $(@:.cpio=.list) > $@

build/linux/%-prompt.cpio: sw/linux/ramdisk.list build/linux/user/init build/linux/user/tools build/linux/%/Image
	@{ cat $<; $(call linux_directories,$*); \
		for tool in $(LINUX_LINKS_$*); do echo "slink /bin/$$tool tools 777 0 0"; done; \
		$(if $(filter %busybox,$^),echo "file /bin/busybox build/linux/busybox 755 0 0"; \
			echo "slink /bin/sh busybox 777 0 0";) \
	} > $(@:.cpio=.list)
	build/linux/$*/gen_init_cpio $(@:.cpio=.list) > $@

build/linux/usable-prompt.cpio: build/linux/busybox

# ---- The images: firmware at the end of the memory, kernel at its start, RAM disk between them
FIRMWARE_SRC := $(wildcard sw/firmware/*.c sw/firmware/*.S)
FIRMWARE_CFLAGS := -std=gnu11 -Os -Wall -Wextra -Werror -ffreestanding -fno-tree-loop-distribute-patterns
FIRMWARE_SIZE := 0x2000

# The usable kernel drives the finisher itself, and has no console calls.
FIRMWARE_FLAGS_usable := -DFIRMWARE_WITHOUT_RESET

# $(1) image, $(2) payload, $(3) RAM disk, $(4) memory in MiB, $(5) flags
firmware_link = $(RV_CC) $(RV_ARCH) $(FIRMWARE_CFLAGS) $(5) -nostdlib -static -Isw/common -Ibuild/dts \
	'-DPAYLOAD="$(2)"' '-DDISK="$(3)"' $(FIRMWARE_SRC) -lgcc -T sw/firmware/firmware.ld \
	-Wl,--defsym=MEMORY_END=0x80000000+$(4)*0x100000,--defsym=FIRMWARE_BASE=MEMORY_END-$(FIRMWARE_SIZE) \
	-Wl,-z,max-page-size=4096,--no-warn-rwx-segments,--build-id=none -o $(1)

define linux_image
build/linux/$(1)-%.elf: build/linux/$(1)-%.cpio build/linux/$(1)/Image $$(FIRMWARE_SRC) \
		sw/firmware/firmware.h sw/firmware/firmware.ld sw/common/csr.h build/dts/devices.h
	$$(call firmware_link,$$@,build/linux/$(1)/Image,$$<,$$(LINUX_MEMORY_$(1)),$$(FIRMWARE_FLAGS_$(1)))
endef
$(foreach c,$(LINUX_CONFIGURATIONS),$(eval $(call linux_image,$(c))))

.PRECIOUS: build/linux/%-tests.cpio build/linux/%-prompt.cpio build/linux/%/Image build/linux/user/%.o

# ---- The card: a FAT and an ext2 partition, with files that the tests know
build/linux/disk.img: sw/linux/make-disk.sh | build/.tools-linux
	@sw/linux/make-disk.sh $@

# ---- Running them
LINUX ?= usable
LINUX_SIM ?= build/gatehouse
LINUX_OPTIONS ?= --stale-maps
# The tests end long before; a kernel that hangs ends here.
LINUX_CYCLES := --cycles=500000000
linux_run = $(LINUX_SIM) --dram=$(LINUX_MEMORY_$(1))M $(if $(filter usable,$(1)),--disk=build/linux/disk.img) \
	$(LINUX_OPTIONS)

.PHONY: linux linux-run linux-images linux-tests-images
linux-tests-images: $(LINUX_CONFIGURATIONS:%=build/linux/%-tests.elf) build/linux/disk.img $(LINUX_SIM)
linux-images: linux-tests-images $(LINUX_CONFIGURATIONS:%=build/linux/%-prompt.elf)

# Boots both configurations to the end of init's tests; the exit status is theirs.
linux:
	@echo "linux: building what is not built yet"
	@$(MAKE) --no-print-directory -s linux-tests-images
	@for c in $(LINUX_CONFIGURATIONS); do \
		echo "linux: starting ($$c)"; \
		case $$c in \
		small) $(call linux_run,small) $(LINUX_CYCLES) build/linux/small-tests.elf ;; \
		usable) $(call linux_run,usable) $(LINUX_CYCLES) --snapshot build/linux/usable-tests.elf ;; \
		esac || exit; \
	done

# A prompt on this terminal: LINUX=small for the smallest configuration
linux-run:
	@$(MAKE) --no-print-directory -s build/linux/$(LINUX)-prompt.elf build/linux/disk.img $(LINUX_SIM)
	@$(call linux_run,$(LINUX)) --interactive build/linux/$(LINUX)-prompt.elf

# ---- The tables for the documentation: both configurations to their prompt, on the machine with and
# without ASIDs, with 64 and with 8 TLB entries; and to the end of their tests
LINUX_MACHINES := gatehouse gatehouse-asid0 gatehouse-tlb8 gatehouse-asid0-tlb8
$(eval $(call simulators,-tlb8,-GTLB_ENTRIES=8))
$(eval $(call simulators,-asid0-tlb8,-GASID_BITS=0 -GTLB_ENTRIES=8))

.PHONY: linux-table
linux-table: $(LINUX_CONFIGURATIONS:%=build/linux/%-prompt.elf) $(LINUX_CONFIGURATIONS:%=build/linux/%-tests.elf) build/linux/disk.img $(LINUX_MACHINES:%=build/%)
	@sw/linux/table.sh $(LINUX_MACHINES) > build/linux/table.md
	@cat build/linux/table.md

# ---- Tests: the firmware's calls, and the smallest Linux to its tests' end, on the RTL in lockstep
build/firmware-test.bin: sw/firmware/test/start.S sw/firmware/test/sbi.c | build/.tools-base
	@mkdir -p $(@D)
	$(RV_CC) $(RV_ARCH) -std=gnu11 -O2 -Wall -Wextra -Werror -ffreestanding -nostdlib -static \
		-Wl,-Ttext=0x80000000,--no-warn-rwx-segments,--build-id=none $^ -o $(@:.bin=.payload.elf)
	$(RV_OBJCOPY) -O binary $(@:.bin=.payload.elf) $@

FIRMWARE_FLAGS_firmware-clint := -DFIRMWARE_WITHOUT_SSTC

build/firmware-test.elf build/firmware-clint-test.elf: build/%-test.elf: build/firmware-test.bin $(FIRMWARE_SRC) \
		sw/firmware/firmware.h sw/firmware/firmware.ld build/dts/devices.h
	@: > build/firmware-test.disk
	$(call firmware_link,$@,$<,build/firmware-test.disk,4,$(FIRMWARE_FLAGS_$*))

TESTS += test-linux
.PHONY: test-linux
test-linux: build/firmware-test.elf build/firmware-clint-test.elf build/linux/small-tests.elf build/gatehouse build/refmodel
	@mkdir -p build/test
	@{ sw/linux/run-guest.sh firmware 'build/refmodel --dram=4M' build/firmware-test.elf model; \
	   sw/linux/run-guest.sh firmware 'build/gatehouse --quiet --dram=4M' build/firmware-test.elf rtl; \
	   sw/linux/run-guest.sh firmware-clint 'build/gatehouse --quiet --dram=4M' build/firmware-clint-test.elf rtl; \
	   sw/linux/run-guest.sh linux 'build/gatehouse --quiet --stale-maps --dram=4M $(LINUX_CYCLES)' \
	       build/linux/small-tests.elf rtl 5000000; \
	} | tee build/test/$@.log

# The documentation's tables of memory are the device tree's.
TESTS += test-device-tree
.PHONY: test-device-tree
test-device-tree: build/gatehouse.dtb
	@mkdir -p build/test
	@sw/dts/tree.sh check $< docs/devices.md docs/manual.md | tee build/test/$@.log

# What Linux found, without Linux
LINUX_FOUND := $(patsubst sw/%.c,build/%.elf,$(wildcard sw/tests/linux/*.c))
TESTS += test-linux-found
.PHONY: test-linux-found
test-linux-found: $(LINUX_FOUND) build/linux/disk.img build/gatehouse
	@TEST_CYCLES=10000000 TEST_OPTIONS='--stale-maps --snapshot --disk=build/linux/disk.img' \
		sw/tests/run.sh sim build/gatehouse build/test/$@.log $(LINUX_FOUND)

# The usable configuration on the reference model and on the RTL, with its disk: longer
.PHONY: test-linux-usable
test-linux-usable: build/linux/usable-tests.elf build/linux/disk.img build/gatehouse build/refmodel
	@mkdir -p build/test
	@{ sw/linux/run-guest.sh linux-usable 'build/refmodel --snapshot --disk=build/linux/disk.img' $< model; \
	   sw/linux/run-guest.sh linux-usable 'build/gatehouse --quiet --stale-maps --snapshot --disk=build/linux/disk.img $(LINUX_CYCLES)' $< rtl; \
	} | tee build/test/$@.log
