#!/bin/sh
# The mutation bench in short.
#     sample.sh choose DIR SAMPLE ELF...   SAMPLE: a row of mutants of machine a that two random programs and ELF... kill
#     sample.sh test DIR SAMPLE ELF...     a machine with mutations, none in force, runs as the RTL does, cycle for
#                                          cycle; and each of the sample is killed
# A line of SAMPLE is a mutant: its module, and what it is. One that the RTL has no longer is left out, if enough are left.
# SPDX-License-Identifier: ISC
step=$1 dir=$2 sample=$3
shift 3
chosen=60
least=30

{ echo "fuzz 1 2 0"; for elf; do echo "elf $elf"; done; } > "$dir/sample.suite"
rm -f "$dir/sample.results"
score() { "$dir/score" -j2 "$@" "$dir/sample.suite" "$dir/sample.list" "$dir/sample.results"; }
what() { sed 's/ -src .*//; s/^[0-9]* [a-z]* [a-z] //'; } # a line of the list, as in SAMPLE

if [ "$step" = choose ]; then
    grep ' protection a ' "$dir/list" > "$dir/sample.list"
    score --sample=3 || exit 1
    awk 'FNR == NR {if ($2 == "killed") killed[$1] = 1; next} $1 in killed' "$dir/sample.results" "$dir/list" |
        what > "$dir/sample.killed"
    awk -v all="$(grep -c . "$dir/sample.killed")" -v n="$chosen" 'int(NR * n / all) != int((NR - 1) * n / all)' \
        "$dir/sample.killed" > "$sample"
    echo "$(grep -c . "$sample") mutants in $sample"
    exit
fi

for elf; do
    name=$(basename "$elf" .elf)
    if build/gatehouse --quiet --log="$dir/rtl.log" "$elf" > "$dir/rtl.out" 2>&1 &&
        "$dir/machine-a" --quiet --log="$dir/mutant.log" "$elf" > "$dir/mutant.out" 2>&1 &&
        cmp "$dir/rtl.log" "$dir/mutant.log" > "$dir/cmp.out" 2>&1; then
        echo "PASS mutants none_in_force $name"
    else
        echo "FAIL mutants none_in_force $name: $(cat "$dir/rtl.out" "$dir/mutant.out" "$dir/cmp.out" | head -n 1)"
    fi
done
awk 'FNR == NR {wanted[$0] = 1; next}
    {line = $0; sub(/ -src .*/, ""); sub(/^[0-9]+ [a-z]+ [a-z] /, "")} $0 in wanted {print line}' "$sample" "$dir/list" > "$dir/sample.list"
asked=$(grep -c . "$dir/sample.list")
if [ "$asked" -lt "$least" ]; then
    echo "FAIL mutants sample: the RTL has only $asked of them, run make mutants-sample"
    exit
fi
score || echo "FAIL mutants sample: the run broke off"
while read -r number _ _ module what; do
    what=${what%% -src *}
    if grep -q "^$number killed " "$dir/sample.results"; then echo "PASS mutants killed $module $what"
    else echo "FAIL mutants killed $module $what: no test noticed it"
    fi
done < "$dir/sample.list" | sed 's/ -module [a-z_]*//'
