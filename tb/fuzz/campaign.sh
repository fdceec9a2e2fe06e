#!/bin/sh
# A campaign on two cores: the machine on one, its variants by turns on the other.
#   campaign.sh MINUTES SEED COUNTS_DIR FAILURES_DIR
# Counts are kept in COUNTS_DIR, one file for each part, and summed up with those of
# earlier campaigns into build/fuzz.json. Exit status 1 if anything failed.
# SPDX-License-Identifier: ISC
set -u
minutes=$1 seed=$2 counts=$3 failures=$4
half=$((minutes * 30))

part() {
    program=$1 seconds=$2 first=$3
    "build/$program" --seed="$first" --seconds="$seconds" --save="$failures" \
        --counts="$counts/$program-$first.counts"
}

part fuzz $((minutes * 60)) "$seed" &
main=$!
part fuzz-asid0 $half "$seed"
part fuzz-tiny $half "$seed"
wait $main

# what was counted by another set of cover points no longer adds up
for file in "$counts"/*.counts; do
    build/fuzz --quiet "$file" >/dev/null 2>&1
    [ $? -eq 2 ] && mv "$file" "$file.old"
done
build/fuzz --json=build/fuzz.json --list "$counts"/*.counts
