/* Store page fault in U, delegated: handled by S, with the right epc, tval and status.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\nsw a1, 0(a0)");

int main(void)
{
    map_start();
    static const struct exception e = {code, 4, CAUSE_STORE_PAGE, VA, VA};
    delegated(&e, U);
    return 0;
}
