#!/bin/sh
# Devices that misbehave: a run must end as told, in lockstep, and say so.
#     devices.sh OUT        (from the repository's root)
# SPDX-License-Identifier: ISC
out=$1
files=build/scenario/switch/files
mkdir -p "$out"

# expect NAME STATUS PATTERN COMMAND...
expect() {
    name=$1 status=$2 pattern=$3
    shift 3
    timeout 300 "$@" < /dev/null > "$out/$name.out" 2>&1
    got=$?
    if [ $got -ne "$status" ]; then
        echo "FAIL $name: status $got, not $status: $(tail -n 1 "$out/$name.out")"
    elif ! grep -qaE "$pattern" "$out/$name.out"; then
        echo "FAIL $name: no '$pattern' in $out/$name.out"
    else
        echo "PASS $name"
    fi
}

# card NAME STATUS PATTERN FAULTS...: a program that reads and writes files
card() {
    name=$1 status=$2 pattern=$3
    shift 3
    cp $files.img "$out/$name.img"
    expect "$name" "$status" "$pattern" "$out/devices" "$@" -- --quiet --no-rerun --rom=build/rom.hex \
        --cycles=30000000 "--disk=$out/$name.img" $files.elf
}

# What the program gets of a card that fails is an error, never wrong bytes: it says -8 (E_IO) and ends with 11.
card card_good 0 'all modules ended as expected'
card card_slow 0 'all modules ended as expected' --slow=40
card card_silent_from_the_start 1 'module files ended: exit 11' --silent-after=1
card card_falls_silent 1 'module files ended: exit 11' --silent-after=40000
card card_fails_to_read_the_first_sector 1 'two more: -8' --fail-read=0
card card_falls_silent_in_an_answer 1 'module files ended: exit 11' --slow=2000 --silent-after=100000
card card_fails_to_read_a_file 1 'reading into code: -8' --fail-read=48
card card_fails_to_write 1 'copied: -8' --fail-write=56

# More than the kernel keeps, at the line's full speed: what is lost is lost, and after it the shell does what it is told.
awk 'BEGIN {for (i = 0; i < 100; i++) printf "%s%c", "flood of characters that nobody reads ", 33 + i % 90
    print "\nexit"}' > "$out/flood"
cp build/scenario/switch/shell.img "$out/shell.img"
expect uart_flood 0 'module shell ended: exit 0' "$out/devices" --pause-after=3900 -- --quiet --no-rerun \
    --rom=build/rom.hex --cycles=30000000 "--disk=$out/shell.img" "--uart-in=$out/flood" build/scenario/switch/shell.elf
