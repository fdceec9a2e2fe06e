/* See page.h.
 * SPDX-License-Identifier: ISC */
#include "page.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "../../sim/common/elf_image.h"
#include "../../sim/common/isa_names.h"

#define MARK_ABOUT "@ABOUT@\n"
#define MARK_COLUMNS "@COLUMNS@\n"

/* ---- The columns */

static void write_base64(FILE *out, const uint8_t *bytes, size_t n)
{
    static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < n; i += 3) {
        uint32_t v = bytes[i] << 16 | (i + 1 < n ? bytes[i + 1] << 8 : 0) |
                     (i + 2 < n ? bytes[i + 2] : 0);

        putc(digit[v >> 18], out);
        putc(digit[v >> 12 & 63], out);
        putc(i + 1 < n ? digit[v >> 6 & 63] : '=', out);
        putc(i + 2 < n ? digit[v & 63] : '=', out);
        if (i / 3 % 30 == 29)
            putc('\n', out);
    }
    putc('\n', out);
}

/* All columns, one after the other, as one zlib stream. */
static void write_columns(FILE *out, const struct columns *cs)
{
    size_t total = 0, used = 0;
    uint8_t *all, *packed;
    uLongf length;

    for (unsigned c = 0; c < COLUMN_COUNT; c++)
        total += cs->column[c].used;
    length = compressBound(total);
    all = must_realloc(NULL, total + 1);
    packed = must_realloc(NULL, length);
    for (unsigned c = 0; c < COLUMN_COUNT; c++) {
        if (cs->column[c].used)
            memcpy(all + used, cs->column[c].bytes, cs->column[c].used);
        used += cs->column[c].used;
    }
    if (compress2(packed, &length, all, total, 6) == Z_OK)
        write_base64(out, packed, length);
    free(all);
    free(packed);
}

/* ---- What people may read */

static void write_region(FILE *out, const struct elf_image *kernel, const char *title,
                         const char *from, const char *to)
{
    uint32_t a, b;

    if (elf_image_symbol(kernel, from, &a, NULL) && elf_image_symbol(kernel, to, &b, NULL))
        fprintf(out, "[\"%s\",%" PRIu32 ",%" PRIu32 "],\n", title, a >> 12, (b + 0xFFF) >> 12);
}

static void write_about(FILE *out, const struct page_about *about, const struct recording *rec)
{
    uint32_t archive;

    fprintf(out, "{\"scenario\":");
    json_string(out, about->scenario);
    fprintf(out, ",\"plan\":");
    json_string(out, about->plan);
    fprintf(out, ",\n\"from\":%" PRIu64 ",\"length\":%" PRIu32 ",\"cut\":%s,\"exit\":%d,"
            "\"dram\":%" PRIu64 ",\n\"columns\":[", rec->from, recording_length(rec),
            about->cut ? "true" : "false", about->exit_code, about->dram_bytes);
    for (unsigned c = 0; c < COLUMN_COUNT; c++)
        fprintf(out, "%s[\"%s\",%u,%zu]", c ? "," : "", column_title(c), column_width(c),
                rec->columns.column[c].used / column_width(c));
    fprintf(out, "],\n\"registers\":[");
    for (unsigned i = 0; i < 32; i++)
        fprintf(out, "%s%" PRIu32, i ? "," : "", rec->begin_registers[i]);
    fprintf(out, "],\n\"registerNames\":[");
    for (unsigned i = 0; i < 32; i++)
        fprintf(out, "%s\"%s\"", i ? "," : "", isa_reg_name(i));
    fprintf(out, "],\n\"csrNames\":[");
    for (unsigned i = 0; i < CSR_COUNT; i++)
        fprintf(out, "%s\"%s\"", i ? "," : "", recording_csr_name(i));
    fprintf(out, "],\n\"causes\":[");
    for (unsigned i = 0; i < 32; i++)
        fprintf(out, "%s\"%s\"", i ? "," : "", isa_cause_name(i));
    fprintf(out, "],\n\"interrupts\":[");
    for (unsigned i = 0; i < 16; i++)
        fprintf(out, "%s\"%s\"", i ? "," : "", isa_cause_name(i | 1u << 31));
    fprintf(out, "],\n\"who\":[");
    for (unsigned i = 0; i < rec->whos; i++) {
        fprintf(out, "%s[", i ? "," : "");
        json_string(out, rec->who[i].name);
        fprintf(out, ",%u]", rec->who[i].asid);
    }
    fprintf(out, "],\n\"regions\":[\n");
    write_region(out, about->kernel, "kernel code", "text_start", "text_end");
    write_region(out, about->kernel, "kernel constants", "text_end", "rodata_end");
    write_region(out, about->kernel, "kernel data", "rodata_end", "bss_end");
    if (elf_image_symbol(about->kernel, "archive_start", &archive, NULL))
        fprintf(out, "[\"archive of programs\",%" PRIu32 ",%" PRIu64 "],\n", archive >> 12,
                (about->image_end + 0xFFF) >> 12);
    fprintf(out, "[\"\",0,0]],\n");
    code_write(rec->code, out);
    fprintf(out, "}\n");
}

bool page_write(const char *path, const char *template, const struct page_about *about,
                const struct recording *rec)
{
    FILE *in = fopen(template, "r"), *out = in ? fopen(path, "w") : NULL;
    char *line = NULL;
    size_t room = 0;
    bool good;

    if (!out) {
        fprintf(stderr, "view: cannot open %s: %s\n", in ? path : template, strerror(errno));
        if (in)
            fclose(in);
        return false;
    }
    while (getline(&line, &room, in) > 0) {
        if (strcmp(line, MARK_ABOUT) == 0)
            write_about(out, about, rec);
        else if (strcmp(line, MARK_COLUMNS) == 0)
            write_columns(out, &rec->columns);
        else
            fputs(line, out);
    }
    free(line);
    good = !ferror(in) && !ferror(out);
    fclose(in);
    good = fclose(out) == 0 && good;
    if (!good)
        fprintf(stderr, "view: cannot write %s\n", path);
    return good;
}
