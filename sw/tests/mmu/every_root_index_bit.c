/* Each of the ten bits of VPN[1] selects its own root entry (privileged manual 4.3.2, step 2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    for (unsigned bit = 0; bit < 9; bit++) /* bit 9 is where the image lies */
        if ((1u << (22 + bit)) != USER_TEXT)
            map_page(root, 1u << (22 + bit), frame(50 + bit), S_RWX);
    map_page(root, 0, frame(49), S_RWX);
    map_page(root, DRAM + MEGA, frame(60), S_RWX);
    fence_all();
    for (unsigned bit = 1; bit < 9; bit++) {
        EQ(TOUCH(S, LOAD, 1u << (22 + bit)), OK);
        EQ(out.a0, MARK_WORD(50 + bit));
    }
    EQ(TOUCH(S, LOAD, 0), OK);
    EQ(out.a0, MARK_WORD(49));
    EQ(TOUCH(S, LOAD, DRAM + MEGA), OK);
    EQ(out.a0, MARK_WORD(60));
    return 0;
}
