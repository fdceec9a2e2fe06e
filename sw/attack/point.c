/* Pointers that are not the caller's to use: every gate that takes one, with
 * addresses in the kernel, in devices, in another module, at the ends of pages
 * and of the space. Each is to be refused with E_FAULT.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define MINE 0x50000000u /* one page, nothing behind it */
#define NOBODYS 0x60000000u

static uint32_t id, q, wrong, tried;

static void refuse(const char *gate, uint32_t at, int got)
{
    tried++;
    wrong += got != E_FAULT;
    if (got != E_FAULT)
        printf("%s at %08x: %d, not refused\n", gate, at, got);
}

/* Eight bytes at p, all or some of which are none of ours. */
static void reads(uint32_t at)
{
    void *p = (void *)at;
    refuse("write", at, write(p, 8));
    refuse("put", at, put(q, p, 8));
    refuse("create", at, create(p, 0));
    refuse("lookup", at, lookup(p));
    refuse("queue", at, queue(p));
    refuse("library", at, library(p));
    refuse("open", at, open(p, OPEN_READ));
    if (at >= 0x80000000) { /* others are looked at when somebody receives */
        refuse("send", at, send(id, p, 8));
        refuse("call", at, call(id, p, 8, 8));
    }
}

static void writes(uint32_t at)
{
    void *p = (void *)at;
    uint32_t from;
    refuse("name", at, name(p, NAME_MAX));
    refuse("get", at, get(q, p, 8));
    refuse("list", at, list(0, p));
    refuse("counters", at, counters(p));
    if (at >= 0x80000000) { /* others are looked at when something comes */
        refuse("receive", at, receive(p, 8, &from));
        refuse("readline", at, readline(p, 8));
    }
}

int main(uint32_t arg)
{
    static const uint32_t nobodys[] = {
        0, 0xFFC, 0x80000000, 0x80000100, 0x8000F000, 0x800FFFFC, 0x80103000, 0xF0000000,
        0xF0C00000, 0xF0C50048, 0x10000000, 0x00100000, 0x02004000, 0x0C000000,
        NOBODYS, 0x7FFFFFFC, 0xFFFFFFF8, 0xFFFFFFFC, MINE + PAGE_SIZE, MINE + PAGE_SIZE - 4,
    };
    uint32_t number[2] = {0};
    if (arg) /* the other module: it has what the first one tries to reach */
        for (allocate((void *)NOBODYS, PAGE_SIZE, PROT_R | PROT_W);; sleep(1000000000))
            *(volatile uint32_t *)NOBODYS = 1;
    id = create("point", 1);
    yield();
    q = queue("point");
    put(q, number, sizeof number); /* for get() to be refused */
    allocate((void *)MINE, PAGE_SIZE, PROT_R | PROT_W);
    memset((void *)(MINE + PAGE_SIZE - 16), 'a', 16); /* a name without an end */
    for (uint32_t i = 0; i < sizeof nobodys / sizeof *nobodys; i++) {
        reads(nobodys[i]);
        writes(nobodys[i]);
    }
    for (uint32_t i = 0; i < 2; i++) { /* what may be read, but not written */
        writes(i ? (uint32_t)main : (uint32_t)nobodys);
        refuse("read-only", i, get(q, i ? (void *)main : (void *)nobodys, 8));
    }
    destroy(id);
    wait(id, number);
    printf("%u pointers, %u not refused\n", tried, wrong);
    return wrong != 0;
}
