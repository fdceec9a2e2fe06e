#!/bin/sh
# Measures the kernel's services under both plans, with and without ASIDs, and
# writes one flat JSON object: PLAN.NAME_cycles, PLAN.NAME_instructions, and the
# counts of flushes and copies; under "asid0." the same for ASID_BITS=0.
#
#   sw/run-kernel-bench.sh OUT.json
#
# SPDX-License-Identifier: ISC
set -e
out=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for plan in switch ubit; do
    for asid in 9 0; do
        rtl=build/gatehouse prefix=
        [ $asid = 9 ] || { rtl=build/gatehouse-asid0 prefix=asid0.; }
        "$rtl" --quiet --no-lockstep "build/scenario/$plan/bench.elf"
        cp "build/scenario/$plan/pagein.img" "$work/disk"
        "$rtl" --quiet --no-lockstep --disk="$work/disk" "build/scenario/$plan/pagein.elf"
    done | awk -v plan=$plan -v work="$work" '
        /^kernel: Gatehouse/ { run++; prefix = run > 2 ? "asid0." : "" }
        $2 == "bench" && $3 ~ /(flushes|copies)$/ { print prefix plan "." $3, $4 }
        $2 == "bench" && $3 !~ /(flushes|copies)$/ {
            print prefix plan "." $3 "_cycles", $4
            print prefix plan "." $3 "_instructions", $5
        }'
done > "$work/numbers"
awk 'BEGIN { print "{" }
    { printf "%s  \"%s\": %s", n++ ? ",\n" : "", $1, $2 }
    END { print "\n}" }' "$work/numbers" > "$out"
