/* Illegal instruction in M, not delegated: handled by M, with the right epc, tval and status.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\n.word 0xffffffff");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_ILLEGAL, 0, 0xffffffff};
    not_delegated(&e, M);
    return 0;
}
