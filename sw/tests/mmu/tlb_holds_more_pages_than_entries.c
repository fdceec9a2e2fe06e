/* Two hundred pages and as many 4 MiB leaves and code pages used in turn: every translation is
 * right when entries are replaced.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn[8];
    for (uint32_t i = 0; i < 8; i++)
        ppn[i] = frame(300 + i);
    for (uint32_t i = 0; i < 200; i++)
        map_page(root, VA + i * PAGE, ppn[i * 5 % 8], i & 1 ? S_RWX : U_RWX);
    for (uint32_t i = 0; i < 30; i++)
        map_mega(root, VA2 + i * MEGA, mega_frame(i % 3, 100 + 10 * (i % 3)), S_RWX);
    fence_all();
    SET(mstatus, MSTATUS_SUM);
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 0; i < 200; i += 1 + 2 * round) {
            uint32_t k = i * 77 % 200;
            EQ(TOUCH(k & 1 ? S : U, k & 2 ? FETCH : LOAD, VA + k * PAGE), OK);
            EQ(out.a0, k & 2 ? 300 + k * 5 % 8 : MARK_WORD(300 + k * 5 % 8));
            uint32_t m = i * 7 % 30;
            EQ(TOUCH(S, LOAD, VA2 + m * MEGA + MEGA_SIXTH), OK);
            EQ(out.a0, MARK_WORD(101 + 10 * (m % 3)));
        }
    return 0;
}
