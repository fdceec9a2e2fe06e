#!/bin/sh
# Runs test targets one after the other and counts the PASS and FAIL lines of
# their logs in build/test. A target that breaks off counts as one failure.
# SPDX-License-Identifier: ISC
mkdir -p build/test
rm -f build/test/*.log
passed=0 failed=0
for target in "$@"; do
    echo "== $target"
    if ! make --no-print-directory -s "$target" > "build/test/$target.out" 2>&1; then
        echo "FAIL $target: broke off" >> "build/test/$target.log"
        tail -n 20 "build/test/$target.out"
    fi
    p=$(grep -c '^PASS ' "build/test/$target.log" 2>/dev/null)
    f=$(grep -c '^FAIL ' "build/test/$target.log" 2>/dev/null)
    if [ "${p:-0}" -eq 0 ] && [ "${f:-0}" -eq 0 ]; then
        echo "FAIL $target: no test ran" | tee -a "build/test/$target.log"
        f=1
    fi
    grep '^FAIL ' "build/test/$target.log"
    echo "   ${p:-0} passed, ${f:-0} failed"
    passed=$((passed + ${p:-0}))
    failed=$((failed + ${f:-0}))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
