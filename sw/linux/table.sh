#!/bin/sh
# The tables of docs/linux.md: table.sh MACHINE... , simulators in build/. On each both configurations
# boot to the shell's prompt, in lockstep and without; the numbers but for the seconds are the same.
# The first machine then boots both to the end of init's tests.
# SPDX-License-Identifier: ISC
set -eu

out=build/linux/table

memory() { [ "$1" = small ] && echo 4M || echo 16M; }
prompt() { [ "$1" = small ] && echo 'gatehouse$ ' || echo 'gatehouse# '; }

# $1 simulator, $2 configuration, $3 image, rest: options; prints the seconds of processor time it took
seconds() (
    simulator=$1 configuration=$2 image=$3
    shift 3
    "build/$simulator" --quiet "$@" --dram="$(memory "$configuration")" --snapshot --disk=build/linux/disk.img \
        --cycles=500000000 --uart-out=$out.console --stats-json=$out.json "build/linux/$configuration-$image.elf" >&2
    times > $out.times # of this shell; of its children, such as 0m1.23s 0m0.45s
    tail -1 $out.times | tr 'ms' '  ' | awk '{printf "%.1f\n", 60 * $1 + $2 + 60 * $3 + $4}'
)

value() { sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p" $out.json; }
million() { echo "$1" | awk '{printf "%.2f", $1 / 1e6}'; }

echo "| machine | configuration | instructions, million | cycles, million | IPC | instruction TLB misses |" \
    "data TLB misses | words walked | TLB flushes | seconds in lockstep | seconds without |"
echo "|---|---|---|---|---|---|---|---|---|---|---|"
for machine; do
    for configuration in small usable; do
        lockstep=$(seconds "$machine" $configuration prompt --stale-maps --until="$(prompt $configuration)")
        cycles=$(value cycles)
        alone=$(seconds "$machine" $configuration prompt --no-lockstep --until="$(prompt $configuration)")
        [ "$cycles" = "$(value cycles)" ] || { echo "table: lockstep changed the run" >&2; exit 1; }
        echo "| $machine | $configuration | $(million "$(value instructions)") | $(million "$cycles") |" \
            "$(value ipc) | $(value itlb_misses) | $(value dtlb_misses) | $(value walker_reads) |" \
            "$(value tlb_flushes) | $lockstep | $alone |"
    done
done

echo
echo "| configuration | first process: instructions, million | cycles, million |" \
    "power-off after the tests: instructions, million | cycles, million | seconds in lockstep |"
echo "|---|---|---|---|---|---|"
for configuration in small usable; do
    lockstep=$(seconds "$1" $configuration tests --stale-maps)
    started=$(tr -d '\r' < $out.console | sed -n 's/^init: started after \([0-9]*\) .* \([0-9]*\) cycles$/\1 \2/p')
    echo "| $configuration | $(million "${started% *}") | $(million "${started#* }") |" \
        "$(million "$(value instructions)") | $(million "$(value cycles)") | $lockstep |"
done
