/* The highest page of the address space and the lowest are pages as any other; code does not
 * fall from one into the other unmapped.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t top = frame(1);
    for (uint32_t offset = PAGE - 32; offset < PAGE; offset += 4)
        WORD(top, offset) = 0x00150513; /* addi a0, a0, 1 */
    asm volatile("fence.i");
    map_page(root, 0xfffff000, top, S_RWX);
    fence_all();
    EQ(TOUCH(S, LOAD, 0xfffffffc), OK);
    EQ(out.a0, 0x00150513);
    go_at(S, 0xfffffff8, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, 0, 0);
    EQ(out.a0, 2);
    map_page(root, 0, frame(9), S_RWX);
    go_at(S, 0xfffffffc, 0, 0, 0);
    ENDED_WELL(S);
    EQ(out.a0, 9);
    return 0;
}
