/* mcountinhibit.IR stops minstret, and CY mcycle; what is stopped keeps its value (privileged
 * manual 3.1.11).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(stopped, "csrw mcountinhibit, a1\ncsrr a0, minstret\nnop\nnop\nnop\ncsrr a1, minstret\n"
                 "sub a0, a1, a0");
SNIPPET(stopped_cycle, "csrw mcountinhibit, a1\ncsrr a0, mcycle\nnop\nnop\nnop\ncsrr a1, mcycle\n"
                       "sub a0, a1, a0");

int main(void)
{
    go(M, stopped, 0, 4, 0);
    EQ(out.a0, 0);
    go(M, stopped_cycle, 0, 1, 0);
    EQ(out.a0, 0);
    go(M, stopped, 0, 1, 0);
    EQ(out.a0, 4);
    go(M, stopped_cycle, 0, 4, 0);
    TRUE(out.a0 >= 4);
    go(M, stopped_cycle, 0, 0, 0);
    TRUE(out.a0 >= 4);
    return 0;
}
