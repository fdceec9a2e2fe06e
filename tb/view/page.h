/* The page: a template in which two lines give way to the recording, one to what
 * people may read (JSON), one to the columns (deflated, in base64).
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_VIEW_PAGE_H
#define GATEHOUSE_VIEW_PAGE_H

#include <stdbool.h>

#include "recording.h"

struct page_about {
    const char *scenario, *plan;
    const struct elf_image *kernel;
    uint64_t dram_bytes, image_end; /* the latter an address */
    bool cut;       /* the window ended before the program did */
    int exit_code;  /* meaningful unless cut */
};

/* Writes `path` from the template. False, with a message on standard error. */
bool page_write(const char *path, const char *template, const struct page_about *about,
                const struct recording *rec);

#endif
