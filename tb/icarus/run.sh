#!/bin/sh
# Runs images on the Icarus bench, and with -t as tests: the retire trace must equal
# the Verilator harness's line for line, the console too.
#
#   tb/icarus/run.sh [-t] IMAGE.elf ...
#
# Traces are left in build/icarus/PLAN-NAME.trace. BENCH, HARNESS and ROM name the parts.
# SPDX-License-Identifier: ISC
BENCH=${BENCH:-build/icarus/bench.vvp}
HARNESS=${HARNESS:-build/gatehouse}
ROM=${ROM:-build/icarus/rom.hex}
tests=
[ "$1" = -t ] && { tests=1; shift; }
failed=0

bench() { # image, base of the outputs: false if the program did not come to an end of its own
    plusargs=$(build/icarus/elf2hex "$1" "$2.hex") || return
    # shellcheck disable=SC2086
    vvp -n "$BENCH" +rom="$ROM" $plusargs +dram_unknown +trace="$2.trace" > "$2.out" 2>&1
    rm -f "$2.hex"
    status=$(sed -n 's/^bench: pass .*/0/p; s/^bench: the program ended with //p' "$2.out")
    [ -n "$status" ]
}

for image in "$@"; do
    name=$(basename "$image" .elf)
    plan=$(basename "$(dirname "$image")")
    base=build/icarus/$plan-$name
    why=
    if grep -q '^disk' "sw/scenario/$name.conf" 2> /dev/null; then
        why='it needs a disk, which the Icarus bench does not have'
    elif ! bench "$image" "$base"; then
        why=$(grep '^bench:' "$base.out" | tail -1)
        why=${why:-$(tail -1 "$base.out")}
    elif [ -n "$tests" ]; then
        "$HARNESS" --no-lockstep --quiet --rom="$ROM" --retire-trace="$base.verilator.trace" \
            "$image" > "$base.verilator.out"
        other=$?
        [ "$status" = $other ] || why="status $status, with Verilator $other"
        sed '/^bench: /d' "$base.out" | cmp -s - "$base.verilator.out" || why='console differs from Verilator'
        line=$(cmp "$base.trace" "$base.verilator.trace" 2>&1 | sed 's/.*, //')
        [ -z "$line" ] || why="retire trace differs from Verilator's: $line"
    else
        want=$(awk '$1 == "status" { print $2 }' "sw/scenario/$name.conf" 2> /dev/null)
        [ "$status" = "${want:-0}" ] || why="status $status"
    fi
    if [ -n "$tests" ]; then
        if [ -n "$why" ]; then echo "FAIL icarus-$plan-$name: $why"; else echo "PASS icarus-$plan-$name"; fi
    else
        [ -f "$base.out" ] && cat "$base.out"
        if [ -n "$why" ]; then echo "$image: $why" >&2; failed=1; else echo "retire trace: $base.trace"; fi
    fi
done
exit $failed
