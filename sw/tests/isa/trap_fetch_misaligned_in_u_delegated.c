/* Misaligned jump target in U, delegated: handled by S, with the right epc, tval and status.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\njalr a1, 2(a0)");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_FETCH_MISALIGNED, DRAM, DRAM + 2};
    delegated(&e, U);
    return 0;
}
