/* Hands the boot ROM's device tree on to the payload: a copy in RAM in which the few
 * words that only the firmware knows are filled in. They have their places in the tree
 * already, so nothing is inserted and no other byte moves.
 * Layout: Devicetree Specification v0.3, chapter 5.
 * SPDX-License-Identifier: ISC */
#include "firmware.h"

#define FDT_MAGIC 0xd00dfeed
enum { BEGIN_NODE = 1, END_NODE, PROP, NOP };

struct header {
    uint32_t magic, totalsize, off_struct, off_strings, off_rsvmap;
    uint32_t version, last_compatible, boot_cpu, size_strings, size_struct;
};

static uint32_t be32(uint32_t v)
{
    return v << 24 | (v & 0xff00) << 8 | (v >> 8 & 0xff00) | v >> 24;
}

static bool equal(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return *a == *b;
}

static uint32_t words_of(const char *s)
{
    uint32_t n = 0;

    while (s[n])
        n++;
    return n / 4 + 1;
}

/* The value of property `name` in the first node called `node`, at any depth; NULL if there
 * is none with at least `words` words. */
static uint32_t *find(struct header *h, const char *node, const char *name, uint32_t words)
{
    uint32_t *p = (uint32_t *)((char *)h + be32(h->off_struct));
    const char *strings = (char *)h + be32(h->off_strings);
    bool inside = false;

    for (;;) {
        switch (be32(*p++)) {
        case BEGIN_NODE:
            inside = equal((char *)p, node);
            p += words_of((char *)p);
            break;
        case PROP: {
            uint32_t length = be32(p[0]);

            if (inside && length >= 4 * words && equal(strings + be32(p[1]), name))
                return p + 2;
            p += 2 + (length + 3) / 4;
            break;
        }
        case END_NODE:
            inside = false;
            break;
        case NOP:
            break;
        default:
            return NULL;
        }
    }
}

static void put(struct header *h, const char *node, const char *name, uint32_t v)
{
    uint32_t *p = find(h, node, name, 1);

    if (p)
        *p = be32(v);
}

bool fdt_adopt(void *to, size_t room, const void *from, uint32_t own, uint32_t own_end,
               uint32_t disk, uint32_t disk_end)
{
    struct header *h = to;
    const uint32_t *source = from;
    uint32_t size = be32(source[1]), *ram;
    uint32_t *reserve; /* the first entry: address and size, of two words each */

    if (source[0] != be32(FDT_MAGIC) || size > room)
        return false;
    for (uint32_t i = 0; i < (size + 3) / 4; i++)
        ((uint32_t *)to)[i] = source[i];

    /* the firmware lies at the very end of the memory that the image was made for */
    ram = find(h, "memory@80000000", "reg", 2);
    if (!ram)
        return false;
    ram[1] = be32(own_end - be32(ram[0]));
    put(h, "chosen", "linux,initrd-start", disk);
    put(h, "chosen", "linux,initrd-end", disk_end);

    reserve = (uint32_t *)((char *)h + be32(h->off_rsvmap));
    reserve[0] = reserve[2] = 0;
    reserve[1] = be32(own);
    reserve[3] = be32(own_end - own);
    return true;
}
