/* An access that faulted on the permission succeeds once the entry grants it and is fenced, at
 * both levels.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    for (int level = 0; level < 2; level++) {
        pte *entry = map_level(root, level, VA, 47, PTE_V | PTE_R | PTE_U | AD);
        fence_all();
        EQ(TOUCH(U, LOAD, VA), OK);
        EQ(TOUCH(U, STORE, VA), CAUSE_STORE_PAGE);
        EQ(TOUCH(U, FETCH, VA), CAUSE_FETCH_PAGE);
        *entry |= PTE_W | PTE_X;
        asm volatile("sfence.vma %0" ::"r"(VA) : "memory");
        EQ(TOUCH(U, FETCH, VA), OK);
        EQ(TOUCH(U, STORE, VA), OK);
    }
    return 0;
}
