#!/bin/sh
# Equivalence proofs: which of some mutants cannot differ from the module as it is.
#     prove.sh DIR LIST NUMBER... > VERDICTS
# Module and mutant are compared with their registers, memories and submodules cut out: for equal inputs, state and
# answers, all outputs, next states and requests to submodules are equal (SAT, no bound in time). A line a mutant:
# its number, and "equivalent", "differs" or "open" (the two could not be lined up).
# SPDX-License-Identifier: ISC
dir=$1 list=$2
shift 2
YOSYS=${YOSYS:-yosys}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for number; do
    awk -v n="$number" '$1 == n {print; exit}' "$list" > "$work/wanted"
    read -r _ _ _ module what < "$work/wanted"
    {
        echo "read_ilang $dir/$module.il"
        echo "copy ${module}_mutated as_is"
        echo "mutate $what"
        echo "rename ${module}_mutated as_mutated"
        for side in as_is as_mutated; do
            echo "cd $side"
            echo "memory -nomap; memory_map; expose -evert; opt_clean; expose -evert-dff; opt_clean"
            echo "cd .."
        done
        echo "miter -equiv -flatten as_is as_mutated both"
        echo "sat -timeout 30 -prove trigger 0 both"
    } > "$work/script.ys"
    $YOSYS "$work/script.ys" > "$work/log" 2>&1
    if grep -q 'no model found: SUCCESS' "$work/log"; then echo "$number equivalent"
    elif grep -q 'model found: FAIL' "$work/log"; then echo "$number differs"
    else echo "$number open: $(tail -n 1 "$work/log")"
    fi
done
