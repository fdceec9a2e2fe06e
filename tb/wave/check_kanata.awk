# Checks a pipeline log against the format and against what the machine retired.
#   awk -f tb/wave/check_kanata.awk -v skip=N RETIRE-TRACE LOG
# The trace gives cycle and pc of every retired instruction; the log must retire the
# same ones at the same cycles, from its first one on to its last cycle. skip: cycles
# at its start for instructions that were under way already.
# Prints a summary, or the first thing wrong and ends with 1.
# SPDX-License-Identifier: ISC
function wrong(what) {
    if (!bad) print FILENAME ":" FNR ": " what
    bad = 1
    exit 1
}
BEGIN { FS = "\t"; order = "FDXMW" }

FNR == NR { # the retire trace, which has spaces
    split($0, t, " ")
    if (t[1] != "#") pc_at[t[1]] = t[4]
    next
}
FNR == 1 { if ($0 != "Kanata\t0004") wrong("not a Kanata log of version 4"); next }
FNR == 2 { if ($1 != "C=") wrong("no cycle at the start"); cycle = first = $2; next }
$1 == "C" { if ($2 < 1) wrong("time does not go on"); cycle += $2; next }
$1 == "I" { if ($2 != next_id++) wrong("instruction numbers are not in order"); alive[$2] = 1; next }
!($2 in alive) { wrong("instruction " $2 " is not alive") }
$1 == "L" { if (!($2 in pc)) { split($4, l, " "); pc[$2] = l[2] } if ($4 ~ /again/) agains++; next }
$1 == "S" {
    at = index(order, $4)
    if (!at) wrong("no such stage: " $4)
    if (at != 1 + (($2 in stage) ? stage[$2] : 0)) wrong("instruction " $2 " jumps to " $4)
    if (holds[$4] != "") wrong("stage " $4 " holds two instructions")
    stage[$2] = at
    holds[$4] = $2
    next
}
$1 == "E" {
    if (holds[$4] != $2) wrong("stage " $4 " does not hold " $2)
    holds[$4] = ""
    next
}
$1 == "R" {
    if ($4 == 0) {
        if (stage[$2] != 5) wrong("instruction " $2 " retires outside W")
        # in the log an instruction leaves W one cycle after it is there to retire
        if (pc_at[cycle - 1] != pc[$2]) wrong("retires pc " pc[$2] ", the machine " pc_at[cycle - 1])
        seen[cycle - 1] = 1
        retired++
    } else if ($4 == 1) {
        flushed++
    } else wrong("no such end: " $4)
    delete alive[$2]
    next
}
{ wrong("no such line: " $1) }
END {
    if (bad) exit 1
    for (c = first + skip; c < cycle; c++)
        if (c in pc_at && !(c in seen)) { print "cycle " c ": retired by the machine, not in the log"; exit 1 }
    printf "%d retired, %d flushed, %d of them sent round again\n", retired, flushed, agains
}
