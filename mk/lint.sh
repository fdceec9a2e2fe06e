#!/bin/sh
# Lints the RTL with Verilator, Icarus and Yosys, for the parameter sets that are
# used; one PASS or FAIL line each. RTL_SYNTH, RTL_FILES and RTL_INC come from make.
# SPDX-License-Identifier: ISC
out=build/lint
mkdir -p $out

# check NAME COMMAND...: passes if the command succeeds and says nothing
check() {
    name=$1
    shift
    if "$@" > "$out/log" 2>&1 && ! grep -q '[^[:space:]]' "$out/log"; then
        echo "PASS lint/$name"
    else
        echo "FAIL lint/$name: $(grep -m1 -i 'warning\|error' "$out/log")"
    fi
}

verilate() { verilator --lint-only -Wall $RTL_INC --top-module gatehouse_soc "$@"; }
elaborate() { iverilog -g2005 -Wall $RTL_INC -s gatehouse_soc -o $out/soc.vvp "$@"; }
# -q shows warnings and errors only; check -assert finds loops, conflicting drivers
# and undriven wires
synthesise() {
    yosys -q -p "read_verilog $define $RTL_INC $*; $params hierarchy -check -top gatehouse_soc; proc; check -assert"
}

check verilator verilate $RTL_SYNTH
check verilator-rvfi verilate -DRVFI $RTL_FILES
check verilator-asid0 verilate -GASID_BITS=0 $RTL_SYNTH
check verilator-small verilate -GTLB_ENTRIES=4 -GICACHE_BYTES=1024 -GDCACHE_BYTES=1024 $RTL_SYNTH
check verilator-without verilate -DWITHOUT_GATES -DWITHOUT_USER_MAP $RTL_SYNTH
check verilator-small-core verilate -DGATEHOUSE_SMALL $RTL_SYNTH
check verilator-small-core-rvfi verilate -DGATEHOUSE_SMALL -DRVFI -GTLB_ENTRIES=32 $RTL_FILES
check verilator-small-core-without verilate -DGATEHOUSE_SMALL -DWITHOUT_GATES -DWITHOUT_USER_MAP $RTL_SYNTH
check verilator-small-core-asid0 verilate -DGATEHOUSE_SMALL -GASID_BITS=0 -GTLB_ENTRIES=4 $RTL_SYNTH
check icarus elaborate $RTL_SYNTH
check icarus-rvfi elaborate -DRVFI $RTL_FILES
check icarus-asid0 elaborate -Pgatehouse_soc.ASID_BITS=0 $RTL_SYNTH
check icarus-without elaborate -DWITHOUT_GATES -DWITHOUT_USER_MAP $RTL_SYNTH
check icarus-small-core elaborate -DGATEHOUSE_SMALL $RTL_SYNTH
check icarus-small-core-rvfi elaborate -DGATEHOUSE_SMALL -DRVFI -Pgatehouse_soc.TLB_ENTRIES=32 $RTL_FILES
params= define=
check yosys synthesise $RTL_SYNTH
params="chparam -set ASID_BITS 0 -set TLB_ENTRIES 4 gatehouse_soc;"
check yosys-asid0-small synthesise $RTL_SYNTH
params= define="-DWITHOUT_GATES -DWITHOUT_USER_MAP"
check yosys-without synthesise $RTL_SYNTH
define=-DGATEHOUSE_SMALL
params="chparam -set TLB_ENTRIES 32 gatehouse_soc;"
check yosys-small-core synthesise $RTL_SYNTH
