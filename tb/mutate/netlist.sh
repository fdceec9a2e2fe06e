#!/bin/sh
# Mutated modules, in the place of the RTL's.
#     netlist.sh propose OUT SETS RTL...   OUT/MODULE.il, and OUT/MODULE.txt with what Yosys proposes to mutate
#     netlist.sh apply OUT SETS RTL...     OUT/MODULE.v: the netlist with the chosen mutations, and around it a module
#                                          of the RTL's name and header, which knows the number of the mutant in force
# A module in SETS may be NAME.VARIANT, for one with other parameters in another machine: files are called so.
# Modules below the mutated one are left as they are named, so they are the RTL's or mutated themselves.
# SPDX-License-Identifier: ISC
here=$(dirname "$0")
step=$1 out=$2 sets=$3
shift 3
YOSYS=${YOSYS:-yosys}
SEED=${SEED:-1}
mkdir -p "$out"

source_of() { # module, files...
    module=$1
    shift
    for f; do case $f in */"$module".v) echo "$f" ;; esac; done
}

propose() { # module, count, parameters
    module=${1%.*}
    own=$(source_of "$module" $RTL)
    [ -n "$own" ] || { echo "netlist.sh: no file of module $module" >&2; return 1; }
    others=
    for f in $RTL; do [ "$f" = "$own" ] || others="$others $f"; done
    set_parameters=$(for p in $3; do printf ' -chparam %s %s' "${p%=*}" "${p#*=}"; done)
    $YOSYS -q -p "read_verilog -DRVFI -Irtl/core $own; read_verilog -lib -DRVFI -Irtl/core $others;
        hierarchy -top $module$set_parameters; proc; opt_expr -keepdc; opt_merge; opt_clean; rename -top ${module}_mutated;
        write_ilang $out/$1.il; mutate -list $(($2 * 2 + 20)) -seed $SEED -o $out/$1.txt ${module}_mutated"
}

apply() { # module, parameters
    module=${1%.*}
    own=$(source_of "$module" $RTL)
    { echo "read_ilang $out/$1.il"; cat "$out/$1.chosen"
      echo "splitnets -driver; opt_clean; write_verilog -noattr $out/$1.netlist"; } > "$out/$1.ys"
    $YOSYS -q "$out/$1.ys"
    {
        echo '`include "gatehouse_defs.vh"'
        echo '`include "rvfi_ports.vh"'
        sed -n "/^module $module\\>/,/^);/p" "$own"
        echo "    wire [11:0] mutant = mutation::number;"
        # What the proofs of equivalence assume is checked in every run without a mutation.
        if [ -f "$here/assume/$1" ] && grep -q 'input .*\<clk\>' "$own"; then
            sed "/^\/\//d; s/.*/    always @(posedge clk) if (mutant == 12'd0 \&\& !rst \&\& !(&)) \\
        mutation::assumed_wrongly(\"$1: &\");/" "$here/assume/$1"
        fi
        if [ -n "$2" ]; then
            # Of a configuration that was not synthesized: the RTL
            condition= handed=
            for p in $2; do
                condition="$condition${condition:+ && }${p%=*} == ${p#*=}"
                handed="$handed${handed:+, }.${p%=*}(${p%=*})"
            done
            echo "    generate if ($condition) begin : g ${module}_mutated u_mutated (.*); end"
            echo "    else begin : g ${module}_rtl #($handed) u_rtl (.*); end endgenerate"
        else
            echo "    ${module}_mutated u_mutated (.*);"
        fi
        echo "endmodule"
        [ -z "$2" ] || sed "s/^module $module\\>/module ${module}_rtl/" "$own"
        cat "$out/$1.netlist"
    } > "$out/$1.v"
}

RTL="$*"
grep -v '^#' "$sets" | while read -r _ _ name count parameters; do
    case $step in
    propose) propose "$name" "$count" "$parameters" ;;
    apply) apply "$name" "$parameters" ;;
    esac || exit 1
done
