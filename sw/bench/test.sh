#!/bin/sh
# Tests of the benchmarks: test.sh SIMULATOR OUT LOG PROGRAM...
# Each program must return its known sum on the host and, in lockstep with the
# reference model, on the machine; the microbenchmarks must leave all their marks.
# SPDX-License-Identifier: ISC
sim=$1 out=$2 log=$3
shift 3
mkdir -p "$(dirname "$log")"
: > "$log"

# verdict NAME COMMAND...: one line, with the last line of what a failure printed
verdict() {
    name=$1
    shift
    if text=$("$@" 2>&1); then
        echo "PASS $name"
    else
        echo "FAIL $name: status $?: $(echo "$text" | tail -n 1)"
    fi | tee -a "$log"
}

for program; do
    verdict "bench-host-$program" "$out/host/$program"
    verdict "bench-$program" "$sim" --quiet --cycles 20000000 "$out/once/$program.elf"
done
verdict bench-micro "$sim" --quiet --cycles 20000000 --log "$out/micro.log" "$out/micro.elf"
verdict bench-marks "$out/tool/marks" "$out/micro.log"
