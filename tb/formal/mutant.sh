#!/bin/sh
# One mutant of one proof: mutant.sh "NAME-N NAME FILE EDIT". Run from the root. What no trace of the proof's depth shows, or none
# found in TRACE_LIMIT seconds (90), is asked of the step of the induction.
# SPDX-License-Identifier: ISC

id=${1%% *}
rest=${1#* }
name=${rest%% *}
rest=${rest#* }
file=${rest%% *}
edit=${rest#* }
[ -n "$id" ] && [ -n "$file" ] || exit 2
dir=build/formal/mutants/$id
rm -rf "$dir"
mkdir -p "$dir/rtl"
cp -r rtl/core rtl/mmu rtl/cache "$dir/rtl"
sed -i "$edit" "$dir/rtl/$file"
if cmp -s "$dir/rtl/$file" "rtl/$file"; then
    echo "FAIL $id - - 0 the edit '$edit' changes nothing in $file"
    exit
fi
how=$(sed -n 's|^// Mutants: *||p' "tb/formal/$name.v" | head -n 1)
by=
limit=3600
[ -n "$how" ] || ! grep -q '^// Method: induction' "tb/formal/$name.v" || limit=${TRACE_LIMIT:-90}
line=$(LIMIT=$limit sh tb/formal/prove.sh "$name" "$dir/rtl" "$dir/work" "${how:-trace}")
case $line in
*"counterexample in cycle"*) ;;
*) [ "$limit" = 3600 ] || { how=step; line=$(sh tb/formal/prove.sh "$name" "$dir/rtl" "$dir/work" step); } ;;
esac
[ -z "$how" ] || by=" by the step"
set -- $line
case $line in
*"counterexample in cycle"*) echo "PASS $id $3 $4 $5 caught$by: $file $edit" ;;
*) shift 5; echo "FAIL $id - - 0 $*: $file $edit" ;;
esac
rm -rf "$dir"
