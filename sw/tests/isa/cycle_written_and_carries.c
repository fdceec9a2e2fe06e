/* mcycle is 64 bits, writable, counts at least one cycle an instruction, and carries into
 * mcycleh.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(carry, "csrw mcycleh, x0\nli a1, -2\ncsrw mcycle, a1\nnop\nnop\nnop\nnop\n"
               "csrr a1, mcycleh\n"
               "csrr a0, mcycle");

int main(void)
{
    go(M, carry, 0, 0, 0);
    EQ(out.a1, 1);
    TRUE(out.a0 < 1000);
    uint32_t before = READ(mcycle);
    for (int i = 0; i < 100; i++)
        asm volatile("nop");
    TRUE(READ(mcycle) - before >= 100 && READ(mcycle) - before < 100000);
    return 0;
}
