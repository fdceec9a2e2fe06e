/* The loader: reads a program's headers into the module's table of segments.
 * Pages come later, one by one, by page_get(). An image is as untrusted as any
 * other input.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

struct header {
    uint8_t ident[16];
    uint16_t type, machine;
    uint32_t version, entry, phoff, shoff, flags;
    uint16_t ehsize, phentsize, phnum, shentsize, shnum, shstrndx;
};

struct program {
    uint32_t type, offset, vaddr, paddr, filesz, memsz, flags, align;
};

enum { TYPE_EXEC = 2, TYPE_DYN = 3, MACHINE_RISCV = 243, LOAD = 1, FX = 1, FW = 2, FR = 4,
       MAX_HEADERS = 16 };

static bool overlap(const struct segment *a, const struct segment *b)
{
    return PAGE_OF(a->va) < PAGE_UP(b->va + b->memsz) &&
           PAGE_OF(b->va) < PAGE_UP(a->va + a->memsz);
}

/* A segment that is sane: inside the program's part of the space (`low` to
 * the library area), not writable and executable at once. */
static bool segment_ok(const struct segment *s, uint32_t size, uint32_t low)
{
    return s->va >= low && s->va < LIB_BASE && s->memsz < LIB_BASE - s->va &&
           s->filesz <= s->memsz && s->offset <= size && s->filesz <= size - s->offset &&
           (s->perm & (PTE_W | PTE_X)) != (PTE_W | PTE_X) && (s->perm & PTE_R);
}

/* Fills in seg[], heap and brk of a module whose image is set. */
int elf_load(struct module *m, uint32_t *entry, uint32_t low)
{
    struct header h;
    struct program p;
    bool entry_ok = false;
    int error = image_read(&m->image, 0, &h, sizeof h);

    if (error)
        return error;
    if (memcmp(h.ident, "\177ELF\1\1", 6) != 0 || h.type != TYPE_EXEC ||
        h.machine != MACHINE_RISCV || h.phentsize != sizeof p || h.phnum > MAX_HEADERS)
        return E_INVAL;
    for (uint32_t i = 0; i < h.phnum; i++) {
        if ((error = image_read(&m->image, h.phoff + i * sizeof p, &p, sizeof p)))
            return error;
        if (p.type != LOAD || !p.memsz)
            continue;
        if (m->nsegments == NSEGMENTS)
            return E_INVAL;
        struct segment *s = &m->seg[m->nsegments];
        *s = (struct segment){
            .va = p.vaddr, .filesz = p.filesz, .memsz = p.memsz, .offset = p.offset,
            .perm = (p.flags & FR ? PTE_R : 0) | (p.flags & FW ? PTE_W : 0) |
                    (p.flags & FX ? PTE_X : 0),
        };
        if (!segment_ok(s, m->image.size, low))
            return E_INVAL;
        for (int j = 0; j < m->nsegments; j++)
            if (overlap(s, &m->seg[j]))
                return E_INVAL;
        m->nsegments++;
        if ((s->perm & PTE_X) && h.entry >= s->va && h.entry < s->va + s->memsz)
            entry_ok = true;
        if (PAGE_UP(s->va + s->memsz) > m->heap)
            m->heap = PAGE_UP(s->va + s->memsz);
    }
    m->brk = m->heap;
    *entry = h.entry;
    return entry_ok && !(h.entry & 3) ? 0 : E_INVAL;
}
