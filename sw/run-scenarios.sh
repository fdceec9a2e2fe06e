#!/bin/sh
# Runs scenarios, on the machine (in lockstep) and on the reference model, and
# compares: exit status, console, and event trace with the one in sim/traces.
#
#   sw/run-scenarios.sh [-0] [-c] [-t] [PLAN/NAME ...]
#
#   -0   the machine without ASIDs. Its event trace cannot say which module is
#        meant, so it is not compared; status and console are
#   -c   show the console output too
#   -t   test style: PASS and FAIL lines only
#
# RTL and MODEL name the two simulators; RTL= leaves the machine out. SMALL_DRAM is the memory of PLAN=small.
# SPDX-License-Identifier: ISC

RTL=${RTL-build/gatehouse}
MODEL=${MODEL-build/refmodel}
console= tests= asid0=
while getopts 0ct o; do
    case $o in
    0) asid0=-asid0 ;;
    c) console=1 ;;
    t) tests=1 ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))

# The simulators' options for a scenario: symbols of its modules, disk, input.
options() {
    awk -v d="build/sw/$plan/program" '$1 == "start" || $1 == "symbols" {
        image = $2
        for (i = 3; i < NF; i++) if ($i == "image") image = $(i + 1)
        printf "--symbols=%s=%s/%s.elf ", $2, d, image }' "sw/scenario/$name.conf"
    [ "$plan" = small ] && printf -- '--dram=%s ' "$SMALL_DRAM"
    [ -f "sw/scenario/$name.in" ] && printf -- '--uart-in=sw/scenario/%s.in ' "$name"
    printf -- '--cycles=%s ' "$(awk '$1 == "limit" { n = $2 } END { print n ? n : 60000000 }' \
        "sw/scenario/$name.conf")"
    if grep -q '^disk' "sw/scenario/$name.conf"; then
        cp "build/scenario/$plan/$name.img" "$out.img" && printf -- '--disk=%s.img ' "$out"
    fi
}

# Modules print whole lines, each under its name; their order among modules is
# a matter of timing. What the machine measures is, too: "(measured: ...)" is left out.
by_module() {
    sed 's/ (measured:[^)]*)//' "$1" | sort -s -k1,1
}

# Modules that never end, or race ("endless NAME ..." in the scenario), do what
# they do a number of times that is a matter of timing: not in the trace.
leave_out() {
    grep -q '^endless' "sw/scenario/$name.conf" || return
    awk 'FNR == NR { if ($1 == "endless") for (i = 2; i <= NF; i++) out["== module " $i] = 1; next }
        /^== / { skip = $0 in out } !skip' "sw/scenario/$name.conf" "$1" > "$1.part"
    mv "$1.part" "$1"
}

why() {
    [ -n "$bad" ] || bad=$1
}

run() { # the simulator's name, program, options
    out=build/scenario/$plan/$name$asid0.$1
    shift
    # shellcheck disable=SC2046
    timeout 300 "$@" $(options) --events="$out.trace" "build/scenario/$plan/$name.elf" \
        > "$out.out" 2> "$out.err"
    status=$?
    leave_out "$out.trace"
    want=$(awk '$1 == "status" { print $2 }' "sw/scenario/$name.conf")
    [ "$status" = "${want:-0}" ] || why "status $status on $1"
    [ -z "$asid0" ] || return
    expected=sim/traces/$plan/$name.trace
    [ -f "$expected" ] || expected=sim/traces/$name.trace
    if [ "$plan" = switch ] || [ "$expected" != "sim/traces/$name.trace" ]; then
        [ ! -f "$expected" ] || cmp -s "$expected" "$out.trace" || why "trace differs: $out.trace"
        [ -f "$expected" ] || why "no expected trace"
    fi
}

field() {
    sed -n "s/.*\"$1\": \([0-9]*\).*/\1/p" "$stats" 2> /dev/null
}

one() {
    plan=${1%/*} name=${1#*/} bad=
    stats=build/scenario/$plan/$name$asid0.json
    rm -f "$stats"
    run model "$MODEL" ${asid0:+--asid-bits=0}
    model=build/scenario/$plan/$name$asid0.model
    if [ -n "$RTL" ]; then
        run rtl "$RTL$asid0" --quiet --stats-json="$stats"
        by_module "$model.out" > "$out.a"
        by_module "$out.out" > "$out.b"
        cmp -s "$out.a" "$out.b" || why "console differs from the model's"
        [ -n "$asid0" ] || cmp -s "$model.trace" "$out.trace" ||
            why "trace differs from the model's"
        rm -f "$out.a" "$out.b"
    fi
    [ -n "$console" ] && cat "$out.out"
    if [ -n "$tests" ]; then
        if [ -n "$bad" ]; then echo "FAIL scenario-$plan-$name$asid0: $bad"; else echo "PASS scenario-$plan-$name$asid0"; fi
    else
        tlb=$(($(field itlb_misses)+0 + $(field dtlb_misses)+0))
        printf '%-10s %-7s %11s %13s %7s %7s %11s  %s\n' "$name" "$plan" "$(field cycles)" \
            "$(field instructions)" "$(field gates)" "$(field exceptions)" "$tlb" "${bad:-as expected}"
    fi
}

# Two at a time, the lines in order.
if [ -n "$ONE_SCENARIO" ]; then
    line=build/scenario/$ONE_SCENARIO$asid0.line
    one "$ONE_SCENARIO" > "$line.part"
    mv "$line.part" "$line"
    exit
fi
for s in "$@"; do rm -f "build/scenario/$s$asid0.line"; done
export RTL MODEL
printf '%s\n' "$@" | xargs -P 2 -I '{}' env "ONE_SCENARIO={}" "$0" ${asid0:+-0} ${console:+-c} ${tests:+-t} &
[ -n "$tests" ] || printf '%-10s %-7s %11s %13s %7s %7s %11s  %s\n' \
    scenario plan cycles instructions gates faults 'TLB misses' verdict
for s in "$@"; do
    line=build/scenario/$s$asid0.line
    while [ ! -f "$line" ]; do
        kill -0 $! 2> /dev/null || [ -f "$line" ] || break 2
        sleep 0.05
    done
    cat "$line"
done
wait
