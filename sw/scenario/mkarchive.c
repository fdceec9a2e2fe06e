/* mkarchive [-s symbols] scenario images-directory: turns a scenario's file into the
 * assembly source of the kernel's archive, on standard output. A line each of
 *
 *   start NAME [image IMAGE] [arg N] [place PAGE=FRAME ...] expect ENDING
 *         a module at boot; ENDING: exit N, fault CAUSE, or running. With
 *         "astray N" the archive says wrongly, by N bytes, where the image is
 *   carry IMAGE         an image in the archive that modules can start
 *   frames N            the kernel has only so many frames to give
 *   disk ...            there is one to be used (what is on it is for mkdisk)
 *   status N            (for who runs it: the kernel is to end with status N)
 *   limit N             (for the same: the run may take so many cycles)
 *   endless NAME ...    (for the same: such modules are left out of the trace)
 *   watch FROM TO       the event trace shows translations in this range
 *
 * and comments from a # to the end. Exit status 1 on a bad line.
 * SPDX-License-Identifier: ISC */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME = 16, MAX = 64, END_EXIT = 1, END_FAULT = 2, START = 1 };

struct entry {
    char name[NAME], image[NAME];
    unsigned long flags, arg, expect, status, nframes, astray;
    unsigned char page[8], frame[8];
};

static struct entry entries[MAX];
static int nentries, line_number;
static const char *file_name;

_Noreturn static void fail(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fprintf(stderr, "%s:%d: ", file_name, line_number);
    vfprintf(stderr, format, ap);
    va_end(ap);
    fputc('\n', stderr);
    exit(1);
}

static unsigned long number(const char *text)
{
    char *end;
    unsigned long v;
    if (!text)
        fail("a number is missing");
    v = strtoul(text, &end, 0);
    if (*end || end == text)
        fail("not a number: %s", text);
    return v;
}

static void copy_name(char to[NAME], const char *from)
{
    if (!from || strlen(from) >= NAME)
        fail("a name is missing or too long");
    memcpy(to, from, strlen(from) + 1);
}

static char *word(void)
{
    return strtok(NULL, " \t\n");
}

static void start_line(struct entry *e)
{
    char *w;
    copy_name(e->name, word());
    copy_name(e->image, e->name);
    e->flags = START;
    while ((w = word())) {
        if (!strcmp(w, "image")) {
            copy_name(e->image, word());
        } else if (!strcmp(w, "arg")) {
            e->arg = number(word());
        } else if (!strcmp(w, "astray")) {
            e->astray = number(word());
        } else if (!strcmp(w, "place")) {
            continue;
        } else if (strchr(w, '=')) {
            if (e->nframes == 8)
                fail("more than 8 pages placed");
            char *frame = strchr(w, '=');
            *frame++ = 0;
            e->page[e->nframes] = number(w);
            e->frame[e->nframes++] = number(frame);
        } else if (!strcmp(w, "expect")) {
            w = word();
            if (w && !strcmp(w, "running"))
                return;
            if (!w || (strcmp(w, "exit") != 0 && strcmp(w, "fault") != 0))
                fail("expect what?");
            e->expect = w[0] == 'e' ? END_EXIT : END_FAULT;
            e->status = number(word());
            return;
        } else {
            fail("unknown word: %s", w);
        }
    }
    fail("start without expect");
}

static void write_entry(const struct entry *e, int image)
{
    printf("    .ascii \"%s\"\n    .zero %zu\n", e->name, NAME - strlen(e->name));
    printf("    .ascii \"%s\"\n    .zero %zu\n", e->image, NAME - strlen(e->image));
    printf("    .word image%d - archive_start + %#lx, image%d_end - image%d\n", image, e->astray,
           image, image);
    printf("    .word %lu, %lu, %lu, %lu, %lu\n", e->flags, e->arg, e->expect, e->status,
           e->nframes);
    for (int i = 0; i < 8; i++)
        printf("    .byte %d\n", e->page[i]);
    for (int i = 0; i < 8; i++)
        printf("    .byte %d\n", e->frame[i]);
}

/* Frames of the region that are named, and those before them. */
static int region_pages(void)
{
    int pages = 0;
    for (int i = 0; i < nentries; i++)
        for (unsigned long j = 0; j < entries[i].nframes; j++)
            if (pages <= entries[i].frame[j])
                pages = entries[i].frame[j] + 1;
    return pages;
}

/* The number of the first entry with the same image: one copy is enough. */
static int image_of(int i)
{
    int first = 0;
    while (strcmp(entries[first].image, entries[i].image) != 0)
        first++;
    return first;
}

int main(int argc, char **argv)
{
    char line[256];
    unsigned long frames = 0, from = 0, to = 0;
    int disk = 0;
    const char *symbols = NULL;
    if (argc == 5 && !strcmp(argv[1], "-s")) {
        symbols = argv[2];
        argv += 2, argc -= 2;
    }
    if (argc != 3) {
        fprintf(stderr, "usage: mkarchive [-s symbols] scenario images-directory\n");
        return 1;
    }
    file_name = argv[1];
    FILE *f = fopen(file_name, "r");
    if (!f) {
        perror(file_name);
        return 1;
    }
    while (fgets(line, sizeof line, f)) {
        line_number++;
        if (strchr(line, '#'))
            *strchr(line, '#') = 0;
        char *w = strtok(line, " \t\n");
        if (!w)
            continue;
        if (nentries == MAX)
            fail("more than %d modules", MAX);
        if (!strcmp(w, "start")) {
            start_line(&entries[nentries++]);
        } else if (!strcmp(w, "carry")) {
            copy_name(entries[nentries].name, word());
            copy_name(entries[nentries].image, entries[nentries].name);
            nentries++;
        } else if (!strcmp(w, "frames")) {
            frames = number(word());
        } else if (!strcmp(w, "disk")) {
            disk = 1;
        } else if (!strcmp(w, "watch")) {
            from = number(word());
            to = number(word());
        } else if (strcmp(w, "status") != 0 && strcmp(w, "endless") != 0 && strcmp(w, "limit") != 0) {
            fail("unknown line: %s", w);
        }
    }
    fclose(f);

    printf("    .section .archive, \"a\"\n    .balign 4096\n    .globl archive_start\n");
    printf("archive_start:\n    .word 0x48435241, %d, %lu, ", nentries, frames);
    printf("%s, %d\n", symbols ? "symbols - archive_start" : "0", disk);
    for (int i = 0; i < nentries; i++)
        write_entry(&entries[i], image_of(i));
    for (int i = 0; i < nentries; i++)
        if (image_of(i) == i)
            printf("    .balign 4\nimage%d:\n    .incbin \"%s/%s.elf\"\nimage%d_end:\n", i, argv[2],
                   entries[i].image, i);
    if (symbols)
        printf("    .balign 4\nsymbols:\n    .incbin \"%s\"\n", symbols);
    if (region_pages())
        printf("    .globl region_pages\n    .set region_pages, %d\n", region_pages());
    if (to)
        printf("    .globl trace_begin, trace_end\n    .set trace_begin, %#lx\n"
               "    .set trace_end, %#lx\n", from, to);
    return 0;
}
