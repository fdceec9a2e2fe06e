/* ASIDs that differ in any one implemented bit are different address spaces.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *one = map_new(), *two = map_new();
    map_page(one, VA, frame(31), S_RWX);
    map_page(two, VA, frame(32), S_RWX);
    WRITE(satp, SATP_MODE | 0x1ffu << SATP_ASID_SHIFT | ROOT_PPN(one));
    uint32_t implemented = READ(satp) >> SATP_ASID_SHIFT & 0x1ff;
    fence_all();
    for (uint32_t bit = 1; bit & implemented; bit <<= 1) {
        WRITE(satp, SATP_MODE | (0x155 & implemented) << SATP_ASID_SHIFT | ROOT_PPN(one));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(31));
        WRITE(satp, SATP_MODE | ((0x155 ^ bit) & implemented) << SATP_ASID_SHIFT | ROOT_PPN(two));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(32));
        fence_all();
    }
    return 0;
}
