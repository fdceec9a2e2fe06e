/* See code.h.
 * SPDX-License-Identifier: ISC */
#include "code.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../sim/common/disasm.h"
#include "../../sim/common/elf_image.h"
#include "columns.h"

#define ADDR2LINE "riscv64-unknown-elf-addr2line -f -e"

bool code_add_elf(struct code *c, const char *module, const char *path)
{
    char message[ELF_IMAGE_MESSAGE];
    struct code_elf *e = &c->elf[c->elfs];

    if (c->elfs == CODE_ELFS) {
        fprintf(stderr, "view: too many files with symbols\n");
        return false;
    }
    *e = (struct code_elf){.module = module, .path = path};
    if (elf_image_open(&e->image, path, message) != ELF_IMAGE_OK) {
        fprintf(stderr, "view: %s\n", message);
        return false;
    }
    c->elfs++;
    return true;
}

unsigned code_elf_of(const struct code *c, const char *module)
{
    for (unsigned i = 0; i < c->elfs; i++)
        if (module ? c->elf[i].module && strcmp(c->elf[i].module, module) == 0
                   : !c->elf[i].module)
            return i;
    return CODE_NO_ELF;
}

/* ---- The table */

static uint32_t hash(unsigned elf, uint32_t pc, uint32_t insn)
{
    uint64_t h = (pc ^ (uint64_t)insn << 21 ^ (uint64_t)elf << 56) * UINT64_C(0x9E3779B97F4A7C15);

    return h >> 32;
}

static uint32_t *slot_of(struct code *c, unsigned elf, uint32_t pc, uint32_t insn)
{
    for (uint32_t i = hash(elf, pc, insn);; i++) {
        uint32_t *slot = &c->slots[i & (c->slot_count - 1)];
        const struct code_line *l = &c->lines[*slot - 1];

        if (!*slot || (l->pc == pc && l->insn == insn && l->elf == elf))
            return slot;
    }
}

static void grow(struct code *c)
{
    c->slot_count = c->slot_count ? 4 * c->slot_count : 16384;
    free(c->slots);
    c->slots = must_realloc(NULL, c->slot_count * sizeof *c->slots);
    memset(c->slots, 0, c->slot_count * sizeof *c->slots);
    for (uint32_t i = 0; i < c->count; i++)
        *slot_of(c, c->lines[i].elf, c->lines[i].pc, c->lines[i].insn) = i + 1;
}

uint32_t code_number(struct code *c, unsigned elf, uint32_t pc, uint32_t insn)
{
    uint32_t *slot;

    if (2 * c->count >= c->slot_count)
        grow(c);
    slot = slot_of(c, elf, pc, insn);
    if (!*slot) {
        if (c->count == c->room) {
            c->room = c->room ? 2 * c->room : 4096;
            c->lines = must_realloc(c->lines, c->room * sizeof *c->lines);
        }
        c->lines[c->count] = (struct code_line){.pc = pc, .insn = insn, .elf = elf, .file = -1};
        *slot = ++c->count;
    }
    return *slot - 1;
}

/* ---- Functions and lines */

/* The path from the top of the repository, where the build ran. */
static const char *repository_path(const char *path)
{
    const char *found = NULL;

    for (const char *p = path; (p = strstr(p, "/sw/")) != NULL; p++)
        found = p + 1;
    return found && access(found, R_OK) == 0 ? found : NULL;
}

static int file_number(struct code *c, const char *path)
{
    if (!path)
        return -1;
    for (unsigned i = 0; i < c->file_count; i++)
        if (strcmp(c->files[i], path) == 0)
            return (int)i;
    c->files = must_realloc(c->files, (c->file_count + 1) * sizeof *c->files);
    c->files[c->file_count] = strdup(path);
    return (int)c->file_count++;
}

/* Two lines of addr2line: the function, and FILE:LINE with perhaps a remark. */
static bool read_answer(struct code *c, struct code_line *l, FILE *in)
{
    char function[256], place[1024], *colon;

    if (!fgets(function, sizeof function, in) || !fgets(place, sizeof place, in))
        return false;
    function[strcspn(function, "\n")] = 0;
    if (strcmp(function, "??") != 0)
        l->function = strdup(function);
    colon = strrchr(place, ':');
    if (colon) {
        *colon = 0;
        l->line = strtoul(colon + 1, NULL, 10);
    }
    if (l->line)
        l->file = file_number(c, repository_path(place));
    return true;
}

static bool find_lines_of(struct code *c, unsigned elf)
{
    char list[] = "/tmp/gatehouse-view-XXXXXX", command[1200];
    int fd = mkstemp(list);
    FILE *f = fd < 0 ? NULL : fdopen(fd, "w");
    bool good = true;

    if (!f)
        return false;
    for (uint32_t i = 0; i < c->count; i++)
        if (c->lines[i].elf == elf)
            fprintf(f, "%" PRIx32 "\n", c->lines[i].pc);
    fclose(f);
    snprintf(command, sizeof command, ADDR2LINE " '%s' < %s", c->elf[elf].path, list);
    f = popen(command, "r");
    for (uint32_t i = 0; f && good && i < c->count; i++)
        if (c->lines[i].elf == elf)
            good = read_answer(c, &c->lines[i], f);
    good = f && pclose(f) == 0 && good;
    unlink(list);
    return good;
}

bool code_find_lines(struct code *c)
{
    for (unsigned i = 0; i < c->elfs; i++)
        if (!find_lines_of(c, i)) {
            fprintf(stderr, "view: no line numbers of %s\n", c->elf[i].path);
            return false;
        }
    return true;
}

/* ---- Output */

void json_string(FILE *out, const char *s)
{
    putc('"', out);
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            fprintf(out, "\\%c", *s);
        else if ((unsigned char)*s < ' ' || *s == '<')
            fprintf(out, "\\u%04x", (unsigned char)*s);
        else
            putc(*s, out);
    }
    putc('"', out);
}

static void write_source(FILE *out, const char *path)
{
    FILE *f = fopen(path, "r");
    char *text = NULL;
    size_t room = 0;

    if (f && getdelim(&text, &room, 0, f) > 0)
        json_string(out, text);
    else
        json_string(out, "");
    free(text);
    if (f)
        fclose(f);
}

void code_write(const struct code *c, FILE *out)
{
    fprintf(out, "\"code\":[");
    for (uint32_t i = 0; i < c->count; i++) {
        const struct code_line *l = &c->lines[i];
        char text[DISASM_TEXT];

        fprintf(out, "%s[%" PRIu32 ",%" PRIu32 ",", i ? "," : "", l->pc, l->insn);
        json_string(out, disasm(l->insn, l->pc,
                                l->elf < c->elfs ? c->elf[l->elf].image : NULL, text));
        putc(',', out);
        json_string(out, l->function ? l->function : "");
        fprintf(out, ",%" PRId32 ",%" PRIu32 "]\n", l->file, l->line);
    }
    fprintf(out, "],\"files\":[");
    for (unsigned i = 0; i < c->file_count; i++) {
        fprintf(out, "%s{\"path\":", i ? "," : "");
        json_string(out, c->files[i]);
        fprintf(out, ",\"text\":");
        write_source(out, c->files[i]);
        fprintf(out, "}\n");
    }
    fprintf(out, "]");
}

void code_free(struct code *c)
{
    for (unsigned i = 0; i < c->elfs; i++)
        elf_image_close(c->elf[i].image);
    for (uint32_t i = 0; i < c->count; i++)
        free(c->lines[i].function);
    for (unsigned i = 0; i < c->file_count; i++)
        free(c->files[i]);
    free(c->files);
    free(c->lines);
    free(c->slots);
}
