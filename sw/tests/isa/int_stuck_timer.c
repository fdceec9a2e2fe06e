/* A timer that is always pending and never put off: each entry to U and S is interrupted at its first
 * instruction, hundreds of times, with nothing done and nothing changed; masked, the code runs.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    quiet();
    WRITE(mideleg, 0);
    pend(INT_MTI, 1);
    for (unsigned i = 0; i < 300; i++) {
        enum mode mode = i & 1 ? S : U;

        WRITE(mie, 1u << INT_MTI);
        go(mode, do_wait, i, ~i, i * i);
        interrupted(M, INT_MTI, mode);
        EQ(out.a0, i);
        EQ(out.a1, ~i);
        EQ(out.a2, i * i);
    }
    WRITE(mie, 0);
    wait_in(U, 1);
    ENDED_WELL(U);
    TRUE(READ(mip) >> INT_MTI & 1);
    return 0;
}
