/* ELF images, by libelf. The header is checked by hand first, because libelf
 * repairs or half accepts a damaged file and we want to name what is wrong.
 * SPDX-License-Identifier: ISC */
#include "elf_image.h"

#include <errno.h>
#include <fcntl.h>
#include <gelf.h>
#include <libelf.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct symbol {
    uint32_t value, size;
    bool is_name; /* may name an address: a function, an object or an untyped label */
    const char *name;
};

struct elf_image {
    char *path;
    int fd;
    Elf *elf;
    uint64_t file_size;
    Elf32_Ehdr ehdr;
    struct symbol *symbols; /* sorted by value */
    size_t symbol_count;
};

static enum elf_image_status fail(enum elf_image_status status, char *message, const char *path,
                                  const char *fmt, ...)
{
    int n = snprintf(message, ELF_IMAGE_MESSAGE, "%.150s: ", path);
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(message + n, ELF_IMAGE_MESSAGE - n, fmt, ap);
    va_end(ap);
    return status;
}

static bool table_fits(const struct elf_image *img, uint32_t offset, uint32_t count, uint32_t each)
{
    return (uint64_t)offset + (uint64_t)count * each <= img->file_size;
}

static enum elf_image_status check_header(struct elf_image *img, char *message)
{
    Elf32_Ehdr *eh = &img->ehdr;
    ssize_t got = pread(img->fd, eh, sizeof *eh, 0);

    if (got < 0)
        return fail(ELF_IMAGE_CANNOT_OPEN, message, img->path, "%s", strerror(errno));
    if (got < SELFMAG || memcmp(eh->e_ident, ELFMAG, SELFMAG) != 0)
        return fail(ELF_IMAGE_NOT_ELF, message, img->path, "not an ELF file");
    if (got <= EI_DATA)
        return fail(ELF_IMAGE_TRUNCATED, message, img->path, "truncated: the ELF header is cut off");
    if (eh->e_ident[EI_CLASS] != ELFCLASS32)
        return fail(ELF_IMAGE_WRONG_CLASS, message, img->path, "not a 32-bit ELF file");
    if (eh->e_ident[EI_DATA] != ELFDATA2LSB)
        return fail(ELF_IMAGE_WRONG_CLASS, message, img->path, "not a little-endian ELF file");
    if ((size_t)got < sizeof *eh)
        return fail(ELF_IMAGE_TRUNCATED, message, img->path, "truncated: the ELF header is cut off");
    if (eh->e_machine != EM_RISCV)
        return fail(ELF_IMAGE_WRONG_MACHINE, message, img->path,
                    "for another machine (ELF machine %u), not RISC-V", eh->e_machine);
    if (eh->e_type != ET_EXEC && eh->e_type != ET_DYN)
        return fail(ELF_IMAGE_WRONG_CLASS, message, img->path,
                    "not an executable (ELF type %u); was it linked?", eh->e_type);
    if (!table_fits(img, eh->e_phoff, eh->e_phnum, sizeof(Elf32_Phdr)) || eh->e_phnum == 0)
        return fail(ELF_IMAGE_TRUNCATED, message, img->path,
                    "truncated: no program headers within the file");
    return ELF_IMAGE_OK;
}

static enum elf_image_status check_segments(struct elf_image *img, char *message)
{
    GElf_Phdr ph;

    for (unsigned i = 0; i < img->ehdr.e_phnum; i++) {
        if (!gelf_getphdr(img->elf, (int)i, &ph))
            return fail(ELF_IMAGE_TRUNCATED, message, img->path, "program header %u: %s", i,
                        elf_errmsg(-1));
        if (ph.p_type == PT_LOAD &&
            (ph.p_filesz > ph.p_memsz || !table_fits(img, (uint32_t)ph.p_offset, 1,
                                                     (uint32_t)ph.p_filesz)))
            return fail(ELF_IMAGE_TRUNCATED, message, img->path,
                        "truncated: segment %u ends beyond the end of the file", i);
    }
    if (!table_fits(img, img->ehdr.e_shoff, img->ehdr.e_shnum, sizeof(Elf32_Shdr)))
        return fail(ELF_IMAGE_TRUNCATED, message, img->path,
                    "truncated: the section headers are cut off");
    return ELF_IMAGE_OK;
}

static int by_value(const void *a, const void *b)
{
    const struct symbol *x = a, *y = b;

    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    if (x->is_name != y->is_name)
        return x->is_name ? 1 : -1;
    return (x->size > 0) - (y->size > 0); /* a sized symbol last: it is found first */
}

static void read_symbol_section(struct elf_image *img, Elf_Scn *scn, const GElf_Shdr *sh)
{
    Elf_Data *data = elf_getdata(scn, NULL);
    size_t count = sh->sh_entsize ? sh->sh_size / sh->sh_entsize : 0;
    struct symbol *grown;

    if (!data || count == 0)
        return;
    grown = realloc(img->symbols, (img->symbol_count + count) * sizeof *grown);
    if (!grown)
        return;
    img->symbols = grown;
    for (size_t i = 0; i < count; i++) {
        GElf_Sym sym;
        const char *name;
        unsigned type;

        if (!gelf_getsym(data, (int)i, &sym) || sym.st_shndx == SHN_UNDEF)
            continue;
        type = GELF_ST_TYPE(sym.st_info);
        name = elf_strptr(img->elf, sh->sh_link, sym.st_name);
        if (!name || !*name || type == STT_FILE || type == STT_SECTION)
            continue;
        img->symbols[img->symbol_count++] = (struct symbol){
            .value = (uint32_t)sym.st_value,
            .size = (uint32_t)sym.st_size,
            /* mapping symbols ($x, $d) and local labels name nothing of interest */
            .is_name = name[0] != '$' && name[0] != '.' && sym.st_shndx != SHN_ABS,
            .name = name,
        };
    }
}

static void read_symbols(struct elf_image *img)
{
    Elf_Scn *scn = NULL;
    GElf_Shdr sh;

    while ((scn = elf_nextscn(img->elf, scn)))
        if (gelf_getshdr(scn, &sh) && sh.sh_type == SHT_SYMTAB)
            read_symbol_section(img, scn, &sh);
    if (img->symbol_count)
        qsort(img->symbols, img->symbol_count, sizeof *img->symbols, by_value);
}

static enum elf_image_status open_checked(struct elf_image *img, char *message)
{
    enum elf_image_status status;
    struct stat st;

    img->fd = open(img->path, O_RDONLY);
    if (img->fd < 0 || fstat(img->fd, &st) < 0)
        return fail(ELF_IMAGE_CANNOT_OPEN, message, img->path, "%s", strerror(errno));
    img->file_size = (uint64_t)st.st_size;

    status = check_header(img, message);
    if (status != ELF_IMAGE_OK)
        return status;
    elf_version(EV_CURRENT);
    img->elf = elf_begin(img->fd, ELF_C_READ, NULL);
    if (!img->elf)
        return fail(ELF_IMAGE_NOT_ELF, message, img->path, "%s", elf_errmsg(-1));
    status = check_segments(img, message);
    if (status == ELF_IMAGE_OK)
        read_symbols(img);
    return status;
}

enum elf_image_status elf_image_open(struct elf_image **out, const char *path,
                                     char message[ELF_IMAGE_MESSAGE])
{
    struct elf_image *img = calloc(1, sizeof *img);
    enum elf_image_status status;

    *out = NULL;
    if (!img || !(img->path = strdup(path))) {
        free(img);
        return fail(ELF_IMAGE_CANNOT_OPEN, message, path, "out of memory");
    }
    img->fd = -1;
    status = open_checked(img, message);
    if (status != ELF_IMAGE_OK) {
        elf_image_close(img);
        return status;
    }
    *out = img;
    return ELF_IMAGE_OK;
}

void elf_image_close(struct elf_image *img)
{
    if (!img)
        return;
    elf_end(img->elf);
    if (img->fd >= 0)
        close(img->fd);
    free(img->symbols);
    free(img->path);
    free(img);
}

uint32_t elf_image_entry(const struct elf_image *img)
{
    return img->ehdr.e_entry;
}

enum elf_image_status elf_image_load(const struct elf_image *img, elf_image_put *put, void *ctx,
                                     char message[ELF_IMAGE_MESSAGE])
{
    GElf_Phdr ph;

    for (unsigned i = 0; i < img->ehdr.e_phnum; i++) {
        const uint8_t *bytes = NULL;

        if (!gelf_getphdr(img->elf, (int)i, &ph) || ph.p_type != PT_LOAD || ph.p_memsz == 0)
            continue;
        if (ph.p_filesz) {
            Elf_Data *data = elf_getdata_rawchunk(img->elf, (int64_t)ph.p_offset, ph.p_filesz,
                                                  ELF_T_BYTE);
            if (!data || data->d_size < ph.p_filesz)
                return fail(ELF_IMAGE_TRUNCATED, message, img->path,
                            "truncated: segment %u cannot be read", i);
            bytes = data->d_buf;
        }
        if (!put(ctx, (uint32_t)ph.p_paddr, bytes, ph.p_filesz, ph.p_memsz))
            return fail(ELF_IMAGE_OUTSIDE, message, img->path,
                        "segment %u (0x%08x, %u bytes) lies outside DRAM", i,
                        (unsigned)ph.p_paddr, (unsigned)ph.p_memsz);
    }
    return ELF_IMAGE_OK;
}

bool elf_image_symbol(const struct elf_image *img, const char *name, uint32_t *value,
                      uint32_t *size)
{
    for (size_t i = 0; img && i < img->symbol_count; i++) {
        if (strcmp(img->symbols[i].name, name) != 0)
            continue;
        *value = img->symbols[i].value;
        if (size)
            *size = img->symbols[i].size;
        return true;
    }
    return false;
}

const char *elf_image_name_at(const struct elf_image *img, uint32_t addr, uint32_t *offset)
{
    size_t low = 0, high = img ? img->symbol_count : 0;

    while (low < high) { /* the first symbol above addr */
        size_t mid = low + (high - low) / 2;

        if (img->symbols[mid].value <= addr)
            low = mid + 1;
        else
            high = mid;
    }
    while (low-- > 0) {
        const struct symbol *s = &img->symbols[low];

        if (!s->is_name)
            continue;
        if (s->size ? addr - s->value >= s->size : addr - s->value >= 0x10000)
            return NULL;
        *offset = addr - s->value;
        return s->name;
    }
    return NULL;
}

char *elf_image_format_addr(const struct elf_image *img, uint32_t addr, char *buf, size_t size)
{
    uint32_t offset = 0;
    const char *name = elf_image_name_at(img, addr, &offset);

    if (!name)
        snprintf(buf, size, "%s", "");
    else if (offset)
        snprintf(buf, size, "%s+0x%x", name, offset);
    else
        snprintf(buf, size, "%s", name);
    return buf;
}
