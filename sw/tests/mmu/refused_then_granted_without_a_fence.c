/* A page that the TLB refuses, and whose entry grants it since: the access is made by the entry as it is, and so are those
 * after it, when the stages have forgotten the page and the TLB has it.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define S_R (PTE_V | PTE_R | AD)

static void forgotten(void)
{
    asm volatile("sfence.vma %0, x0" ::"r"(VA2) : "memory"); /* of no page here */
}

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(5), S_R);
    for (unsigned i = 0; i < 9; i++) {
        fence_all();
        EQ(TOUCH(S, LOAD, VA), OK);
        forgotten();
        EQ(TOUCH(S, FETCH, VA), CAUSE_FETCH_PAGE);
        EQ(TOUCH(S, STORE, VA + PAGE / 2), CAUSE_STORE_PAGE);
        *entry |= PTE_X;
        EQ(TOUCH(S, FETCH, VA), OK);
        EQ(out.a0, 5);
        *entry |= PTE_W;
        EQ(TOUCH(S, STORE, VA + PAGE / 2), OK);
        forgotten();
        EQ(TOUCH(S, FETCH, VA), OK);
        EQ(TOUCH(S, STORE, VA + PAGE / 2), OK);
        *entry &= ~(uint32_t)(PTE_X | PTE_W);
        for (unsigned k = 0; k < i % 4; k++) { /* another entry of the stage next time */
            fence_all();
            go(S, do_nothing, 0, 0, 0);
        }
    }
    return 0;
}
