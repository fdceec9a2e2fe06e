/* One combination of permission bits at one level: which kinds of access it lets through.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_MMU_PERMISSION_H
#define TESTS_MMU_PERMISSION_H

#define CAN_FETCH (1u << FETCH)
#define CAN_LOAD (1u << LOAD | 1u << LR)
#define CAN_STORE (1u << STORE | 1u << AMO | 1u << SC)

/* Checks every kind of access in a mode: those in `allowed` succeed and reach the frame's mark, the
 * others raise the page fault of their kind and change nothing. */
static inline void check_access(enum mode mode, uint32_t va, volatile uint32_t *cell, uint32_t mark,
                                uint32_t allowed)
{
    for (enum kind kind = FETCH; kind < kinds(); kind++) {
        *cell = MARK_WORD(mark);
        asm volatile("fence.i" ::: "memory");
        if (!(allowed >> kind & 1)) {
            EQ(TOUCH(mode, kind, va), page_fault(kind));
            EQ(*cell, MARK_WORD(mark));
            continue;
        }
        EQ(TOUCH(mode, kind, va), OK);
        if (kind == FETCH)
            EQ(out.a0, mark);
        else if (kind == STORE)
            EQ(*cell, 0x5a5);
        else if (kind == AMO)
            EQ(*cell, MARK_WORD(mark) + 0x5a5);
        else if (kind != SC)
            EQ(out.a0, MARK_WORD(mark));
    }
}

/* A page of its own mode (U=1 for U, U=0 for S) with these R, W, X, and A and D set. */
static inline void permission(int level, enum mode mode, uint32_t rwx, uint32_t allowed)
{
    pte *root = map_start();
    uint32_t user = mode == U ? PTE_U : 0;
    pte *entry = map_level(root, level, VA, 21, PTE_V | AD | user | rwx);
    fence_all();
    check_access(mode, VA, &WORD(*entry >> 10, 0), 21, allowed);
}

#endif
