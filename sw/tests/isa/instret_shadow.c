/* instret, cycle and their high halves show minstret and mcycle.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(shadow, "csrr a0, minstret\ncsrr a1, instret\nsub a0, a1, a0\n"
                "csrr a1, minstreth\ncsrr a2, instreth\nsub a1, a2, a1");
SNIPPET(shadow_cycle, "csrr a0, mcycle\ncsrr a1, cycle\nsub a0, a1, a0\n"
                      "csrr a1, mcycleh\ncsrr a2, cycleh\nsub a1, a2, a1");

int main(void)
{
    WRITE(minstreth, 0x12);
    WRITE(mcycleh, 0x34);
    go(M, shadow, 0, 0, 0);
    EQ(out.a0, 1);
    EQ(out.a1, 0);
    EQ(out.a2, 0x12);
    go(M, shadow_cycle, 0, 0, 0);
    TRUE(out.a0 >= 1 && out.a0 < 1000);
    EQ(out.a1, 0);
    EQ(out.a2, 0x34);
    return 0;
}
