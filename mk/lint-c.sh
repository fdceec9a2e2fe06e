#!/bin/sh
# The C code through cppcheck and clang-tidy, by groups that are compiled alike; one PASS or FAIL line each.
#     lint-c.sh cppcheck|clang-tidy        (from the repository's root)
# The settings and what is waived: mk/lint/cppcheck, mk/lint/clang-tidy. RV, FST and UAPI come from make.
# SPDX-License-Identifier: ISC
tool=$1
out=build/lint
mkdir -p $out

run_cppcheck() {
    cppcheck -q -j2 --std=c11 --enable=warning,style,performance,portability --error-exitcode=1 \
        --suppressions-list=mk/lint/cppcheck --template='{file}:{line}: {id}: {message}' \
        $platform $(printf '%s\n' $flags | grep '^-[ID]') $files
}

run_clang_tidy() {
    printf '%s\n' $files | xargs -P2 -n1 sh -c 'clang-tidy --quiet --config-file=mk/lint/clang-tidy "--checks=$CHECKS" "$1" -- $FLAGS 2>&1' tidy |
        grep -v -e 'warnings generated\.$' -e 'warning generated\.$' -e '^Suppressed ' -e '^Use -header-filter'
}

# group NAME FLAGS FILES...
group() {
    name=$1 flags=$2
    shift 2
    files=$*
    FLAGS=$flags
    export FLAGS CHECKS
    log=$out/$tool-$name
    case $tool in
    cppcheck) run_cppcheck > "$log" 2>&1 ;;
    *) run_clang_tidy > "$log" 2>&1 ;;
    esac
    if grep -q '[^[:space:]]' "$log"; then
        echo "FAIL lint/$tool-$name: $(grep -c -E '^[^ ]*:[0-9]+:' "$log") in $log, $(grep -m1 -E ':[0-9]+:' "$log")"
    else
        echo "PASS lint/$tool-$name"
    fi
}

# The analyser does not see that an asm statement writes what its operands point to: what a system call or a
# gate fills in would be garbage.
by_asm=-clang-analyzer-core.uninitialized.*,-clang-analyzer-core.CallAndMessage,-clang-analyzer-core.UndefinedBinaryOperatorResult
CHECKS=
platform=
group simulator "-std=gnu11 -Wall -Wextra -Isim -Ibuild/wave -I$FST -DFST_CONFIG_INCLUDE=\"fst_config.h\"" \
    $(find sim tb -name '*.c')
group tools "-std=gnu11 -Wall -Wextra -Isw/fs -Isw/common -Isw/bench -Isw/bench/micro" sw/scenario/*.c sw/bench/tools/*.c mk/fpga/*.c

platform=--platform=unix32
RV="$RV -std=gnu11 -ffreestanding -Wall -Wextra -D__riscv -D__riscv_xlen=32"
for plan in SWITCH UBIT; do
    group "kernel-$(echo $plan | tr A-Z a-z)" "$RV -DPLAN_$plan -Isw/common -Isw/kernel -Isw/fs -Isw/lib" \
        sw/kernel/*.c sw/fs/*.c sw/common/*.c sw/boot/*.c
done
group kernel-small "$RV -DPLAN_SWITCH -DDRAM_SIZE=0x20000 -DMESSAGE_MAX=256 -Isw/common -Isw/kernel -Isw/fs -Isw/lib" sw/kernel/*.c
# What a module keeps from one call to the next is set by the first, as its caller sees to.
CHECKS=$by_asm,-clang-analyzer-core.NullDereference
group modules "$RV -DPLAN_SWITCH -Isw/common -Isw/lib" sw/lib/*.c sw/user/*.c sw/user/library/*.c sw/attack/*.c
CHECKS=
group firmware "$RV -Isw/common -Isw/firmware -Ibuild/dts" sw/firmware/*.c sw/firmware/test/*.c
group boot "$RV -DCLK_HZ=50000000 -DUART_DIVISOR=27 -DDRAM_BYTES=0x2000000" rtl/board/boot/*.c
CHECKS=$by_asm
group linux "$RV -Ibuild/dts -isystem $UAPI" sw/linux/user/*.c
CHECKS=
group bench "$RV -Isw/bench -Isw/bench/machine -Isw/bench/micro -Isw/common" \
    sw/bench/*.c sw/bench/machine/*.c sw/bench/programs/*.c
group tests "$RV" $(find sw/tests -name '*.c')
