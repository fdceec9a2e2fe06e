#!/bin/sh
# Runs directed tests two at a time and prints a line for each, PASS or FAIL, also to a log.
#   run.sh sim SIMULATOR LOG ELF...   on the RTL simulator, in lockstep, or on the reference model
#   run.sh qemu QEMU LOG ELF...       on QEMU's virt board: those marked "Machine: standard"
# TEST_CYCLES limits each run on a simulator, TEST_OPTIONS goes to it (such as --latency=10); TEST_LABEL tells the
# names of a second run from those of the first; TEST_DRAM is the DRAM's size (16M).
# SPDX-License-Identifier: ISC
here=$(dirname "$0")
cycles=${TEST_CYCLES:-2000000}
dram=${TEST_DRAM:-16M}

name_of() { # .../mmu/foo.upmar.elf -> mmu/foo.upmar
    echo "$(basename "$(dirname "$1")")/$(basename "$1" .elf)"
}

say() { # name, exit status, output file
    if [ "$2" = 0 ]; then
        echo "PASS $1$TEST_LABEL"
    else
        why=$(grep -a . "$3" | head -n 1 | tr -d '\r' | cut -c 1-160)
        echo "FAIL $1$TEST_LABEL: status $2${why:+, $why}"
    fi
}

run_sim() {
    case $1 in
    *gatehouse*) options=--no-rerun ;; # the waveform of a mismatch is for a run by hand
    *) options= ;;
    esac
    timeout 60 "$1" --cycles="$cycles" --dram="$dram" $options $TEST_OPTIONS "$2" </dev/null >"$out" 2>&1
    say "$(name_of "$2")" $? "$out"
}

# QEMU with one cpu of two possible: AMOs are then real ones, whose faults are a store's.
run_qemu() {
    name=$(name_of "$2")
    source=$(echo "$here/$name".[cS])
    grep -q 'Machine: standard' "$source" || return 0
    timeout 10 "$1" -M virt -m "$dram" -smp 1,maxcpus=2 -cpu rv32,c=false,f=false,d=false,h=false \
        -display none -monitor none -serial stdio -bios none -kernel "$2" </dev/null >"$out" 2>&1
    status=$?
    reason=$(sed -n "s|^$name  *||p" "$here/qemu-differences")
    if [ -z "$reason" ]; then
        say "$name" $status "$out"
    elif [ $status != 0 ]; then
        echo "PASS $name$TEST_LABEL: differs by right: $reason"
    else
        echo "PASS $name$TEST_LABEL: listed as a difference, but agrees"
    fi
}

if [ "$1" = one ]; then
    out=$(mktemp)
    trap 'rm -f "$out"' EXIT
    "run_$2" "$3" "$4"
    exit 0
fi

mode=$1 tool=$2 log=$3
shift 3
mkdir -p "$(dirname "$log")"
printf '%s\n' "$@" | xargs -n 1 -P 2 "$0" one "$mode" "$tool" | tee "$log"
echo "$(grep -c ^PASS "$log") of $(grep -c . "$log") passed" >&2
