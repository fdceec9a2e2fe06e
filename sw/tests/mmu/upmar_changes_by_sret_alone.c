/* S writes upmar and returns to U: the first instruction there is fetched through the new map,
 * and back.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(switch_sret, "csrw 0x5C0, a1\ncsrw sepc, a2\ncsrc sstatus, a0\nsret");

int main(void)
{
    pte *kernel = map_new(), *one = map_new(), *two = map_new();
    map_page(one, VA, frame(1), U_RWX);
    map_page(two, VA, frame(2), U_RWX);
    maps_on(kernel, one);
    uint32_t upmar_one = SATP_MODE | 2 << SATP_ASID_SHIFT | ROOT_PPN(one);
    uint32_t upmar_two = SATP_MODE | 3 << SATP_ASID_SHIFT | ROOT_PPN(two);
    for (int i = 0; i < 6; i++) {
        go(S, switch_sret, MSTATUS_SPP, i & 1 ? upmar_two : upmar_one, VA);
        ENDED_WELL(U);
        EQ(out.a0, i & 1 ? 2 : 1);
        EQ(out.epc, VA + 4);
        EQ(TOUCH(U, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(i & 1 ? 2 : 1));
    }
    return 0;
}
