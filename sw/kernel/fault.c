/* The page-fault handler's judgement: whether a page that the map does not
 * give (yet) is the module's by right, and then making it so. There are four
 * rights: a segment of the program, the heap below brk, the stack at or above
 * sp, and a page that went to the disk. Copies on a module's behalf come
 * through here too, so a buffer need not be in memory to be used.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static const char *const errors[] = {
    [PAGE_UNMAPPED] = "not mapped",
    [PAGE_KERNEL] = "outside the module's space",
    [PAGE_READONLY] = "read-only",
    [PAGE_NOEXEC] = "not executable",
    [PAGE_NOREAD] = "not readable",
    [PAGE_MEETS] = "stack and heap would meet",
    [PAGE_NOMEM] = "no memory left",
    [PAGE_DISK] = "disk error",
};

const char *page_error(int why)
{
    return errors[why];
}

static int refusal(uint32_t access)
{
    return access == PTE_W ? PAGE_READONLY : access == PTE_X ? PAGE_NOEXEC : PAGE_NOREAD;
}

/* A new page with those rights: what the image has of it, if it is the
 * program's, and zeros. */
static int page_new(struct module *m, uint32_t page, const struct segment *s, uint32_t perm,
                    uint32_t access)
{
    if (!(perm & access))
        return refusal(access);
    void *frame = frame_for(m, page);
    if (!frame)
        return frame_refusal();
    uint32_t from = s && s->va > page ? s->va : page;
    uint32_t end = s ? s->va + s->filesz : 0, to = end < page + PAGE_SIZE ? end : page + PAGE_SIZE;
    int why = PAGE_OK;
    if (from < to && image_read(&m->image, s->offset + (from - s->va),
                                (uint8_t *)frame + (from - page), to - from) < 0)
        why = PAGE_DISK;
    else if (vm_map(m, page, frame, perm | (access & PTE_W ? PTE_D : 0)) < 0)
        why = PAGE_NOMEM;
    if (why)
        frame_free(frame);
    return why;
}

/* A page on the way down from the stack; one page stays free above the heap. */
static int page_stack(struct module *m, uint32_t page, uint32_t access)
{
    if (page <= PAGE_UP(m->brk))
        return PAGE_MEETS;
    int why = page_new(m, page, 0, PTE_R | PTE_W, access);
    if (!why && page < m->stack_low)
        m->stack_low = page;
    return why;
}

/* The segment of the program that va's page belongs to, or 0. */
const struct segment *segment_of(const struct module *m, uint32_t va)
{
    for (const struct segment *s = m->seg; s < m->seg + m->nsegments; s++)
        if (va >= PAGE_OF(s->va) && va < PAGE_UP(s->va + s->memsz))
            return s;
    return 0;
}

static int page_missing(struct module *m, uint32_t va, uint32_t access)
{
    uint32_t page = PAGE_OF(va);
    const struct segment *s = segment_of(m, va);
    if (s)
        return page_new(m, page, s, s->perm, access);
    if (page >= m->heap && va < PAGE_UP(m->brk))
        return page_new(m, page, 0, PTE_R | PTE_W, access);
    if (va >= m->regs[SP] && va < STACK_TOP && m->regs[SP] >= m->heap)
        return page_stack(m, page, access);
    return PAGE_UNMAPPED;
}

/* The kernel's address of m's byte at va, if m may access it so (PTE_R, _W
 * or _X); PAGE_OK, or why not. Marks the page as used, and as written. */
int page_get(struct module *m, uint32_t va, uint32_t access, void **out)
{
    if (va >= USER_TOP)
        return PAGE_KERNEL;
    pte_t *e = vm_walk(m->root, va, false);
    if (!e || !(*e & PTE_V)) {
        if (e && *e && !(*e & access))
            return refusal(access);
        int why = e && *e ? swap_in(m, PAGE_OF(va), e, access) : page_missing(m, va, access);
        if (why)
            return why;
        counters.faults++;
        e = vm_walk(m->root, va, false);
    }
    if (!(*e & access))
        return refusal(access);
    *e |= PTE_A | (access & PTE_W ? PTE_D : 0);
    if (out)
        *out = (uint8_t *)PTE_FRAME(*e) + va % PAGE_SIZE;
    return PAGE_OK;
}
