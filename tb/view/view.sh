#!/bin/sh
# Makes the page of a scenario: build/view/NAME.html.
#
#   tb/view/view.sh PLAN NAME OUTPUT [option of build/view-page ...]
#
# SPDX-License-Identifier: ISC
plan=$1 name=$2 output=$3
shift 3
conf=sw/scenario/$name.conf
programs=build/sw/$plan/program

# Programs under the names that their modules have, then those that modules start.
symbols() {
    awk -v d="$programs" '$1 == "start" || $1 == "symbols" {
        image = $2
        for (i = 3; i < NF; i++) if ($i == "image") image = $(i + 1)
        print $2 "=" d "/" image ".elf" }
        $1 == "carry" { print $2 "=" d "/" $2 ".elf" }' "$conf"
}

for s in $(symbols); do
    [ -f "${s#*=}" ] && set -- "$@" "--symbols=$s"
done
[ -f "sw/scenario/$name.in" ] && set -- "$@" "--uart-in=sw/scenario/$name.in"
grep -q '^disk' "$conf" && set -- "$@" "--disk=build/scenario/$plan/$name.img"

exec build/view-page "$@" --rom=build/rom.hex --scenario="$name" --plan="$plan" \
    --template=build/view/page.html --output="$output" "build/scenario/$plan/$name.elf"
