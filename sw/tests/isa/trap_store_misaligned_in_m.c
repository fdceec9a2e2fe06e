/* Misaligned store in M, not delegated: handled by M, with the right epc, tval and status.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\nsw a1, 2(a0)");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_STORE_MISALIGNED, DRAM, DRAM + 2};
    not_delegated(&e, M);
    return 0;
}
