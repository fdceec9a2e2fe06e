/* mhpmcounter8 counts exceptions and interrupts taken, once each, and stands still when
 * inhibited.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    uint32_t traps = READ(mhpmcounter8);
    go(M, do_ecall, 0, 0, 0);
    EQ(READ(mhpmcounter8) - traps, 1);
    go(U, do_wait, 0, 0, 0);
    EQ(READ(mhpmcounter8) - traps, 2);
    quiet();
    pend(INT_SSI, 1);
    WRITE(mie, 1u << INT_SSI);
    wait_in(S, 1);
    interrupted(M, INT_SSI, S);
    EQ(READ(mhpmcounter8) - traps, 3);
    WRITE(mcountinhibit, 1u << 8);
    wait_in(S, 1);
    EQ(READ(mhpmcounter8) - traps, 3);
    return 0;
}
