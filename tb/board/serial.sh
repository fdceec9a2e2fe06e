#!/bin/sh
# A board boots over its serial line: build/send talks to a simulated board's pseudo-terminal. The board's console must be what
# is expected, and send must have shown its beginning. One line, PASS or FAIL.
#
#   serial.sh NAME SIMULATOR IMAGE BAUD EXPECTED     leaves its files in build/board/NAME-serial.*
# SPDX-License-Identifier: ISC
name=$1 run=$2 image=$3 baud=$4 expected=$5
out=build/board/$name-serial

rm -f "$out.line" "$out.out"
"$run" +line="$out.line" > "$out.out" &
board=$!
until grep -q 'Send an image' "$out.out" 2> /dev/null; do
    kill -0 $board 2> /dev/null || break
    sleep 0.1
done
build/send "$out.line" "$image" "$baud" > "$out.sent"
wait $board
rm -f "$out.line"
sed '1,/^Start/d;/^- /d' "$out.out" | tr -d '\r' > "$out.got"
tr -d '\r' < "$out.sent" > "$out.shown"
if ! cmp -s "$out.got" "$expected"; then
    echo "FAIL $name over the serial line: $out.got is not $expected"
elif ! grep -qxF "$(head -n 1 "$expected")" "$out.shown"; then
    echo "FAIL $name over the serial line: send did not show it ($out.shown)"
else
    echo "PASS $name over the serial line"
fi
