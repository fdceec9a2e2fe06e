#!/bin/sh
# Model and simulator under valgrind: no wrong access, nothing uninitialised that decides, nothing lost or left at the end.
#     valgrind.sh OUT        (from the repository's root)
# SPDX-License-Identifier: ISC
out=$1
mkdir -p "$out"

# run NAME STATUS COMMAND...
run() {
    name=$1 status=$2
    shift 2
    valgrind -q --log-file="$out/valgrind-$name.log" --error-exitcode=99 --leak-check=full --show-leak-kinds=all \
        --errors-for-leak-kinds=all "$@" < /dev/null > "$out/valgrind-$name.out" 2>&1
    got=$?
    if [ -s "$out/valgrind-$name.log" ]; then
        echo "FAIL valgrind/$name: $(sed -n '1s/^==[0-9]*== //p' "$out/valgrind-$name.log"), $out/valgrind-$name.log"
    elif [ $got -ne "$status" ]; then
        echo "FAIL valgrind/$name: status $got, not $status"
    else
        echo "PASS valgrind/$name"
    fi
}

files=build/scenario/switch/files
head -c 1000 $files.elf > "$out/cut.elf"
run model 0 build/refmodel --events="$out/events" --stats build/scenario/switch/worked.elf
run model_with_disk 0 build/refmodel --snapshot --disk=$files.img $files.elf
run model_refuses 205 build/refmodel "$out/cut.elf"
run simulator 3 build/gatehouse --log="$out/log" --events="$out/events" --stats build/tb/test/tiny.elf
run simulator_stopped 211 build/gatehouse --snapshot --disk=$files.img --cycles=20000 $files.elf
run simulator_refuses 205 build/gatehouse "$out/cut.elf"
