#!/bin/sh
# Runs an image whose program prints PASS and FAIL lines, and says the same with our names:
# run-guest.sh PREFIX SIMULATOR IMAGE WHERE [CYCLES]  ->  PASS PREFIX-what-WHERE
# The end of the run is a test too: the simulator's exit status must be zero, and something must have
# been said. With CYCLES, Linux must have started its first process within as many. The console's
# text is kept in build/test.
# SPDX-License-Identifier: ISC

prefix=$1 simulator=$2 image=$3 where=$4 limit=$5
console=build/test/$prefix-$where.console

$simulator "$image" > "$console" 2> "$console.err"
status=$?
tr -d '\r' < "$console" |
    sed -n -E "s/^(PASS|FAIL) (firmware-)?([a-z-]+)(:.*)?$/\1 $prefix-\3-$where\4/p"
if [ $status -eq 0 ] && grep -q '^PASS' "$console"; then
    echo "PASS $prefix-ends-$where"
else
    echo "FAIL $prefix-ends-$where: status $status: $(head -1 "$console.err")"
fi
[ "$limit" ] || exit 0
cycles=$(tr -d '\r' < "$console" | sed -n 's/^init: started after .* \([0-9]*\) cycles$/\1/p')
if [ "${cycles:-$((limit + 1))}" -le "$limit" ]; then
    echo "PASS $prefix-starts-within-$limit-cycles-$where"
else
    echo "FAIL $prefix-starts-within-$limit-cycles-$where: ${cycles:-never}"
fi
