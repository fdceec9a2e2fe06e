/* mret to M leaves MPRV as it is.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    enter_status = MSTATUS_MPRV;
    go(M, do_ecall, 0, 0, 0);
    EQ(out.status & MSTATUS_MPRV, MSTATUS_MPRV);
    return 0;
}
