/* What an access may is judged by the flags of the TLB's entry, all combinations of them, whichever access has brought it.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

static int may(enum mode mode, enum kind kind, uint32_t flags)
{
    uint32_t needs = kind == FETCH ? PTE_X : kind == LOAD ? PTE_R : PTE_W | PTE_D;

    return (flags & needs) == needs && !(flags & PTE_U) == (mode == S);
}

int main(void)
{
    pte *root = map_start();
    uint32_t page = frame(7);

    for (uint32_t bits = 0; bits < 32; bits++) {
        uint32_t flags = PTE_V | PTE_A | (bits & 1 ? PTE_R : 0) | (bits & 2 ? PTE_W : 0) | (bits & 4 ? PTE_X : 0) |
                         (bits & 8 ? PTE_D : 0) | (bits & 16 ? PTE_U : 0);
        enum mode user = flags & PTE_U ? U : S;
        if ((flags & PTE_W && !(flags & PTE_R)) || !(flags & (PTE_R | PTE_X)))
            continue;
        map_page(root, VA, page, flags);
        for (enum kind first = FETCH; first <= STORE; first++)
            for (enum kind kind = FETCH; may(user, first, flags) && kind <= STORE; kind++)
                for (int other = 0; other < 2; other++) {
                    enum mode mode = other ? user ^ S : user;
                    fence_all();
                    EQ(TOUCH(user, first, VA + PAGE / 2), OK);
                    asm volatile("sfence.vma %0, x0" ::"r"(VA2) : "memory"); /* the stages forget, not the TLB */
                    EQ(TOUCH(mode, kind, VA), may(mode, kind, flags) ? OK : page_fault(kind));
                    fill(page, 7);
                }
    }
    return 0;
}
