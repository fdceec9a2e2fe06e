#!/bin/sh
# What one remote procedure call costs in copies and TLB flushes, by queues, by
# message and in registers, as the rpc scenario has printed it on the machine with
# ASIDs and without; and the events of each without, as in sim/traces/asid0.
# SPDX-License-Identifier: ISC

# copies:flushes at crossings+flushes at changes of the map
figures() {
    awk '/copies for one/ { copies = $NF }
        /TLB flushes for one/ { gsub(/[^0-9]+/, " "); printf "%s:%s+%s ", copies, $1, $2 }' "$1"
}

verdict() { # name, got, expected
    if [ "$2" = "$3" ]; then
        echo "PASS $1: $2"
    else
        echo "FAIL $1: $2instead of $3"
    fi
}

# Between the calls of counters() that stand around the one that is measured.
measured() {
    awk '/enter_counters.*2 times/ { print "== one call"; on = 1; next }
        /enter_counters/ { on = 0 }
        on' "$1"
}

out=build/scenario
for plan in switch ubit; do
    verdict "rpc-cost-$plan" "$(figures $out/$plan/rpc.rtl.out)" "4:0+0 2:0+0 0:0+0 "
done
verdict rpc-cost-switch-asid0 "$(figures $out/switch/rpc-asid0.rtl.out)" "4:8+2 2:6+2 0:4+2 "
verdict rpc-cost-ubit-asid0 "$(figures $out/ubit/rpc-asid0.rtl.out)" "4:0+2 2:0+2 0:0+2 "
for by in model rtl; do
    if [ "$(measured $out/switch/rpc-asid0.$by.trace)" = "$(cat sim/traces/asid0/rpc.trace)" ]; then
        echo "PASS rpc-events-$by-asid0"
    else
        echo "FAIL rpc-events-$by-asid0: not as sim/traces/asid0/rpc.trace"
    fi
done
