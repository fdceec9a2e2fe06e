/* mret to a mode below M clears MPRV (privileged manual 3.1.6.3): S.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    enter_status = MSTATUS_MPRV;
    go(S, do_ecall, 0, 0, 0);
    EQ(out.status & MSTATUS_MPRV, 0);
    return 0;
}
