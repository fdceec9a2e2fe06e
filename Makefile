# Gatehouse: `make help` lists the targets.
# SPDX-License-Identifier: ISC

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

CC := gcc
CXX := g++
CFLAGS_HOST := -std=gnu11 -O2 -g -Wall -Wextra -Werror
RV_CC := riscv64-unknown-elf-gcc
RV_OBJCOPY := riscv64-unknown-elf-objcopy
RV_ARCH := -march=rv32ima_zicsr_zifencei -mabi=ilp32
TESTS :=

include mk/tools.mk
include rtl/rtl.mk
-include sim/sim.mk
-include tb/tb.mk
-include sw/sw.mk
-include sw/tests/tests.mk
-include sw/bench/bench.mk
-include sw/linux/linux.mk
