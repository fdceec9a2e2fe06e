#!/bin/sh
# Cycles and events of the directed tests, against those that were kept: the machine is exact to the cycle, and stays so
# until somebody means it to change.
#   counts.sh test KEPT SIMULATOR ELF...   a line PASS, or a line FAIL for each test that counted otherwise
#   counts.sh keep KEPT SIMULATOR ELF...   keeps what they count now
# The counts are those of --stats-json. Another compiler makes other programs: then nothing can be compared, and it says so.
# SPDX-License-Identifier: ISC

if [ "$1" = one ]; then
    stats=$("$2" --quiet --no-rerun --cycles=2000000 --stats-json=- "$3" </dev/null 2>/dev/null | grep '^{"cycles"')
    echo "$(basename "$(dirname "$3")")/$(basename "$3" .elf) $(echo "$stats" | sed 's/[{}" ]//g; s/:/=/g; s/,/ /g')"
    exit 0
fi

mode=$1 kept=$2 simulator=$3
shift 3
compiler=$(riscv64-unknown-elf-gcc -dumpfullversion)
now=$(mktemp)
trap 'rm -f "$now"' EXIT
# The names of the counts in the first line, then the values of each test
printf '%s\n' "$@" | xargs -n 1 -P 2 "$0" one "$simulator" | LC_ALL=C sort | awk '
    NR == 1 {line = "# test"; for (i = 2; i <= NF; i++) {split($i, pair, "="); line = line " " pair[1]} print line}
    {line = $1; for (i = 2; i <= NF; i++) {split($i, pair, "="); line = line " " pair[2]} print line}' > "$now"

if [ "$mode" = keep ]; then
    { echo "# Cycles and events of each directed test; compiler $compiler. Written by: make counts-keep"; cat "$now"; } > "$kept"
    exit 0
fi
if ! head -n 1 "$kept" | grep -qF "compiler $compiler."; then
    echo "PASS counts: not compared, they were kept with another compiler (this is $compiler; make counts-keep keeps its own)"
    exit 0
fi
awk '/^#/ {split($0, name); next}
    FNR == NR {was[$1] = $0; next}
    {
        tests++
        if (!($1 in was)) {print "FAIL counts " $1 ": nothing is kept of it (make counts-keep)"; failed++}
        else if (was[$1] != $0) {
            split(was[$1], old)
            why = ""
            for (i = 2; i <= NF; i++)
                if ($i != old[i]) why = why (why == "" ? "" : "; ") name[i + 1] " " $i ", was " old[i]
            print "FAIL counts " $1 ": " why
            failed++
        }
        delete was[$1]
    }
    END {
        for (name in was) {print "FAIL counts " name ": kept, but there is no such test"; failed++}
        if (!failed) print "PASS counts: " tests " directed tests take the cycles and count the events that they did"
    }' "$kept" "$now"
