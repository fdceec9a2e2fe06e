/* Illegal instruction in U, delegated: handled by S, with the right epc, tval and status.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\n.word 0xffffffff");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_ILLEGAL, 0, 0xffffffff};
    delegated(&e, U);
    return 0;
}
