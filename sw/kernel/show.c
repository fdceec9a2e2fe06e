/* What the kernel tells of itself and of modules.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static const char *kind(const struct module *m, uint32_t va, pte_t e)
{
    if (va >= LIB_BASE && va < LIB_END)
        return "library";
    if (e & PTE_ALLOCATED)
        return "allocated";
    if (va >= m->stack_low && va < STACK_TOP)
        return "stack";
    if (va >= m->heap && va < PAGE_UP(m->brk))
        return "heap";
    return e & PTE_X ? "code" : e & PTE_W ? "data" : "constants";
}

/* maps(module): prints a line for each piece of its space, as /proc does: from
 * and to, rights, pages in memory, pages on the disk, and what it is */
int gate_maps(struct module *m, const uint32_t *a)
{
    struct module *p = module_find(a[0]);
    if (!p || p->state == ENDED)
        return E_NONE;
    const char *what = 0, *now;
    uint32_t from = 0, in = 0, away = 0;
    pte_t rights = 0;
    for (uint32_t va = 0; va <= USER_TOP; va += PAGE_SIZE) {
        pte_t *t = va < USER_TOP ? vm_walk(p->root, va, false) : 0, e = t ? *t : 0;
        now = e ? kind(p, va, e) : 0;
        if (what && (now != what || (e & PTE_RIGHTS) != rights)) {
            print("[%s] %08x-%08x %c%c%c %3u in memory %3u on disk  %s\n", m->name, from, va,
                  rights & PTE_R ? 'r' : '-', rights & PTE_W ? 'w' : '-',
                  rights & PTE_X ? 'x' : '-', in, away, what);
            what = 0;
        }
        if (e && !what) {
            what = now;
            rights = e & PTE_RIGHTS;
            from = va;
            in = away = 0;
        }
        if (e & PTE_V)
            in++;
        else if (e)
            away++;
        if (!t) /* no table: nothing in these 4 MiB */
            va |= (1u << 22) - PAGE_SIZE;
    }
    return 0;
}

/* counters(struct counters *) */
int gate_counters(struct module *m, const uint32_t *a)
{
    counters.switches = cpu.switches;
    return copy_out(m, a[0], &counters, sizeof counters) ? E_FAULT : 0;
}
