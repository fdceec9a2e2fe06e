#!/bin/sh
# The runs that are tried on a mutant: random programs, then the directed tests, then more random programs.
#     suite.sh ELF...
# Tests of the user's map in satp stand for those in upmar too.
# SPDX-License-Identifier: ISC
echo "fuzz 1 1 0"
echo "fuzz 2 2 0"
echo "fuzz 4 4 1"
echo "fuzz 8 8 20000"
echo "fuzz 16 48 100000"
for elf; do
    name=$(basename "$elf" .elf)
    case $name in
    *.upmar | interrupt_during* | interrupt_among*) ;;
    *) echo "elf $elf" ;;
    esac
done
