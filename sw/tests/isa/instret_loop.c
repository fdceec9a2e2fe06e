/* minstret over a loop of a thousand branches is exact.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(loop, "li a2, 500\ncsrr a0, minstret\n1: addi a2, a2, -1\nbnez a2, 1b\ncsrr a1, minstret\n"
              "sub a0, a1, a0");

int main(void)
{
    go(M, loop, 0, 0, 0);
    EQ(out.a0, 1001);
    return 0;
}
