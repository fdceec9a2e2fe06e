/* Each of the ten bits of VPN[0] selects its own entry of the second table (privileged manual
 * 4.3.2, step 2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    for (unsigned bit = 0; bit < 10; bit++)
        map_page(root, VA + (PAGE << bit), frame(70 + bit), S_RWX);
    map_page(root, VA, frame(69), S_RWX);
    fence_all();
    for (unsigned bit = 0; bit < 10; bit++) {
        EQ(TOUCH(S, LOAD, VA + (PAGE << bit)), OK);
        EQ(out.a0, MARK_WORD(70 + bit));
        EQ(TOUCH(S, FETCH, VA + (PAGE << bit)), OK);
        EQ(out.a0, 70 + bit);
    }
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(69));
    return 0;
}
