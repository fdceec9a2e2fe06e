/* ELF images of this machine: the one loader of the simulator and of the
 * reference model. Owns the open file and a sorted copy of its symbols;
 * copies nothing into memory itself but hands the segments to its caller.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_ELF_IMAGE_H
#define GATEHOUSE_ELF_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum elf_image_status {
    ELF_IMAGE_OK,
    ELF_IMAGE_CANNOT_OPEN,   /* no such file, no permission, a directory */
    ELF_IMAGE_NOT_ELF,       /* the magic number is missing */
    ELF_IMAGE_WRONG_CLASS,   /* not 32-bit little-endian, or not an executable */
    ELF_IMAGE_WRONG_MACHINE, /* not RISC-V */
    ELF_IMAGE_TRUNCATED,     /* the headers point beyond the end of the file */
    ELF_IMAGE_OUTSIDE,       /* the caller has no memory where a segment wants to be */
};

#define ELF_IMAGE_MESSAGE 256 /* size of a buffer for an error's one line, without newline */

struct elf_image;

/* Opens an image. On success *out must be closed by elf_image_close; on error
 * *out is NULL and message holds one line that names the file. */
enum elf_image_status elf_image_open(struct elf_image **out, const char *path,
                                     char message[ELF_IMAGE_MESSAGE]);
void elf_image_close(struct elf_image *img); /* NULL is allowed */

uint32_t elf_image_entry(const struct elf_image *img);

/* Memory of `size` bytes at physical address `addr` becomes `filesz` bytes of
 * data and zeros after them. False: there is no memory there. */
typedef bool elf_image_put(void *ctx, uint32_t addr, const uint8_t *data, size_t filesz,
                           size_t size);

/* Hands every loadable segment to `put`, at its physical address. */
enum elf_image_status elf_image_load(const struct elf_image *img, elf_image_put *put, void *ctx,
                                     char message[ELF_IMAGE_MESSAGE]);

/* Value (and size, if size is not NULL) of a symbol. False: no such symbol. */
bool elf_image_symbol(const struct elf_image *img, const char *name, uint32_t *value,
                      uint32_t *size);

/* The code or data symbol at or nearest below addr (within its size, if it has
 * one), or NULL. img may be NULL: no symbols. */
const char *elf_image_name_at(const struct elf_image *img, uint32_t addr, uint32_t *offset);

/* "name", "name+0x10" or "" if no symbol is near. Returns buf. */
char *elf_image_format_addr(const struct elf_image *img, uint32_t addr, char *buf, size_t size);

#endif
