#!/bin/sh
# What others take from the device tree (a blob), so that it stays the one description of the machine:
#   tree.sh header DTB          C definitions of the devices' addresses: DEVICE_CLINT, DEVICE_SERIAL, ...
#   tree.sh check DTB PAGE...   PASS and FAIL lines: the tables of memory in the documentation name the same
#                               windows, `0x0200_0000` - `0x0200_FFFF`, and the same interrupts, and no others
# SPDX-License-Identifier: ISC
set -eu

mode=$1 dtb=$2
shift 2

# A line for each device: name, first and last address in our spelling, the number of its interrupt or -
devices() {
    fdtget -l "$dtb" /soc | while read -r node; do
        set -- $(fdtget -t u "$dtb" "/soc/$node" reg)
        irq=$(fdtget -t u "$dtb" "/soc/$node" interrupts 2> /dev/null || echo -)
        printf '%s 0x%08X 0x%08X %s\n' "${node%@*}" "$1" "$(($1 + $2 - 1))" "$irq"
    done
}

# 0x12345678 as 0x1234_5678
spelled() { echo "$1" | sed 's/....$/_&/'; }

header() {
    echo "/* Made from the device tree. */"
    devices | while read -r name first _ _; do
        echo "#define DEVICE_$(echo "$name" | tr a-z A-Z) $first"
    done
}

# Rows of a page's table of memory, without the marks of code: those of devices, between ROM and DRAM
rows() { tr -d '`' < "$1" | grep -E '^\| 0x[0-9A-F]{4}_[0-9A-F]{4} - ' | grep -v 'boot ROM'; }

check() {
    page=$1
    devices | {
        count=0
        while read -r name first last irq; do
            count=$((count + 1))
            row=$(rows "$page" | grep -F "| $(spelled "$first") - $(spelled "$last") |" || true)
            test=device-tree-$name-$(basename "$page" .md)
            if [ -z "$row" ]; then
                echo "FAIL $test: no window $(spelled "$first") - $(spelled "$last")"
            elif grep -q 'PLIC source' "$page" && [ "$irq" != - ] &&
                ! echo "$row" | grep -q "PLIC source $irq |"; then
                echo "FAIL $test: its interrupt is not source $irq"
            else
                echo "PASS $test"
            fi
        done
        test=device-tree-devices-$(basename "$page" .md)
        if [ "$count" -eq "$(rows "$page" | wc -l)" ]; then
            echo "PASS $test"
        else
            echo "FAIL $test: $(rows "$page" | wc -l) windows, and $count in the tree"
        fi
    }
}

case $mode in
header) header ;;
check) for page; do check "$page"; done ;;
esac
