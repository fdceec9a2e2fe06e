/* Memory for the asking: pages at an address of the module's choice, given
 * back page by page, and the heap's end.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

/* What is neither mapped, nor on the disk, nor promised to program, heap or
 * stack, nor the libraries'. */
bool page_unused(struct module *m, uint32_t va)
{
    pte_t *e = vm_walk(m->root, va, false);
    if (va < USER_MIN || (e && *e) || (va >= m->heap && va < LIB_END))
        return false;
    return !segment_of(m, va);
}

/* allocate(va, bytes, PROT_*): whole pages of zeros, all or none */
int gate_allocate(struct module *m, const uint32_t *a)
{
    uint32_t va = a[0], len = a[1], prot = a[2];
    if (va % PAGE_SIZE || !len || !user_range(va, len) ||
        (prot & ~(PROT_R | PROT_W | PROT_X)) || !(prot & PROT_R) ||
        (prot & (PROT_W | PROT_X)) == (PROT_W | PROT_X))
        return E_INVAL;
    if (PAGE_UP(len) / PAGE_SIZE > MODULE_PAGES)
        return E_NOMEM;
    uint32_t end = va + PAGE_UP(len);
    for (uint32_t p = va; p < end; p += PAGE_SIZE)
        if (!page_unused(m, p))
            return E_BUSY;
    for (uint32_t p = va; p < end; p += PAGE_SIZE) {
        void *frame = frame_for(m, p);
        if (frame && vm_map(m, p, frame, prot | PTE_ALLOCATED) == 0)
            continue;
        if (frame)
            frame_free(frame);
        while (p > va)
            vm_unmap(m, p -= PAGE_SIZE);
        return E_NOMEM;
    }
    return va;
}

/* release(va, bytes): pages that were allocated (or shared), all or none */
int gate_release(struct module *m, const uint32_t *a)
{
    uint32_t va = a[0], len = a[1];
    if (va % PAGE_SIZE || !len || !user_range(va, len))
        return E_INVAL;
    uint32_t end = va + PAGE_UP(len);
    for (uint32_t p = va; p < end; p += PAGE_SIZE) {
        pte_t *e = vm_walk(m->root, p, false);
        if (!e || !(*e & PTE_ALLOCATED))
            return E_FAULT;
    }
    for (uint32_t p = va; p < end; p += PAGE_SIZE)
        vm_unmap(m, p);
    return 0;
}

/* grow(bytes): the heap's end goes up by so much; the old end. Its pages come
 * when they are touched. One page stays free below the stack. */
int gate_grow(struct module *m, const uint32_t *a)
{
    uint32_t old = m->brk, limit = m->stack_low - PAGE_SIZE;
    if (old > limit || a[0] > limit - old)
        return E_NOMEM;
    m->brk = old + a[0];
    return old;
}
