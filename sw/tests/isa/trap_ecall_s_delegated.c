/* ecall in S, delegated: handled by S, with the right epc, tval and status.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\necall");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_ECALL_S, 0, 0};
    delegated(&e, S);
    return 0;
}
