/* The four forms of sfence.vma.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_MMU_FENCE_H
#define TESTS_MMU_FENCE_H

enum form { FENCE_ALL, FENCE_VA, FENCE_ASID, FENCE_VA_ASID };

static inline void fence_form(enum form form, uint32_t va, uint32_t asid)
{
    switch (form) {
    case FENCE_ALL:
        asm volatile("sfence.vma x0, x0" ::: "memory");
        break;
    case FENCE_VA:
        asm volatile("sfence.vma %0, x0" ::"r"(va) : "memory");
        break;
    case FENCE_ASID:
        asm volatile("sfence.vma x0, %0" ::"r"(asid) : "memory");
        break;
    case FENCE_VA_ASID:
        asm volatile("sfence.vma %0, %1" ::"r"(va), "r"(asid) : "memory");
        break;
    }
}

/* Use a page in a mode, change its frame, fence: the new frame for fetch, load and store. */
static inline void frame_changes(enum form form, int level, enum mode mode)
{
    uint32_t flags = mode == U ? U_RWX : S_RWX;
    pte *root = map_start();
    pte *entry = map_level(root, level, VA, 51, flags);
    EQ(TOUCH(mode, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(51));
    EQ(TOUCH(mode, FETCH, VA), OK);
    EQ(out.a0, 51);
    EQ(TOUCH(mode, STORE, VA + PAGE / 2), OK);
    uint32_t old = *entry >> 10, new = level ? mega_frame(1, 61) : frame(61);
    WORD(old, PAGE / 2) = 0;
    *entry = ENTRY(new, flags);
    fence_form(form, VA, asid_of(mode));
    EQ(TOUCH(mode, FETCH, VA), OK);
    EQ(out.a0, 61);
    EQ(TOUCH(mode, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(61));
    EQ(TOUCH(mode, STORE, VA + PAGE / 2), OK);
    EQ(WORD(old, PAGE / 2), 0);
    EQ(WORD(new, PAGE / 2), 0x5a5);
}

/* Use a page in a mode, take its permissions away one by one, fence: the access is gone. */
static inline void permission_goes(enum form form, int level, enum mode mode)
{
    uint32_t flags = mode == U ? U_RWX : S_RWX;
    pte *root = map_start();
    pte *entry = map_level(root, level, VA, 52, flags);
    for (enum kind kind = FETCH; kind < kinds(); kind++)
        EQ(TOUCH(mode, kind, VA + (kind == FETCH ? 0 : PAGE / 2)), OK);
    *entry = ENTRY(*entry >> 10, flags & ~PTE_W);
    fence_form(form, VA, asid_of(mode));
    EQ(TOUCH(mode, STORE, VA), CAUSE_STORE_PAGE);
    EQ(TOUCH(mode, AMO, VA), CAUSE_STORE_PAGE);
    EQ(TOUCH(mode, FETCH, VA), OK);
    *entry = ENTRY(*entry >> 10, flags & ~(PTE_W | PTE_X));
    fence_form(form, VA, asid_of(mode));
    EQ(TOUCH(mode, FETCH, VA), CAUSE_FETCH_PAGE);
    EQ(TOUCH(mode, LOAD, VA), OK);
    *entry = ENTRY(*entry >> 10, flags & ~(PTE_W | PTE_R));
    fence_form(form, VA, asid_of(mode));
    EQ(TOUCH(mode, LOAD, VA), CAUSE_LOAD_PAGE);
    EQ(TOUCH(mode, FETCH, VA), OK);
    *entry = ENTRY(*entry >> 10, flags & ~PTE_V);
    fence_form(form, VA, asid_of(mode));
    all_page_fault(mode, VA);
}

#endif
