# Tools, from Debian's packages, in groups; each group is installed once, by the
# targets that need it. A group whose programs are all there installs nothing.
# SPDX-License-Identifier: ISC

SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

# To run the machine, and to test it
TOOLS_base := gcc g++ verilator gcc-riscv64-unknown-elf libelf-dev zlib1g-dev device-tree-compiler
TOOLS_test := iverilog yosys qemu-system-misc cppcheck valgrind

TOOLS_wave := gtkwave xvfb xauth imagemagick fonts-dejavu-core

.PHONY: install
install: build/.tools-base build/.tools-test

build/.tools-%:
	@mkdir -p build
	@missing=$$(dpkg-query -W -f '$${db:Status-Abbrev} $${Package}\n' $(TOOLS_$*) 2>&1 | \
		awk '/^dpkg-query: no packages/ {print $$NF} !/^ii/ && !/^dpkg-query/ {print $$2}'); \
	if [ -n "$$missing" ]; then \
		echo "Installing:" $$missing; \
		$(SUDO) apt-get update -q && \
		DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -q --no-install-recommends $(TOOLS_$*); \
	fi && touch $@
