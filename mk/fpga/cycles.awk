# Cycles by instruction, from the simulator's log: how often it ran, the fewest, the mean, the most.
# SPDX-License-Identifier: ISC
$1 ~ /^[0-9]+$/ && $2 ~ /^[MSU]$/ {
    if (last) {
        d = $1 - last
        n[$5]++
        sum[$5] += d
        if (!($5 in least) || d < least[$5]) least[$5] = d
        if (d > most[$5]) most[$5] = d
        all++
        cycles += d
    }
    last = $1
}
END {
    printf "%-12s %8s %6s %7s %6s\n", "instruction", "times", "least", "mean", "most"
    for (m in n)
        printf "%-12s %8d %6d %7.1f %6d\n", m, n[m], least[m], sum[m] / n[m], most[m] | "sort -k2nr"
    close("sort -k2nr")
    printf "%-12s %8d %6s %7.2f\n", "all", all, "", cycles / all
}
