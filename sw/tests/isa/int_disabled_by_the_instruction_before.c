/* No interrupt comes behind the instruction that disables it.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

SNIPPET(short_window, "csrc mstatus, a0\ncsrs mip, a1\nnop\nnop\ncsrc mip, a1\ncsrs mstatus, a0\n"
                      "nop\nnop");

int main(void)
{
    quiet();
    WRITE(mie, 1u << INT_SSI);
    enter_status = MSTATUS_MPIE;
    go(M, short_window, MSTATUS_MIE, 1u << INT_SSI, 0);
    ENDED_WELL(M);
    return 0;
}
