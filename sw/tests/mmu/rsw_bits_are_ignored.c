/* Bits 9:8 of a leaf and of a pointer are software's: the hardware ignores them (privileged
 * manual 4.3.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    for (uint32_t rsw = 0; rsw < 4; rsw++) {
        pte *entry = map_page(root, VA, frame(7), S_RWX | rsw << 8);
        *root_entry(root, VA) |= rsw << 8;
        map_mega(root, VA2, mega_frame(0, 8), S_RWX | rsw << 8);
        fence_all();
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(7));
        EQ(TOUCH(S, FETCH, VA2), OK);
        EQ(out.a0, 8);
        EQ(*entry >> 8 & 3, rsw);
    }
    return 0;
}
