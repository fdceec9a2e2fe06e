/* Forged images for create(): a good one, then each of its fields wrong in turn,
 * cut off short: each is to be refused with E_INVAL. Then with random bytes
 * changed: what is not refused must end by itself. And an image that runs must
 * not be changed. Argument: how many random ones.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

struct image {
    struct {
        uint8_t ident[16];
        uint16_t type, machine;
        uint32_t version, entry, phoff, shoff, flags;
        uint16_t ehsize, phentsize, phnum, shentsize, shnum, shstrndx;
    } h;
    struct {
        uint32_t type, offset, vaddr, paddr, filesz, memsz, flags, align;
    } p[6];
    uint32_t code[4];
};

enum { CODE = 0x10000, DATA = 0x20000, X = 1, W = 2, R = 4 };

#define AT(field, value) offsetof(struct image, field), sizeof ((struct image *)0)->field, value

static const struct {
    const char *what;
    uint32_t at, size, value;
} kinds[] = {
    {"no magic", AT(h.ident[0], 0x7E)},
    {"64 bits", AT(h.ident[4], 2)},
    {"big-endian", AT(h.ident[5], 2)},
    {"a library", AT(h.type, 3)},
    {"another machine's", AT(h.machine, 62)},
    {"headers of another size", AT(h.phentsize, 56)},
    {"no headers", AT(h.phnum, 0)},
    {"too many segments", AT(h.phnum, 6)},
    {"too many headers", AT(h.phnum, 0xFFFF)},
    {"headers behind the end", AT(h.phoff, 0x1000)},
    {"headers that wrap", AT(h.phoff, 0xFFFFFFF0)},
    {"entry nowhere", AT(h.entry, 0x30000)},
    {"entry in data", AT(h.entry, DATA)},
    {"entry half-way", AT(h.entry, CODE + 2)},
    {"entry in the kernel", AT(h.entry, 0x80000000)},
    {"code in page 0", AT(p[0].vaddr, 0)},
    {"code at libraries", AT(p[0].vaddr, 0x00400000)},
    {"code in the kernel", AT(p[0].vaddr, 0x80000000)},
    {"writable code", AT(p[0].flags, R | W | X)},
    {"unreadable code", AT(p[0].flags, X)},
    {"data at the top", AT(p[1].vaddr, 0xFFFFF000)},
    {"data up to libraries", AT(p[1].memsz, 0x00400000)},
    {"data that wraps", AT(p[1].memsz, 0xFFFFFFFF)},
    {"more in file than in memory", AT(p[1].filesz, 0x2000)},
    {"data behind the end", AT(p[1].offset, 0x2000)},
    {"data whose offset wraps", AT(p[1].offset, 0xFFFFFFFC)},
    {"data over code", AT(p[1].vaddr, CODE + 0x800)},
};

static uint32_t seed = 1, wrong;

static uint32_t random(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    return seed ^= seed << 5;
}

extern const uint32_t forged_code[4];
asm(".section .rodata\n.balign 4\nforged_code: .option push\n.option norelax\n"
    "    li a0, 7\n"
#ifdef PLAN_SWITCH
    "    .insn i 0x0B, 0, x0, x0, 3\n"
#else
    "    li a7, 3\n    ecall\n"
#endif
    "    .word 0, 0\n.option pop\n.text");

static struct image good(void)
{
    struct image m = {
        .h = {.ident = "\177ELF\1\1\1", .type = 2, .machine = 243, .version = 1, .entry = CODE,
              .phoff = offsetof(struct image, p), .ehsize = 52, .phentsize = 32, .phnum = 2},
    };
    for (uint32_t i = 0; i < 6; i++) { /* the last four are for who asks for more */
        m.p[i].type = 1;
        m.p[i].vaddr = m.p[i].paddr = DATA + i * 0x10000;
        m.p[i].memsz = 0x1800;
        m.p[i].flags = R | W;
    }
    m.p[0].offset = offsetof(struct image, code);
    m.p[0].vaddr = m.p[0].paddr = CODE;
    m.p[0].filesz = m.p[0].memsz = sizeof m.code;
    m.p[0].flags = R | X;
    m.p[1].vaddr = m.p[1].paddr = DATA;
    m.p[1].filesz = 16;
    memcpy(m.code, forged_code, sizeof m.code);
    return m;
}

static int try(const struct image *m, uint32_t bytes)
{
    int file = open("forged", OPEN_WRITE);
    append(file, m, bytes);
    close(file);
    return create("forged", 0);
}

static void refuse(const char *what, int got, int expected)
{
    wrong += got != expected;
    if (got != expected)
        printf("%s: %d, not %d\n", what, got, expected);
}

int main(uint32_t arg)
{
    static const uint32_t cuts[] = {0, 1, 51, 52, 83, offsetof(struct image, code) + 3};
    struct image m = good();
    uint32_t status, refused = 0;
    int id = try(&m, sizeof m);
    refuse("a good one", wait(id, &status), END_EXIT);
    refuse("with", status, 7);
    for (uint32_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        m = good();
        memcpy((uint8_t *)&m + kinds[i].at, &kinds[i].value, kinds[i].size);
        refuse(kinds[i].what, try(&m, sizeof m), E_INVAL);
    }
    m = good();
    for (uint32_t i = 0; i < sizeof cuts / sizeof *cuts; i++)
        refuse("cut off short", try(&m, cuts[i]), E_INVAL);
    for (uint32_t i = 0; i < arg; i++) {
        m = good();
        for (uint32_t n = 1 + random() % 3; n; n--)
            ((uint8_t *)&m)[random() % offsetof(struct image, p[2])] = random();
        id = try(&m, sizeof m);
        refused += id < 0;
        if (id > 0)
            wait(id, &status);
        else
            wrong += id != E_INVAL && id != E_NOMEM;
    }
    refuse("writing an image that runs", open("forge", OPEN_WRITE), E_BUSY);
    printf("%u forged and %u random images: %s refused, %u wrong\n",
           (uint32_t)(sizeof kinds / sizeof *kinds + sizeof cuts / sizeof *cuts), arg,
           refused && refused < arg ? "some of these" : "ALL OR NONE of these", wrong);
    return wrong != 0;
}
