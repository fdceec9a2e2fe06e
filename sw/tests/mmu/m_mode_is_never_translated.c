/* M's fetch and accesses are physical while satp maps the same numbers elsewhere.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_new();
    uint32_t ppn = mega_frame(1, 46);
    map_page(root, ppn << 12, frame(48), S_RWX);
    map_on(root);
    EQ(TOUCH(S, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(48));
    EQ(TOUCH(M, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(46));
    EQ(TOUCH(S, FETCH, ppn << 12), OK);
    EQ(out.a0, 48);
    EQ(TOUCH(M, FETCH, ppn << 12), OK);
    EQ(out.a0, 46);
    return 0;
}
