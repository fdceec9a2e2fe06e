/* MPRV=1 with MPP=U: loads and stores of M are translated and checked as U's (privileged manual
 * 3.1.6.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t user = frame(41);
    map_page(root, VA, user, U_RWX);
    map_page(root, VA2, frame(42), S_RWX);
    fence_all();
    EQ(TOUCH_AS(U, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(41));
    EQ(TOUCH_AS(U, STORE, VA), OK);
    EQ(WORD(user, 0), 0x5a5);
    for (enum kind kind = LOAD; kind < kinds(); kind++) {
        EQ(TOUCH_AS(U, kind, VA2), page_fault(kind));
        EQ(TOUCH_AS(U, kind, VA + PAGE), page_fault(kind));
        EQ(TOUCH_AS(U, kind, DRAM), page_fault(kind));
    }
    return 0;
}
