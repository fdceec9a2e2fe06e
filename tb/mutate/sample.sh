#!/bin/sh
# The test of the mutation bench, in short: a machine with mutations, none in force, runs as the RTL does, cycle for
# cycle; and a sample of its mutants is killed by a few tests.
#     sample.sh DIR ELF...
# SPDX-License-Identifier: ISC
dir=$1
shift
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
for elf; do echo "elf $elf"; done > "$dir/sample.suite"
grep ' protection a ' "$dir/list" > "$dir/sample.list"
rm -f "$dir/sample.results"
"$dir/score" -j2 --sample=6 "$dir/sample.suite" "$dir/sample.list" "$dir/sample.results" ||
    echo "FAIL mutants sample: the run broke off"
asked=$(grep -c . "$dir/sample.results")
killed=$(grep -c ' killed ' "$dir/sample.results")
# Five tests of the hundreds; the rest of the sample is for make mutants.
if [ "$asked" -ge 60 ] && [ $((killed * 100)) -ge $((asked * 30)) ]; then
    echo "PASS mutants sample: $killed of $asked killed by $# tests"
else
    echo "FAIL mutants sample: $killed of $asked killed by $# tests"
fi
