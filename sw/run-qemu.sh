#!/bin/sh
# Runs scenarios of PLAN=ubit on QEMU's virt board, its time counted in
# instructions so that a busy host does not show, and compares status and
# console with those of the machine (of the reference model if it has not run).
#
#   sw/run-qemu.sh NAME ...
#
# SPDX-License-Identifier: ISC

QEMU=${QEMU-qemu-system-riscv32}
MODEL=${MODEL-build/refmodel}

# As in run-scenarios.sh: the order among modules is a matter of timing.
by_module() {
    sed 's/ (measured:[^)]*)//' "$1" | sort -s -k1,1
}

if ! command -v "$QEMU" > /dev/null; then
    for name in "$@"; do echo "SKIP qemu-$name: no $QEMU here"; done
    exit 0
fi
for name in "$@"; do
    image=build/scenario/ubit/$name.elf
    out=build/scenario/ubit/$name
    want=$(awk '$1 == "status" { print $2 }' "sw/scenario/$name.conf")
    timeout 60 "$QEMU" -M virt -m 16M -icount shift=7 -bios none -kernel "$image" -display none \
        -serial stdio -monitor none < "$([ -f sw/scenario/$name.in ] && echo sw/scenario/$name.in ||
        echo /dev/null)" > "$out.qemu.out" 2> "$out.qemu.err"
    status=$?
    ours=$out.rtl.out
    if [ ! -f "$ours" ]; then
        ours=$out.model.out
        [ -f "$ours" ] || "$MODEL" "$image" > "$ours"
    fi
    by_module "$ours" > "$out.a"
    by_module "$out.qemu.out" > "$out.b"
    if [ $status != "${want:-0}" ]; then
        echo "FAIL qemu-$name: status $status"
    elif ! cmp -s "$out.a" "$out.b"; then
        echo "FAIL qemu-$name: console differs: $out.qemu.out"
    else
        echo "PASS qemu-$name"
    fi
    rm -f "$out.a" "$out.b"
done
