/* ecall in M, not delegated: handled by M, with the right epc, tval and status.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "trap.h"

SNIPPET(code, "nop\necall");

int main(void)
{
    static const struct exception e = {code, 4, CAUSE_ECALL_M, 0, 0};
    not_delegated(&e, M);
    return 0;
}
