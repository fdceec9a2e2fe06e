/* A 4 KiB leaf maps one page; the page before and the page after it stay unmapped.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA + PAGE, frame(6), S_RWX);
    fence_all();
    EQ(TOUCH(S, LOAD, VA + PAGE), OK);
    EQ(out.a0, MARK_WORD(6));
    EQ(TOUCH(S, LOAD, VA + 2 * PAGE - 8), OK);
    EQ(out.a0, MARK_WORD(6));
    all_page_fault(S, VA + PAGE - 4);
    all_page_fault(S, VA + 2 * PAGE);
    return 0;
}
