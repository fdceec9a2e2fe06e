#!/bin/sh
# One proof: prove.sh NAME RTL DIR [trace]. NAME is tb/formal/NAME.v, RTL the directory of the RTL (a copy, for mutants), DIR
# where the work files go. The comment at the head of NAME.v tells how:
#   // Files: mmu/tlb.v ...     under RTL; `all`: core, mmu, cache
#   // Cut: predictor mul ...   modules whose outputs may be anything at any time
#   // Top: MODULE              the top module, if it is not NAME
#   // Flags: -DASID_BITS=0     for read_verilog
#   // Method: induction        what is asserted holds at first, and leads from any state in which it holds to the next
#   //         pdr              the same, but ABC's pdr looks for what is missing to such an induction
#   //         bounded K        K cycles from reset, no more
#   // Cover: K                 each cover statement is reached within K cycles: the assumptions leave room
#   // Trace: K S               depth in which a mutant's counterexample is sought, and the first cycle of which it is asked
#                               (what fails before is passed over, which is quicker); else K of the method
#   // Mutants: step          a mutant is refused by the step of the induction (quick, for the whole core); else by a trace
#   // Limit: S                 seconds for each run of ABC, 3600 if it says nothing; LIMIT in the environment wins
# Prints PASS or FAIL, NAME, method, depth, seconds of processor time, and why. With `trace`, only a counterexample is sought, and left in
# DIR/trace.vcd; the macro TRACE is defined, so that helping assertions about the inside can be left out. With `step`, one to the step of the induction: what invariant is missing?
# SPDX-License-Identifier: ISC

name=$1 rtl=$2 dir=$3 only_trace=$4
source=tb/formal/$name.v
head_line() { sed -n "s|^// $1: *||p" "$source" | head -n 1; }
set -- $(head_line Method)
method=$1 depth=${2:--}
limit=$(head_line Limit)
limit=${LIMIT:-${limit:-3600}}
cover=$(head_line Cover)
top=$(head_line Top)
top=${top:-$name}
trace=$(head_line Trace)
trace=${trace:-$depth}
files=
define=
[ "$only_trace" != trace ] || define=-DTRACE
for file in $(head_line Files); do
    if [ "$file" = all ]; then files="$files $(find "$rtl/core" "$rtl/mmu" "$rtl/cache" -name '*.v' | sort | tr '\n' ' ')"
    else files="$files $rtl/$file"; fi
done
cuts=
set -f
for module in $(head_line Cut); do
    modules='=*\\'$module' =*\\'$module'\\*'   # plain, and with parameters
    memories='=*\\'$module'/m:* =*\\'$module'\\*/m:*'
    cuts="$cuts
select -assert-min 1 $modules
delete $memories
cutpoint $modules"
done
set +f

say() {
    times > "$dir/times"
    seconds=$(awk 'END { split($1, u, "[ms]"); split($2, s, "[ms]"); print int(60 * (u[1] + s[1]) + u[2] + s[2] + 0.5) }' "$dir/times")
    echo "$1 $name $method $depth $seconds${2:+ $2}"
    [ "$1" = PASS ]
    exit
}

mkdir -p "$dir"
rm -f "$dir"/*

# Memories become registers, so that properties can see what they hold by hierarchical wires.
# model OUT COMMANDS: an AIGER file of what is asserted and assumed
model() {
    cat > "$dir/$1.ys" <<EOF
read_verilog -formal $define $(head_line Flags) -I$rtl/core -Itb/formal -Itb/formal/lib $files $source
hierarchy -check -top $top
proc$cuts
setattr -mod -unset keep_hierarchy *
memory_collect
memory_nordff
memory_map
flatten
select -assert-none a:hierconn
setundef -undriven -anyseq
async2sync
formalff -clk2ff -ff2anyinit
opt_clean
$2
check -assert
opt -fast
setattr -unset keep
opt -full
techmap
opt -fast
simplemap
dffunmap
abc -g AND -fast
opt_clean
write_ilang $dir/$1.il
write_aiger -I -B -L -zinit -no-startoffset -vmap $dir/$1.map $dir/$1.aig
EOF
    yosys -q -l "$dir/$1.log" "$dir/$1.ys" > "$dir/$1.out" 2>&1 || say FAIL "yosys: $(tail -n 1 "$dir/$1.out")"
    # One of the two patterns of a cut does not match.
    complaint=$(grep -i '^warning' "$dir/$1.out" | grep -v 'did not match any module' | head -n 1)
    [ -z "$complaint" ] || say FAIL "yosys: $complaint"
}

# abc MODEL LOG COMMAND
abc() {
    timeout "$((limit + 10))" yosys-abc -c "read_aiger $dir/$1.aig; fold; strash; $3" > "$dir/$2.log" 2>&1
    frame=$(sed -n 's/.*was asserted in frame *\([0-9]*\).*/\1/p' "$dir/$2.log" | head -n 1)
}

# If there is a counterexample: which assertion, and its waveform
refuted() {
    [ -z "$frame" ] || say FAIL "counterexample in cycle $frame: \
$(build/formal/trace "$dir/model.aig" "$dir/model.map" "$dir/model.il" "$dir/trace.abc" "$dir/trace.vcd")"
}

search() {  # search K S: a counterexample within K cycles, from cycle S on? Of a mutant, to any assertion
    abc model bmc "${only_trace:+orpos;} bmc3 -v -F $1 -S ${2:-0} -T $limit; write_cex -a $dir/trace.abc"
    refuted
    grep -q "No output asserted in $1 frames" "$dir/bmc.log" || say FAIL "no answer in $limit s"
}

step() {
    model model "chformal -cover -remove; setattr -unset init w:*; techmap -max_iter 1 -map tb/formal/lib/step.v"
    search 2
}

if [ "$only_trace" = step ]; then
    step
    say PASS
fi
if [ "$method" = induction ] && [ -z "$only_trace" ]; then
    step
fi
model model "chformal -cover -remove"
if [ -n "$only_trace" ]; then
    # shellcheck disable=SC2086 # one number or two
    search $trace
    say PASS "no counterexample within ${trace% *} cycles"
fi
case $method in
induction)
    search 1 ;;
pdr)
    # All assertions as one, so that each can lean on the others.
    abc model pdr "orpos; pdr -T $limit; write_cex -a $dir/trace.abc"
    refuted
    grep -q 'Property proved' "$dir/pdr.log" || say FAIL "no answer in $limit s"
    depth=$(sed -n 's/.*Invariant F\[\([0-9]*\)\].*/\1/p' "$dir/pdr.log" | tail -n 1) ;;
bounded)
    search "$depth" ;;
*)
    say FAIL "unknown method" ;;
esac
if [ -n "$cover" ]; then
    model cover "chformal -assert -remove; techmap -map tb/formal/lib/cover.v"
    total=$(grep -c 'cell \$assert ' "$dir/cover.il")
    reached=0 which=0
    while [ "$which" -lt "$total" ]; do   # one by one: ABC's search for all at once can crash
        abc cover "cover$which" "cone -s -O $which; strash; bmc3 -F $cover -T $limit"
        [ -z "$frame" ] || reached=$((reached + 1))
        which=$((which + 1))
    done
    [ "$reached" = "$total" ] || say FAIL "covers $reached of $total situations within $cover cycles"
fi
say PASS
