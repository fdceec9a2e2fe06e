/* One segment for each stretch of pages that are not all zero.
 * SPDX-License-Identifier: ISC */
#include "image.h"

#include <elf.h>
#include <stdio.h>

#define PAGE 4096u
#define PAGES (FUZZ_DRAM_BYTES / PAGE)

static bool is_zero(const uint8_t *page)
{
    for (unsigned i = 0; i < PAGE; i++)
        if (page[i])
            return false;
    return true;
}

/* Fills the segments' headers; file offsets begin at `offset`. */
static unsigned segments_of(const struct program *p, Elf32_Phdr *segment, uint32_t offset)
{
    unsigned n = 0;
    bool open = false;

    for (unsigned i = 0; i < PAGES; i++) {
        if (is_zero(p->dram + i * PAGE)) {
            open = false;
            continue;
        }
        if (!open)
            segment[n++] = (Elf32_Phdr){
                .p_type = PT_LOAD,
                .p_offset = offset,
                .p_vaddr = FUZZ_DRAM + i * PAGE,
                .p_paddr = FUZZ_DRAM + i * PAGE,
                .p_flags = PF_R | PF_W | PF_X,
                .p_align = PAGE,
            };
        open = true;
        segment[n - 1].p_filesz += PAGE;
        segment[n - 1].p_memsz += PAGE;
        offset += PAGE;
    }
    return n;
}

bool image_write(const struct program *p, const char *path)
{
    static Elf32_Phdr segment[PAGES];
    unsigned n = segments_of(p, segment, PAGE);
    Elf32_Ehdr header = {
        .e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS32, ELFDATA2LSB, EV_CURRENT},
        .e_type = ET_EXEC,
        .e_machine = EM_RISCV,
        .e_version = EV_CURRENT,
        .e_entry = FUZZ_DRAM,
        .e_phoff = sizeof header,
        .e_ehsize = sizeof header,
        .e_phentsize = sizeof segment[0],
        .e_phnum = (Elf32_Half)n,
    };
    FILE *f = fopen(path, "wb");
    bool ok;

    if (!f)
        return false;
    ok = fwrite(&header, sizeof header, 1, f) == 1 &&
         fwrite(segment, sizeof segment[0], n, f) == n && fseek(f, PAGE, SEEK_SET) == 0;
    for (unsigned i = 0; ok && i < n; i++)
        ok = fwrite(p->dram + (segment[i].p_paddr - FUZZ_DRAM), segment[i].p_filesz, 1, f) == 1;
    return fclose(f) == 0 && ok;
}
