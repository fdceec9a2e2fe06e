/* The table of the instructions that ran: each pair of address and word of an ELF
 * file once, with its text, function, source file and line. Owns the ELF files.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_VIEW_CODE_H
#define GATEHOUSE_VIEW_CODE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define CODE_ELFS 64
#define CODE_NO_ELF CODE_ELFS

struct elf_image;

struct code {
    struct code_elf {
        const char *module; /* whose user code it is; NULL: the kernel's */
        const char *path;
        struct elf_image *image;
    } elf[CODE_ELFS];
    unsigned elfs;

    struct code_line {
        uint32_t pc, insn;
        uint16_t elf;
        int32_t file;    /* index into files, -1 if there is none */
        uint32_t line;
        char *function;  /* NULL if there is none */
    } *lines;
    uint32_t count, room;

    uint32_t *slots; /* hash: index + 1 */
    uint32_t slot_count;

    char **files; /* source files, paths from the top of the repository */
    unsigned file_count;
};

/* Registers an ELF file. False, with a message on standard error: it cannot be read. */
bool code_add_elf(struct code *c, const char *module, const char *path);

/* The ELF of a module's user code (NULL: the kernel's), or CODE_NO_ELF. */
unsigned code_elf_of(const struct code *c, const char *module);

/* Number of an instruction of the table; it is put there if it is new. */
uint32_t code_number(struct code *c, unsigned elf, uint32_t pc, uint32_t insn);

/* Asks addr2line for functions and lines of the whole table. */
bool code_find_lines(struct code *c);

/* The table and the text of its source files, as members of a JSON object. */
void code_write(const struct code *c, FILE *out);

void code_free(struct code *c);

/* A string, quoted and escaped; also safe inside an HTML script element. */
void json_string(FILE *out, const char *s);

#endif
