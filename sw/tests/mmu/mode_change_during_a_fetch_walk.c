/* An ecall at the end of a page, the next page being walked for by the fetch ahead: neither mode
 * gets the other's fault or permission.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    WORD(ppn, PAGE - 8) = 0x00850513; /* addi a0, a0, 8 */
    WORD(ppn, PAGE - 4) = 0x00000073; /* ecall */
    asm volatile("fence.i");
    map_page(root, VA, ppn, U_RWX);
    map_page(root, VA + PAGE, frame(5), S_RWX);
    for (int i = 0; i < 6; i++) {
        fence_all();
        go_at(U, VA + PAGE - (i & 1 ? 4 : 8), 0, 0, 0);
        ENDED_WELL(U);
        EQ(out.epc, VA + PAGE - 4);
        EQ(TOUCH(S, FETCH, VA + PAGE), OK);
        EQ(out.a0, 5);
        EQ(TOUCH(U, FETCH, VA + PAGE), CAUSE_FETCH_PAGE);
    }
    return 0;
}
