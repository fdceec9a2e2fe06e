/* Frames in more than one map: shared libraries, of which there is one copy in
 * memory, read-only to all; and pages that one module offers and another
 * accepts, writable to both. A frame lives until its last map lets go.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static struct library {
    char name[NAME_MAX];
    uint32_t pages;
    void *frame[SHARE_PAGES];
} libraries[NLIBRARIES];

static struct offer {
    uint32_t from, to; /* handles; from 0: free */
    uint32_t pages;
    void *frame[SHARE_PAGES];
} offers[NOFFERS];

static void let_go(void **frame, uint32_t pages)
{
    while (pages)
        frame_free(frame[--pages]);
}

/* A library's image is one piece that runs at any address, with nothing to be
 * written in it (lib.ld sees to that), and is kept whole. */
static int library_load(struct library *l, const char *name)
{
    struct module image = {0};
    uint32_t entry;
    int error = image_find(name, &image.image);
    if (error || (error = elf_load(&image, &entry, 0)))
        return error;
    struct segment *s = &image.seg[0];
    if (image.nsegments != 1 || s->va || (s->perm & PTE_W) || s->memsz > SHARE_PAGES * PAGE_SIZE)
        return E_INVAL;
    *l = (struct library){.pages = PAGE_UP(s->memsz) / PAGE_SIZE};
    for (uint32_t i = 0; i < l->pages; i++) {
        uint32_t at = i * PAGE_SIZE;
        uint32_t n = at >= s->filesz ? 0 : s->filesz - at < PAGE_SIZE ? s->filesz - at : PAGE_SIZE;
        l->frame[i] = frame_get();
        if (!l->frame[i] || image_read(&image.image, s->offset + at, l->frame[i], n) < 0) {
            let_go(l->frame, l->frame[i] ? i + 1 : i);
            l->pages = 0;
            return E_NOMEM;
        }
    }
    memcpy(l->name, name, NAME_MAX);
    return 0;
}

/* All of the frames at va, or none. Shared pages are never given to the disk. */
static int map_all(struct module *m, uint32_t va, void **frame, uint32_t pages, uint32_t perm)
{
    for (uint32_t i = 0; i < pages; i++) {
        frame_share(frame[i]);
        if (vm_map(m, va + i * PAGE_SIZE, frame[i], perm) < 0) {
            frame_free(frame[i]);
            while (i)
                vm_unmap(m, va + --i * PAGE_SIZE);
            return E_NOMEM;
        }
    }
    return 0;
}

/* library(name): maps it where there is room, and says where; again, says so */
int gate_library(struct module *m, const uint32_t *a)
{
    char name[NAME_MAX];
    struct library *l = 0;
    int error = copy_name(m, name, a[0]);
    if (error)
        return error;
    for (struct library *p = libraries; p < libraries + NLIBRARIES; p++) {
        if (p->pages && !strcmp(p->name, name)) {
            l = p;
            break;
        }
        if (!p->pages)
            l = p;
    }
    if (!l)
        return E_FULL;
    if (!l->pages && (error = library_load(l, name)))
        return error;
    uint32_t room = 0, at = 0; /* unused pages behind each other; the first enough of them */
    for (uint32_t va = LIB_BASE; va < LIB_END; va += PAGE_SIZE) {
        pte_t *t = vm_walk(m->root, va, false), e = t ? *t : 0;
        if (e && (void *)PTE_FRAME(e) == l->frame[0])
            return va;
        room = e ? 0 : room + 1;
        if (room == l->pages && !at)
            at = va - (room - 1) * PAGE_SIZE;
    }
    if (!at)
        return E_NOMEM;
    error = map_all(m, at, l->frame, l->pages, PTE_R | PTE_X);
    return error ? error : (int)at;
}

/* offer(va, bytes, module): allocated, writable pages of the caller's, to be
 * accepted by that module alone; a handle of the offer */
int gate_offer(struct module *m, const uint32_t *a)
{
    uint32_t va = a[0], pages = PAGE_UP(a[1]) / PAGE_SIZE;
    struct module *to = module_find(a[2]);
    if (va % PAGE_SIZE || !a[1] || !user_range(va, a[1]))
        return E_INVAL;
    if (pages > SHARE_PAGES)
        return E_TOOBIG;
    if (!to || to == m || to->state == ENDED)
        return E_NONE;
    for (uint32_t i = 0; i < NOFFERS; i++) {
        struct offer *o = &offers[i];
        if (o->from)
            continue;
        for (uint32_t n = 0; n < pages; n++) {
            void *frame = 0;
            uint32_t p = va + n * PAGE_SIZE;
            if (page_get(m, p, PTE_W, &frame) ||
                !(*vm_walk(m->root, p, false) & PTE_ALLOCATED)) {
                let_go(o->frame, n);
                return E_FAULT;
            }
            frame_share(frame);
            o->frame[n] = frame;
        }
        o->from = m->id;
        o->to = to->id;
        o->pages = pages;
        return i;
    }
    return E_FULL;
}

/* accept(offer, va): maps what was offered to the caller; its bytes */
int gate_accept(struct module *m, const uint32_t *a)
{
    struct offer *o = a[0] < NOFFERS ? &offers[a[0]] : 0;
    uint32_t va = a[1];
    if (!o || !o->from || o->to != m->id)
        return E_NONE;
    if (va % PAGE_SIZE || !user_range(va, o->pages * PAGE_SIZE))
        return E_INVAL;
    for (uint32_t i = 0; i < o->pages; i++)
        if (!page_unused(m, va + i * PAGE_SIZE))
            return E_BUSY;
    if (map_all(m, va, o->frame, o->pages, PTE_R | PTE_W | PTE_D | PTE_ALLOCATED) < 0)
        return E_NOMEM;
    let_go(o->frame, o->pages);
    o->from = 0;
    return o->pages * PAGE_SIZE;
}

/* m ends: its offers, and those to it, are void. */
void share_leave(struct module *m)
{
    for (struct offer *o = offers; o < offers + NOFFERS; o++)
        if (o->from && (o->from == m->id || o->to == m->id)) {
            let_go(o->frame, o->pages);
            o->from = 0;
        }
}

/* where(va): the number of the frame under the caller's page */
int gate_where(struct module *m, const uint32_t *a)
{
    void *p;
    return page_get(m, a[0], PTE_R, &p) ? E_FAULT : (int)((uint32_t)p / PAGE_SIZE);
}
