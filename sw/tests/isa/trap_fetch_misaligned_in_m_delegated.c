/* Misaligned jump target in M, delegated: M never delegates its own traps, it is handled by M,
 * with the right epc, tval and status.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\njalr a1, 2(a0)");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_FETCH_MISALIGNED, DRAM, DRAM + 2};
    delegated(&e, M);
    return 0;
}
