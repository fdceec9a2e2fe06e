/* The instruction behind a write of satp is fetched through the new map: here from another
 * frame.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(unused, "nop");

int main(void)
{
    pte *one = map_new(), *two = map_new();
    uint32_t a = frame(1), b = frame(2);
    map_page(one, VA, a, S_RWX);
    map_page(two, VA, b, S_RWX);
    /* frame a: csrw satp, a1; li a0, 1; ecall.  frame b: the same with li a0, 2 */
    WORD(a, 0) = 0x18059073;
    WORD(a, 4) = 0x00100513;
    WORD(a, 8) = 0x00000073;
    WORD(b, 0) = 0x18059073;
    WORD(b, 4) = 0x00200513;
    WORD(b, 8) = 0x00000073;
    asm volatile("fence.i");
    uint32_t other = SATP_MODE | 3 << SATP_ASID_SHIFT | ROOT_PPN(two);
    for (int i = 0; i < 3; i++) {
        map_on(one);
        go_at(S, VA, 0, other, 0);
        ENDED_WELL(S);
        EQ(out.a0, 2);
        EQ(out.epc, VA + 8);
    }
    /* to bare: the next fetch is physical, where there is nothing */
    map_on(one);
    go_at(S, VA, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_ACCESS, VA + 4, VA + 4);
    return 0;
}
