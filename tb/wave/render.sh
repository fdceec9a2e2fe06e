#!/bin/sh
# Renders a GTKWave save file to a PNG on a display of its own.
#
#   tb/wave/render.sh VIEW.gtkw OUT.png
#
# SPDX-License-Identifier: ISC
set -e
save=$1 png=$2
size=$(sed -n 's/^\[size\] \([0-9]*\) \([0-9]*\)/\1x\2/p' "$save")
dir=$(mktemp -d)
trap 'kill $viewer $server 2> /dev/null; rm -rf "$dir"' EXIT

# The server picks a free display and tells it.
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp 3> "$dir/display" 2> "$dir/server.log" &
server=$!
for _ in $(seq 100); do [ -s "$dir/display" ] && break; sleep 0.1; done
[ -s "$dir/display" ] || { cat "$dir/server.log" >&2; exit 1; }
DISPLAY=:$(cat "$dir/display")
export DISPLAY

gtkwave --nomenu --rcfile sim/gtkwave/gtkwaverc "$save" > "$dir/viewer.log" 2>&1 &
viewer=$!
# Drawn when two pictures in a row are the same, and not empty.
before='' now=''
for _ in $(seq 60); do
    sleep 0.7
    import -window root "$dir/now.png" 2> /dev/null || continue
    now=$(identify -format '%# %k' "$dir/now.png")
    [ "$now" = "$before" ] && [ "${now#* }" -gt 8 ] && break
    before=$now
done
kill -0 $viewer 2> /dev/null || { cat "$dir/viewer.log" >&2; exit 1; }
[ "$now" = "$before" ] || { echo "render: the picture never came to rest" >&2; exit 1; }
mkdir -p "$(dirname "$png")"
convert "$dir/now.png" -strip -trim +repage "$png"
