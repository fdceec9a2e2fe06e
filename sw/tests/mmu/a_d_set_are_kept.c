/* An access through a leaf with A and D set leaves the entry as it is, at both levels.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *page = map_page(root, VA, frame(1), S_RWX);
    pte *mega = map_mega(root, VA2, mega_frame(0, 1), S_RWX);
    uint32_t page_was = *page, mega_was = *mega, pointer_was = *root_entry(root, VA);
    fence_all();
    for (enum kind kind = FETCH; kind < KINDS; kind++) {
        EQ(TOUCH(S, kind, VA + PAGE / 2), OK);
        EQ(TOUCH(S, kind, VA2 + PAGE / 2), OK);
    }
    EQ(*page, page_was);
    EQ(*mega, mega_was);
    EQ(*root_entry(root, VA), pointer_was);
    return 0;
}
