/* Modules: made from an image, found by a handle, ended, and noticed ended.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

struct module modules[NMODULES];

/* For whoever watches from outside: the name of the module behind each ASID. */
char trace_names[NMODULES + 1][NAME_MAX] __attribute__((used));

/* A handle names a slot and the generation of its tenant, so that it dies
 * with the module: generation in the upper bits, slot in the lower eight. */
struct module *module_find(uint32_t id)
{
    uint32_t slot = id & 0xFF;
    if (slot >= NMODULES || modules[slot].state == FREE || modules[slot].id != id)
        return 0;
    return &modules[slot];
}

static struct module *module_slot(void)
{
    static uint32_t generation;
    for (uint32_t i = 0; i < NMODULES; i++) {
        struct module *m = &modules[i];
        if (m->state != FREE)
            continue;
        memset(m, 0, sizeof *m);
        generation = (generation + 1) & 0x7FFFFF;
        m->id = generation << 8 | i;
        return m;
    }
    return 0;
}

/* The boot configuration's word on where certain pages lie: in frames of the
 * region, by number. They are filled like any other page of the program. */
static int place_pages(struct module *m, const struct boot_entry *b)
{
    for (uint32_t i = 0; i < b->nframes; i++) {
        uint32_t va = b->page[i] * PAGE_SIZE;
        m->fixed_frame = (void *)(REGION_BASE + b->frame[i] * PAGE_SIZE);
        memset(m->fixed_frame, 0, PAGE_SIZE);
        int why = page_get(m, va, PTE_R, 0);
        m->fixed_frame = 0;
        if (why)
            return E_INVAL;
    }
    return 0;
}

/* All of the program's pages at once, and one of the stack, so that it starts
 * without faults. */
static int load_pages(struct module *m)
{
    m->regs[SP] = STACK_TOP - 4;
    if (page_get(m, STACK_TOP - 4, PTE_W, 0))
        return E_NOMEM;
    for (int i = 0; i < m->nsegments; i++) {
        const struct segment *s = &m->seg[i];
        for (uint32_t va = PAGE_OF(s->va); va < s->va + s->memsz; va += PAGE_SIZE)
            if (page_get(m, va, PTE_R, 0))
                return E_NOMEM;
    }
    return 0;
}

/* A new module, ready to run, that finds its own handle in a0 and `arg` in
 * a1; or 0 and an error. */
struct module *module_new(const char *name, const struct image *image, uint32_t arg,
                          const struct boot_entry *boot, int *error)
{
    uint32_t entry, low = boot && boot->nframes ? 0 : USER_MIN;
    struct module *m = module_slot();
    *error = E_FULL;
    if (!m)
        return 0;
    memcpy(m->name, name, strnlen(name, NAME_MAX - 1));
    memcpy(trace_names[module_asid(m)], m->name, NAME_MAX);
    m->image = *image;
    m->stack_low = STACK_TOP;
    m->boot = boot;
    *error = elf_load(m, &entry, low);
    if (!*error)
        *error = vm_new(m);
    if (!*error && boot)
        *error = place_pages(m, boot);
    if (!*error)
        *error = load_pages(m);
    if (*error) {
        if (m->root)
            vm_free(m);
        return 0;
    }
    m->regs[PC] = entry;
    m->regs[SP] = STACK_TOP;
    m->regs[A0] = m->id;
    m->regs[A1] = arg;
    make_ready(m);
    return m;
}

/* The module's memory is gone at once; its slot and ending stay until its
 * maker has asked for them (or is gone itself). */
void module_end(struct module *m, uint32_t end, uint32_t status)
{
    console_flush(m);
    if (m->state == READY)
        unready(m);
    if (m == cpu.current)
        cpu.leave = 1;
    m->state = ENDED;
    m->partner = 0; /* or entry.S would still hand over to it */
    m->end = end;
    m->status = status;
    queue_leave(m);
    message_leave(m);
    share_leave(m);
    vm_free(m);
    for (struct module *p = modules; p < modules + NMODULES; p++)
        if (p->state == ENDED && p->parent == m->id)
            p->state = FREE;
    if (m->boot)
        boot_ended(m);
    if (module_find(m->parent))
        wake_all(&m->end);
    else
        m->state = FREE;
}

/* create(name, arg): a module from the image of that name; its handle */
int gate_create(struct module *m, const uint32_t *a)
{
    char name[NAME_MAX];
    struct image image;
    int error = copy_name(m, name, a[0]);
    if (error || (error = image_find(name, &image)))
        return error;
    struct module *child = module_new(name, &image, a[1], 0, &error);
    if (!child)
        return error;
    child->parent = m->id;
    return child->id;
}

/* A module that m made. */
static struct module *child_of(struct module *m, uint32_t id, int *error)
{
    struct module *c = module_find(id);
    *error = !c ? E_NONE : c->parent != m->id ? E_PERM : 0;
    return *error ? 0 : c;
}

/* destroy(module): one that the caller made */
int gate_destroy(struct module *m, const uint32_t *a)
{
    int error;
    struct module *c = child_of(m, a[0], &error);
    if (c && c->state != ENDED)
        module_end(c, END_DESTROYED, 0);
    return error;
}

/* wait(module): until one that the caller made has ended; how in a0 (END_*),
 * with what in a1. Its handle is no good from then on. */
int gate_wait(struct module *m, const uint32_t *a)
{
    int error;
    struct module *c = child_of(m, a[0], &error);
    if (!c)
        return error;
    if (c->state != ENDED)
        return sleep_on(m, &c->end);
    m->regs[A1] = c->status;
    c->state = FREE;
    return c->end;
}

/* lookup(name): the handle of a living module of that name */
int gate_lookup(struct module *m, const uint32_t *a)
{
    char name[NAME_MAX];
    int error = copy_name(m, name, a[0]);
    if (error)
        return error;
    for (struct module *p = modules; p < modules + NMODULES; p++)
        if (p->state != FREE && p->state != ENDED && !strcmp(p->name, name))
            return p->id;
    return E_NONE;
}

/* list(number, info): the first module from that number on; the next number */
int gate_list(struct module *m, const uint32_t *a)
{
    for (uint32_t i = a[0]; i < NMODULES; i++) {
        const struct module *p = &modules[i];
        if (p->state == FREE)
            continue;
        struct module_info info = {p->id, p->parent, "", p->state, p->pages, p->ran};
        memcpy(info.name, p->name, NAME_MAX);
        return copy_out(m, a[1], &info, sizeof info) ? E_FAULT : (int)i + 1;
    }
    return E_NONE;
}
