/* ebreak in S, not delegated: handled by M, with the right epc, tval and status.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\nebreak");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_BREAKPOINT, 0, TVAL_PC};
    not_delegated(&e, S);
    return 0;
}
