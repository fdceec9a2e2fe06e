/* Page maps: the kernel's, one for each module, and single entries of them.
 * An entry with V=0 that is not zero is a page on the disk (swap.c).
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define ENTRIES 1024
#define INDEX1(va) ((va) >> 22)
#define INDEX0(va) ((va) >> 12 & (ENTRIES - 1))

pte_t *kernel_root;

/* The last-level entry for va; with `make`, its table is made if need be.
 * 0: no table (or no frame for one). */
pte_t *vm_walk(pte_t *root, uint32_t va, bool make)
{
    pte_t *e = &root[INDEX1(va)];
    if (!(*e & PTE_V)) {
        void *table = make ? frame_get() : 0;
        if (!table)
            return 0;
        *e = FRAME_PTE(table) | PTE_V;
    }
    return (pte_t *)PTE_FRAME(*e) + INDEX0(va);
}

/* Within one table: the kernel lies in the first 4 MiB of DRAM. */
static void map_kernel(uint32_t from, uint32_t to, uint32_t perm)
{
    pte_t *e = vm_walk(kernel_root, from, true);
    if (!e)
        finish(1);
    for (uint32_t pa = from; pa < to; pa += PAGE_SIZE)
        *e++ = FRAME_PTE(pa) | perm;
}

/* The kernel's map: its own memory with the least rights, page by page, and
 * all other memory and the devices in 4 MiB pages. In PLAN=ubit it is part of
 * every map, hence global; in PLAN=switch only this map has it. */
void vm_init(void)
{
    static const uint32_t devices[] = {0, PA_CLINT, PA_PLIC, PA_UART};
#ifdef PLAN_SWITCH
    const uint32_t bits = PTE_V | PTE_A;
#else
    const uint32_t bits = PTE_V | PTE_A | PTE_G;
#endif
    const uint32_t rw = bits | PTE_R | PTE_W | PTE_D, mega = 1u << 22;

    kernel_root = frame_alloc();
    map_kernel((uint32_t)text_start, (uint32_t)text_end, bits | PTE_R | PTE_X);
    map_kernel((uint32_t)text_end, (uint32_t)rodata_end, bits | PTE_R);
    map_kernel((uint32_t)rodata_end, (uint32_t)stack_guard, rw);
    map_kernel((uint32_t)stack_guard + PAGE_SIZE,
               DRAM_SIZE < mega ? DRAM_END : DRAM_BASE + mega, rw);
    for (uint32_t pa = DRAM_BASE + mega; pa < DRAM_END; pa += mega)
        kernel_root[INDEX1(pa)] = FRAME_PTE(pa) | rw;
    for (uint32_t i = 0; i < 4; i++)
        kernel_root[INDEX1(DEVICES + i * mega)] = FRAME_PTE(devices[i]) | rw;

    csr_write(satp, SATP_MODE | (uint32_t)kernel_root >> 12);
    fence_all();
}

uint32_t module_asid(const struct module *m)
{
    return (m - modules) + 1; /* 0 is the kernel's */
}

int vm_new(struct module *m)
{
    m->root = frame_get();
    if (!m->root)
        return E_NOMEM;
#ifndef PLAN_SWITCH
    memcpy(&m->root[INDEX1(USER_TOP)], &kernel_root[INDEX1(USER_TOP)], PAGE_SIZE / 2);
#endif
    m->map = SATP_MODE | module_asid(m) << SATP_ASID_SHIFT | (uint32_t)m->root >> 12;
    return 0;
}

/* What an entry stands for: a frame, or a page on the disk. */
static void forget(pte_t e)
{
    if (e & PTE_V)
        frame_free((void *)PTE_FRAME(e));
    else
        slot_free(e >> 10);
}

/* Give back all that a module has, tables included, and see that no TLB
 * entry of its survives. */
void vm_free(struct module *m)
{
#ifndef PLAN_SWITCH /* where the kernel itself may be on this map */
    if ((csr_read(satp) & SATP_PPN) == (uint32_t)m->root >> 12)
        csr_write(satp, SATP_MODE | (uint32_t)kernel_root >> 12);
#endif
    for (uint32_t i = 0; i < INDEX1(USER_TOP); i++) {
        if (!(m->root[i] & PTE_V))
            continue;
        pte_t *table = (pte_t *)PTE_FRAME(m->root[i]);
        for (pte_t *e = table; e < table + ENTRIES; e++)
            if (*e)
                forget(*e);
        frame_free(table);
    }
    frame_free(m->root);
    m->root = 0;
    m->pages = 0;
    fence_asid(module_asid(m));
}

/* The new entry is marked as used, and a writable one as written if `perm`
 * says PTE_D: this machine leaves both bits to software. */
int vm_map(struct module *m, uint32_t va, void *frame, uint32_t perm)
{
    pte_t *e = vm_walk(m->root, va, true);
    if (!e)
        return E_NOMEM;
    *e = FRAME_PTE(frame) | perm | PTE_U | PTE_A | PTE_V;
    m->pages++;
    if (perm & PTE_X)
        fence_code();
    return 0; /* an invalid entry is never cached: no fence */
}

void vm_unmap(struct module *m, uint32_t va)
{
    pte_t *e = vm_walk(m->root, va, false), old = *e;
    *e = 0;
    m->pages -= old & PTE_V;
    fence_page(va, module_asid(m));
    forget(old);
}
