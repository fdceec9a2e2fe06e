/* minstret counts each retired instruction once: between two reads lie the instructions between
 * them and the first read.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(empty, "csrr a0, minstret\ncsrr a1, minstret\nsub a0, a1, a0");
SNIPPET(ten, "csrr a0, minstret\n.rept 10\nnop\n.endr\ncsrr a1, minstret\nsub a0, a1, a0");
SNIPPET(mixed, "mv a2, a0\ncsrr a0, minstret\nlw a1, 0(a2)\nsw a1, 0(a2)\ndiv a1, a1, a1\n"
               "mul a1, a1, a1\nj 1f\nnop\n1: beqz x0, 2f\nnop\nnop\n2: bnez x0, 1b\n"
               "amoadd.w a1, x0, (a2)\nfence\nfence.i\n"
               "csrr a1, minstret\nsub a0, a1, a0");

int main(void)
{
    for (int i = 0; i < 3; i++) {
        go(M, empty, 0, 0, 0);
        EQ(out.a0, 1);
        go(M, ten, 0, 0, 0);
        EQ(out.a0, 11);
        go(M, mixed, frame(0) << 12, 0, 0);
        EQ(out.a0, 11);
    }
    return 0;
}
