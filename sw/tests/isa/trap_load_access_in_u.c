/* Load access fault in U, not delegated: handled by M, with the right epc, tval and status.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\nlw a1, 0(a0)");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_LOAD_ACCESS, VA, VA};
    not_delegated(&e, U);
    return 0;
}
