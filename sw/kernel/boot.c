/* The boot configuration: which modules start, and the verdict when those
 * that should end have ended: as expected, or not.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static uint32_t awaited;    /* boot modules that should end and have not */
static uint32_t unexpected; /* endings that should have been different */

void boot_start(void)
{
    const struct boot_entry *b = archive_start.entry;
    struct image image;
    for (uint32_t i = 0; i < archive_start.entries; i++, b++) {
        int error = E_NONE;
        if (!(b->flags & START))
            continue;
        if (image_find(b->image, &image) < 0 ||
            !module_new(b->name, &image, b->arg, b, &error)) {
            print("kernel: cannot start %s: error %d\n", b->name, error);
            unexpected++;
        } else if (b->expect != END_NONE) {
            awaited++;
        }
    }
    if (!awaited)
        finish(unexpected != 0);
}

void boot_ended(struct module *m)
{
    const struct boot_entry *b = m->boot;
    bool right = m->end == b->expect && m->status == b->status;
    print("kernel: module %s ended: %s %d%s\n", m->name,
          m->end == END_EXIT    ? "exit"
          : m->end == END_FAULT ? "fault"
                                : "destroyed",
          m->status, right ? "" : ", which is not expected");
    unexpected += !right;
    if (b->expect != END_NONE && --awaited == 0)
        finish(unexpected != 0);
}

/* All wait, and nothing can come that one of them waits for. */
void boot_stuck(void)
{
    print("kernel: all modules wait for each other:\n");
    for (struct module *m = modules; m < modules + NMODULES; m++)
        if (m->state == BLOCKED)
            print("kernel:   %s in gate %d\n", m->name, m->gate);
    finish(1);
}
