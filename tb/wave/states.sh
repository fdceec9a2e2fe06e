#!/bin/sh
# The names of the state machines' states, from the localparams in the RTL, as
# tables in C.
#
#   tb/wave/states.sh NAME=FILE.v ... > states.h
#
# SPDX-License-Identifier: ISC
set -e
for pair in "$@"; do
    names=$(sed -n "/^ *localparam [A-Z0-9]* = [0-9]*'d0,/,/;/p" "${pair#*=}" | tr ',;' '\n\n' |
        sed -n "s/.*\b\([A-Z][A-Z0-9]*\) *= *[0-9]*'d\([0-9]*\).*/[\2] = \"\1\",/p")
    [ "$(echo "$names" | wc -l)" -ge 4 ] || { echo "states.sh: no states in ${pair#*=}" >&2; exit 1; }
    printf 'static const char *const states_%s[STATES] = {\n%s\n};\n' "${pair%%=*}" "$names"
done
