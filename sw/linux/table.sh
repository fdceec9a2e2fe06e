#!/bin/sh
# The table of docs/linux.md: table.sh MACHINE... , simulators in build/. Each boots both
# configurations to the prompt, where `poweroff` is typed. Once in lockstep, once without; the
# numbers but for the seconds are the same.
# SPDX-License-Identifier: ISC
set -eu

memory() { [ "$1" = small ] && echo 4M || echo 16M; }

# $1 simulator, $2 configuration, rest: options; prints the seconds it took
seconds() {
    simulator=$1 configuration=$2
    shift 2
    start=$(date +%s.%N)
    "build/$simulator" --quiet "$@" --dram="$(memory "$configuration")" --snapshot --disk=build/linux/disk.img \
        --uart-in=build/linux/poweroff.txt --uart-out=build/linux/table.console \
        --stats-json=build/linux/table.json "build/linux/$configuration-prompt.elf" >&2
    echo "$start $(date +%s.%N)" | awk '{printf "%.1f\n", $2 - $1}'
}

value() { sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p" build/linux/table.json; }
million() { value "$1" | awk '{printf "%.2f", $1 / 1e6}'; }

# Several times: what comes before the shell has set the terminal up is lost.
yes poweroff | head -8 > build/linux/poweroff.txt
echo "| machine | configuration | instructions, million | cycles, million | IPC | instruction TLB misses |" \
    "data TLB misses | words walked | TLB flushes | seconds in lockstep | seconds without |"
echo "|---|---|---|---|---|---|---|---|---|---|---|"
for machine; do
    for configuration in small usable; do
        lockstep=$(seconds "$machine" $configuration --stale-maps)
        alone=$(seconds "$machine" $configuration --no-lockstep)
        echo "| $machine | $configuration | $(million instructions) | $(million cycles) | $(value ipc) |" \
            "$(value itlb_misses) | $(value dtlb_misses) | $(value walker_reads) | $(value tlb_flushes) |" \
            "$lockstep | $alone |"
    done
done
