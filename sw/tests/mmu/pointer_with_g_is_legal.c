/* G may be set in a pointer entry: the accesses through it go on as before (privileged manual
 * 4.3.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(5), S_RWX);
    *root_entry(root, VA) |= PTE_G;
    fence_all();
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(5));
    EQ(TOUCH(S, FETCH, VA), OK);
    EQ(out.a0, 5);
    EQ(TOUCH(S, STORE, VA), OK);
    return 0;
}
