/* A load or store that misses while the walk for the next instruction's page is under way is
 * answered with its own page, and by the entry as it is then: the pages beside it are not mapped,
 * and the entry is changed without a fence from one that denied the store.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define LAST (PAGE - 4)
#define LW_A2_A1 0x0005a603
#define SW_A1_A1 0x00b5a023

int main(void)
{
    pte *root = map_start();
    uint32_t code = frame(1), data = frame(2), next = frame(3);
    map_page(root, VA, code, S_RWX);
    map_page(root, VA + PAGE, next, S_RWX);
    /* each bit of the page's number in turn is the only one that tells it from the others */
    for (uint32_t va = VA2 | PAGE; va < VA2 + MEGA; va += va - VA2) {
        pte *entry = map_page(root, va, data, S_RWX);
        WORD(code, LAST) = LW_A2_A1;
        asm volatile("fence.i");
        for (int i = 0; i < 3; i++) {
            fence_all();
            go_at(S, VA + LAST, 0, va, 0);
            ENDED_WELL(S);
            EQ(out.a0, 3);
            EQ(out.a2, MARK_WORD(2));
        }
        WORD(code, LAST) = SW_A1_A1;
        asm volatile("fence.i");
        *entry &= ~(uint32_t)PTE_D;
        fence_all();
        EQ(TOUCH(S, LOAD, va), OK);
        *entry |= PTE_D;
        go_at(S, VA + LAST, 0, va, 0);
        ENDED_WELL(S);
        EQ(out.a0, 3);
        EQ(WORD(data, 0), va);
        WORD(data, 0) = MARK_WORD(2);
        *entry = 0;
        fence_all();
    }
    return 0;
}
