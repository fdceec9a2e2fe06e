#!/bin/sh
# Measures the benches of the devices: breaks the RTL by each line of tb/soc_unit/mutants, one at a time in a
# copy, and says whether the named test noticed. Tests that no line is for are listed too. Run from the root.
# SPDX-License-Identifier: ISC

dir=build/test/mutants
missed=0
grep -v -e '^#' -e '^$' tb/soc_unit/mutants > build/test/mutants.list
while read -r bench test file edit; do
    rm -rf $dir
    mkdir -p $dir
    cp rtl/soc/*.v tb/dram.v tb/soc_unit/bench_core.v $dir
    sed -i "$edit" "$dir/$file"
    case $file in
    dram.v) original=tb/dram.v ;;
    *) original=rtl/soc/$file ;;
    esac
    extra=
    if [ "$bench" = soc ]; then
        extra="$dir/bench_core.v $dir/dram.v"
    fi
    if cmp -s "$dir/$file" "$original"; then
        echo "FAIL mutant of $test: the edit '$edit' changes nothing in $file"
        missed=1
    elif ! iverilog -g2005 -I tb/soc_unit -y $dir -o $dir/a.vvp "tb/soc_unit/tb_$bench.v" $extra; then
        echo "FAIL mutant of $test: '$edit' does not compile"
        missed=1
    elif timeout 100 vvp -n $dir/a.vvp < /dev/null | grep -q "^FAIL $test:"; then
        echo "PASS mutant of $test: $edit"
    else
        echo "FAIL mutant of $test: '$edit' was not noticed"
        missed=1
    fi
done < build/test/mutants.list
for test in $(sed -n 's/^PASS //p' build/test/test-soc.log); do
    if ! grep -q " $test " build/test/mutants.list; then
        echo "FAIL $test: no mutant for it"
        missed=1
    fi
done
rm -rf $dir
exit $missed
