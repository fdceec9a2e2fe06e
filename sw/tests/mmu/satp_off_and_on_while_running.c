/* S turns translation off and on; the very next fetch and access obey (here the code's page is
 * mapped alike).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(off_load, "csrrw a1, satp, x0\nlw a0, 0(a0)\ncsrw satp, a1");
SNIPPET(off_on_load, "csrrw a1, satp, x0\ncsrw satp, a1\nlw a0, 0(a0)");

int main(void)
{
    pte *root = map_new();
    uint32_t ppn = mega_frame(1, 46);
    map_page(root, ppn << 12, frame(48), S_RWX);
    map_on(root);
    for (int i = 0; i < 2; i++) {
        EQ(TOUCH(S, LOAD, ppn << 12), OK);
        EQ(out.a0, MARK_WORD(48));
        go(S, off_load, ppn << 12, 0, 0);
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(46));
        go(S, off_on_load, ppn << 12, 0, 0);
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(48));
    }
    return 0;
}
