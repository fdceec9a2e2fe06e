/* The access right behind a write of MPRV or of MPP obeys it.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(on_off, "csrs mstatus, a2\nlw a1, 0(a0)\ncsrc mstatus, a2\nlw a2, 0(a0)");
SNIPPET(mpp_changes, "csrs mstatus, a2\nli a3, 0x800\nlw a1, 0(a0)\ncsrs mstatus, a3\n"
                     "lw a2, 0(a0)\n");

int main(void)
{
    pte *root = map_new();
    uint32_t ppn = mega_frame(1, 46);
    /* the same number is one frame physically and another one through the map */
    map_page(root, ppn << 12, frame(48), U_RWX);
    map_on(root);
    for (int i = 0; i < 2; i++) {
        go(M, on_off, ppn << 12, 0, MSTATUS_MPRV);
        ENDED_WELL(M);
        EQ(out.a1, MARK_WORD(48));
        EQ(out.a2, MARK_WORD(46));
        go(M, mpp_changes, ppn << 12, 0, MSTATUS_MPRV);
        TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)mpp_changes + 20, ppn << 12);
        EQ(out.a1, MARK_WORD(48));
    }
    return 0;
}
