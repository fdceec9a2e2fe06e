#!/bin/sh
# Equivalence proofs: which of some mutants cannot differ from the module as it is.
#     prove.sh DIR LIST NUMBER... > VERDICTS
# A line a mutant: its number, and
#   equivalent reset   from reset on, outputs are equal for ever if inputs are
#   equivalent assume  the same, for inputs of which holds what assume/MODULE says
#   differs            neither could be shown
#   open               not tried: the module has large memories
# The two modules side by side, in Yosys, then ABC (scorr, pdr): no bound in time. Submodules are cut out: what goes to
# them is compared, what comes from them is the same for both. Registers are 0 before the cycle of reset, with which
# time begins; memories are registers.
# SPDX-License-Identifier: ISC
dir=$1 list=$2
shift 2
here=$(dirname "$0")
YOSYS=${YOSYS:-yosys}
ABC=${ABC:-yosys-abc}
limit=${PROVE_SECONDS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Both, with the number of the mutant as an input
both() {
    cat << EOF
$inlined
read_ilang $dir/$module.il
copy ${module%.*}_mutated as_is
$(cat "$dir/$module.chosen")
rename ${module%.*}_mutated as_mutated
setattr -mod -unset keep_hierarchy as_is as_mutated
$inline
cd as_is
add -input mutant 12
cd as_is
memory -nomap; memory_map; expose -evert; opt_clean
cd as_mutated
memory -nomap; memory_map; expose -evert; opt_clean
cd ..
miter -equiv -flatten -make_assert as_is as_mutated both
delete as_is as_mutated
write_ilang $work/both.il
EOF
}

# A module around them: the reset, and what is assumed
environment() { # file of assumptions
    awk '/^module / {inside = $2 == "\\both"} !inside {next}
        $1 == "wire" && / input / {
            w = 1
            for (i = 2; i < NF; i++) if ($i == "width") w = $(i + 1)
            n++; name[n] = $NF; width[n] = w
            if ($NF == "\\in_rst") rst = 1
        }
        END {
            printf "module environment("
            for (i = 1; i <= n; i++)
                if (name[i] != "\\in_mutant") printf "%sinput [%d:0] %s ", (i > 1 ? ", " : ""), width[i] - 1, name[i]
            print ");"
            print "(* keep *) wire [11:0] mutant; both both("
            for (i = 1; i <= n; i++)
                printf "%s.%s (%s )", (i > 1 ? ", " : ""), name[i], (name[i] == "\\in_mutant" ? "mutant" : name[i])
            print ");"
            for (i = 1; i <= n; i++)
                if (name[i] !~ /\./ && name[i] != "\\in_mutant")
                    printf "wire [%d:0] %s = %s ;\n", width[i] - 1, substr(name[i], 5), name[i]
            if (rst) print "reg begun = 0; always @(posedge \\in_clk ) begun <= 1; always @* assume (begun || \\in_rst );"
        }' "$work/both.il"
    [ -z "$1" ] || sed '/^\/\//d; s/.*/always @* assume (&);/' "$1"
    echo "endmodule"
}

# proven VERDICT FILE NUMBER...: says which of them are equivalent
proven() {
    verdict=$1
    environment "$2" > "$work/environment.v"
    shift 2
    [ $# -gt 0 ] || return 0
    {
        cat << EOF
read_ilang $work/both.il
read_verilog -formal -Irtl/core rtl/core/gatehouse_defs.vh $work/environment.v
hierarchy -check -top environment; proc; flatten; async2sync; formalff -clk2ff; zinit -all
opt_clean; opt_expr; opt_merge; opt_clean; techmap; opt_expr; opt_merge; simplemap; dffunmap; aigmap; opt_clean
design -save all
EOF
        for n; do
            echo "design -load all; connect -set mutant 12'd$n; setundef -undriven -zero; write_aiger -I -B -L -zinit $work/$n.aig"
        done
    } > "$work/script.ys"
    $YOSYS -q "$work/script.ys" > "$work/log" 2>&1 || { echo "prove.sh: $module: $(tail -n 1 "$work/log")" >&2; return 1; }
    for n; do
        timeout $((3 * limit)) "$ABC" -c "read_aiger $work/$n.aig; fold; strash; scorr; dc2; scorr; pdr -T $limit" > "$work/log" 2>&1
        ! grep -q 'Property proved' "$work/log" || echo "$n equivalent $verdict"
        [ -z "$KEEP" ] || cp "$work/log" "$KEEP-$n-$verdict"
        rm -f "$work/$n.aig"
    done
}

left_of() { # numbers..., without those that "$work/said" has as equivalent
    for n; do grep -q "^$n " "$work/said" || echo "$n"; done
}

: > "$work/wanted"
for n; do awk -v n="$n" '$1 == n {print $4, n; exit}' "$list" >> "$work/wanted"; done
for module in $(cut -d ' ' -f 1 "$work/wanted" | sort -u); do
    memory=$(awk '$1 == "memory" {bits += $3 * $5} END {print bits + 0}' "$dir/$module.il")
    numbers=$(awk -v m="$module" '$1 == m {print $2}' "$work/wanted")
    if [ "$memory" -gt 8192 ]; then # as registers that is too much
        for n in $numbers; do echo "$n open"; done
        continue
    fi
    # The one submodule that is not cut out
    inline= inlined=
    if grep -q 'cell .permission \\u_' "$dir/$module.il"; then
        inlined="read_ilang $dir/permission.il; rename permission_mutated permission; setattr -mod -unset top permission"
        inline="setattr -mod -unset top as_is as_mutated; flatten; delete permission"
    fi
    both > "$work/script.ys"
    $YOSYS -q "$work/script.ys" > "$work/log" 2>&1 || { echo "prove.sh: $module: $(tail -n 1 "$work/log")" >&2; exit 1; }
    proven reset "" $numbers > "$work/said" || exit 1
    if [ -f "$here/assume/$module" ]; then
        proven assume "$here/assume/$module" $(left_of $numbers) >> "$work/said" || exit 1
    fi
    cat "$work/said"
    for n in $(left_of $numbers); do echo "$n differs"; done
done
