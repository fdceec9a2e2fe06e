/* A store that faulted on D=0 succeeds once software has set D and fenced, with a load of the
 * page in between.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(9);
    pte *entry = map_page(root, VA, ppn, U_RWX & ~PTE_D);
    fence_all();
    EQ(TOUCH(U, LOAD, VA), OK);
    EQ(TOUCH(U, STORE, VA), CAUSE_STORE_PAGE);
    EQ(WORD(ppn, 0), MARK_WORD(9));
    *entry |= PTE_D;
    asm volatile("sfence.vma %0" ::"r"(VA) : "memory");
    EQ(TOUCH(U, STORE, VA), OK);
    EQ(WORD(ppn, 0), 0x5a5);
    return 0;
}
