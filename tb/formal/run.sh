#!/bin/sh
# Runs proofs, two at a time: run.sh proofs|mutants RESULT.json NAME... A line of tb/formal/mutants/NAME is a file under rtl
# and an edit (sed) that breaks it; the proof must find a counterexample. Run from the root.
# SPDX-License-Identifier: ISC

what=$1 result=$2
shift 2
work=build/formal
mkdir -p $work
list=$work/$what.list
lines=$work/$what.lines

case $what in
proofs)
    printf '%s\n' "$@" | xargs -P 2 -n 1 sh -c 'sh tb/formal/prove.sh "$0" rtl build/formal/"$0"' | tee "$lines" ;;
mutants)
    : > "$list"
    for name in "$@"; do
        grep -v -e '^#' -e '^$' "tb/formal/mutants/$name" 2> /dev/null | sed "s|^|$name |" | awk '{ print $1 "-" ++n[$1], $0 }' >> "$list"
        grep -q "^$name-1 " "$list" || echo "FAIL $name no mutant for it"
    done | tee "$lines"
    xargs -P 2 -d '\n' -n 1 sh tb/formal/mutant.sh < "$list" | tee -a "$lines" ;;
esac

awk -v what="$what" '
    { printf "%s\n  {\"result\": \"%s\", \"name\": \"%s\", \"method\": \"%s\", \"depth\": \"%s\", \"seconds\": \"%s\"}", \
        NR == 1 ? "{\"" what "\": [" : ",", $1, $2, $3, $4, $5; n[$1]++ }
    END { if (NR == 0) printf "{\"" what "\": ["; printf "\n],\n\"passed\": %d, \"failed\": %d}\n", n["PASS"], n["FAIL"] }' "$lines" > "$result"
! grep -q '^FAIL' "$lines"
