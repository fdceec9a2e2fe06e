/* A fence by ASID, made while another map is in force, works for the map that comes back.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *one = map_new(), *two = map_new();
    pte *entry = map_page(one, VA, frame(1), S_RWX);
    map_page(two, VA, frame(2), S_RWX);
    uint32_t satp_one = SATP_MODE | 7 << SATP_ASID_SHIFT | ROOT_PPN(one);
    uint32_t satp_two = SATP_MODE | 8 << SATP_ASID_SHIFT | ROOT_PPN(two);
    fence_all();
    for (uint32_t i = 0; i < 4; i++) {
        WRITE(satp, satp_one);
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(TOUCH(S, FETCH, VA), OK);
        WRITE(satp, satp_two);
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(2));
        *entry = ENTRY(frame(10 + i), S_RWX);
        if (i & 1)
            asm volatile("sfence.vma x0, %0" ::"r"(7) : "memory");
        else
            asm volatile("sfence.vma %0, %1" ::"r"(VA), "r"(7) : "memory");
        WRITE(satp, satp_one);
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(10 + i));
        EQ(TOUCH(S, FETCH, VA), OK);
        EQ(out.a0, 10 + i);
    }
    return 0;
}
