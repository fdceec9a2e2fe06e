/* Misaligned load in S, delegated: handled by S, with the right epc, tval and status.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\nlw a1, 1(a0)");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_LOAD_MISALIGNED, DRAM, DRAM + 1};
    delegated(&e, S);
    return 0;
}
