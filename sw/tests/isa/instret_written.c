/* A write of minstret or minstreth is what the next instruction reads; the write itself does not
 * count (privileged manual 3.1.10).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(write_read, "csrw minstret, a1\ncsrr a0, minstret\ncsrr a2, minstret");
SNIPPET(write_high, "csrw minstreth, a1\ncsrr a0, minstreth");
SNIPPET(carry, "csrw minstreth, x0\nli a1, -2\ncsrw minstret, a1\nnop\nnop\nnop\n"
               "csrr a1, minstreth\n"
               "csrr a0, minstret");

int main(void)
{
    go(M, write_read, 0, 1000, 0);
    EQ(out.a0, 1000);
    EQ(out.a2, 1001);
    go(M, write_high, 0, 0xffffffff, 0);
    EQ(out.a0, 0xffffffff);
    go(M, carry, 0, 0, 0);
    EQ(out.a1, 1);
    EQ(out.a0, 2);
    return 0;
}
