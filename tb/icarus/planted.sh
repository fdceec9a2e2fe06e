#!/bin/sh
# The bench must notice unknown values: takes a register's reset out of a copy of the
# RTL, one at a time, and expects the bench to say so; also an image that
# stores a register which nobody has written.
#
#   tb/icarus/planted.sh UNKNOWN.elf IVERILOG-COMMAND...      (with RTL and bench files)
#
# SPDX-License-Identifier: ISC
image=$1
shift
dir=build/icarus/planted
mkdir -p "$dir"
plusargs=$(build/icarus/elf2hex "$image" "$dir/image.hex")

said() { # name, bench: the bench must end on an unknown value
    # shellcheck disable=SC2086
    vvp -n "$2" +rom=build/rom.hex $plusargs +dram_unknown +cycles=5000 > "$dir/$1.out" 2>&1
    if grep -q '^bench: .*unknown value' "$dir/$1.out"; then
        echo "PASS icarus-finds-$1"
    else
        echo "FAIL icarus-finds-$1: $(grep '^bench:' "$dir/$1.out")"
    fi
}

plant() { # name, RTL file, sed program that takes the reset out
    copy=$dir/$1.v
    sed "$3" "$2" > "$copy"
    if cmp -s "$2" "$copy"; then
        echo "FAIL icarus-finds-$1: nothing to plant in $2"
        return
    fi
    said "$1" "$(echo "$command" | sed "s|$2|$copy|" | compile "$dir/$1.vvp")"
}

compile() {
    read -r words
    # shellcheck disable=SC2086
    $words -o "$1" > /dev/null 2>&1
    echo "$1"
}

command=$*
said register-never-written build/icarus/bench.vvp
plant mode-without-reset rtl/core/privilege.v '/mode <= `MODE_M;/{s///;:a;n;ba}'
plant tlb-without-reset rtl/mmu/tlb.v 's/if (rst || fence_all) valid_q/if (fence_all) valid_q/'
plant walker-without-reset rtl/mmu/walker.v 's/if (rst || kill || done)/if (kill || done)/'
