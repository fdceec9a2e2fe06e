/* MPRV=1 with MPP=M: nothing is translated.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(43);
    map_page(root, ppn << 12, frame(44), S_RWX);
    fence_all();
    EQ(TOUCH_AS(M, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(43));
    EQ(TOUCH_AS(M, STORE, ppn << 12), OK);
    EQ(WORD(ppn, 0), 0x5a5);
    return 0;
}
