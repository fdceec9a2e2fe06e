#!/bin/sh
# Makes a waveform around an event of a scenario and shows it in GTKWave by a view.
#
#   tb/wave/wave.sh [-p OUT.png] [-n] VIEW IMAGE.elf [EVENT N]
#
#   -p FILE   render it to a PNG, without a display
#   -n        make the files and show nothing
#
# Files go to build/wave/NAME-VIEW.{fst,gtkw}. BEFORE and AFTER, in the environment,
# replace the view's cycles around the event, WIDTH its width.
# SPDX-License-Identifier: ISC
set -e

png='' show=1
while getopts p:n o; do
    case $o in
    p) png=$OPTARG ;;
    n) show= ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
view=$1 image=$2 event=$3 number=$4
definition=sim/gtkwave/$view.view
[ -f "$definition" ] || { echo "no view '$view'; there are:" sim/gtkwave/*.view >&2; exit 2; }
[ -f "$image" ] || { echo "no image '$image'" >&2; exit 2; }

# What the view says, unless told otherwise
read -r view_event view_number before after <<END
$(build/wave/view2gtkw --window "$definition")
END
[ -n "$event" ] || number=${number:-$view_number}
event=${event:-$view_event} number=${number:-1}
before=${BEFORE:-$before} after=${AFTER:-$after}

name=$(basename "$image" .elf)
plan=$(basename "$(dirname "$image")")
base=build/wave/$name-$view
mkdir -p build/wave

# The scenario's disk, input, and modules
set -- --no-lockstep --quiet --uart-out=/dev/null --cycles=60000000
conf=sw/scenario/$name.conf
if [ -f "$conf" ] && grep -q '^disk' "$conf"; then set -- "$@" --snapshot --disk="${image%.elf}.img"; fi
[ ! -f "sw/scenario/$name.in" ] || set -- "$@" --uart-in="sw/scenario/$name.in"

# First run: when is it, and which module has which ASID? A program that ends with
# a status of its own is no failure here.
{ build/gatehouse "$@" --events="$base.events" --retire-trace=- "$image" || true; } |
    build/wave/find_event "$event" "$number" > "$base.cycle"
cycle=$(cat "$base.cycle")
modules=
if [ -f "$conf" ]; then
    modules=$(awk -v d="build/sw/$plan/program" '
        FNR == NR && $1 == "start" {
            image[$2] = $2
            for (i = 3; i < NF; i++) if ($i == "image") image[$2] = $(i + 1)
        }
        FNR != NR && $1 == "==" && $2 == "module" { module = $3 }
        FNR != NR && ($1 == "upmar" || $1 == "satp") && $3 == "asid" && module in image {
            sub(",", "", $4)
            printf "%s=%s/%s.elf ", $4, d, image[module]
        }' "$conf" "$base.events")
fi

# Second run: the waveform, some cycles wider than what is shown first
build/gatehouse "$@" --cycles=$((cycle + after + 200)) --wave="$base.fst" \
    --wave-from=$((cycle > before + 200 ? cycle - before - 200 : 0)) "$image" 2> /dev/null || true

sed -e "s/^before .*/before $before/" -e "s/^after .*/after $after/" \
    -e "s/^width .*/width ${WIDTH:-$(sed -n 's/^width //p' "$definition")}/" "$definition" > "$base.view"
build/wave/view2gtkw "$base.view" "$base.fst" "$cycle" "$base.gtkw"

export GATEHOUSE_ELF="$image" GATEHOUSE_MODULES="$modules"
if [ -n "$png" ]; then
    tb/wave/render.sh "$base.gtkw" "$png"
    echo "$event $number of $name: cycle $cycle; $png"
elif [ -n "$show" ]; then
    echo "$event $number of $name: cycle $cycle, marker A; $base.gtkw"
    exec gtkwave --rcfile sim/gtkwave/gtkwaverc "$base.gtkw"
else
    echo "$event $number of $name: cycle $cycle; $base.gtkw"
fi
