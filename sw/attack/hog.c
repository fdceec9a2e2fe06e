/* Takes all it can get of one thing, until refused as it expects. Argument:
 * which thing, or what never ends.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

enum { MEMORY, MODULES, QUEUES, ROOM, SLEEPS, TABLES, OFFERS, HANDLES, DISK, FILES,
       CALLS, RELEASES, LOOPS };

static const struct {
    const char *what;
    int refused;
} things[] = {
    [MEMORY] = {"memory", E_NOMEM},   [MODULES] = {"modules", E_FULL},
    [QUEUES] = {"queues", E_FULL},    [ROOM] = {"room in a queue", E_TOOBIG},
    [TABLES] = {"page tables", E_NOMEM}, [OFFERS] = {"offers", E_FULL},
    [HANDLES] = {"file handles", E_FULL}, [FILES] = {"files", E_FULL},
    [DISK] = {"the disk", E_FULL},
};

static int memory(uint32_t i)
{
    uint32_t *page = (uint32_t *)(0x50000000 + i * PAGE_SIZE), left = 0;
    int got = allocate(page, PAGE_SIZE, PROT_R | PROT_W);
    for (uint32_t n = 0; got > 0 && n < 1024; n += 32)
        left |= page[n];
    return left ? 0 : got; /* what others left would be the end */
}

static uint32_t children[64];

static int take(uint32_t what, uint32_t i)
{
    static uint8_t block[PAGE_SIZE];
    char text[4] = {'h', 'a' + i / 26, 'a' + i % 26, 0};
    switch (what) {
    case MEMORY: return memory(i);
    case MODULES: return children[i] = create("hog", SLEEPS);
    case QUEUES: return queue(text);
    case ROOM: return put(queue("hogged"), block, i < QUEUE_SLOTS ? 4 : MESSAGE_MAX + 1);
    case TABLES: return allocate((void *)(0x01000000 + i * 0x00400000), PAGE_SIZE, PROT_R);
    case OFFERS: return offer((void *)0x50000000, PAGE_SIZE, lookup("guardian"));
    case HANDLES: return open("poem", OPEN_READ);
    case FILES: {
        int file = open(text, OPEN_WRITE);
        return file < 0 ? file : close(file);
    }
    default: return append(0, block, sizeof block);
    }
}

static void forever(uint32_t what)
{
    while (what == CALLS)
        null_gate();
    while (what == RELEASES) {
        allocate((void *)0x50000000, 32 * PAGE_SIZE, PROT_R | PROT_W);
        release((void *)0x50000000, 32 * PAGE_SIZE);
    }
    while (what == LOOPS)
        ;
    sleep(1000000000);
}

int main(uint32_t arg)
{
    uint32_t n = 0, status;
    int got;
    if (arg >= sizeof things / sizeof *things || !things[arg].what)
        forever(arg);
    if (arg == OFFERS)
        allocate((void *)0x50000000, PAGE_SIZE, PROT_R | PROT_W);
    if (arg == DISK)
        open("large", OPEN_WRITE);
    while ((got = take(arg, n)) >= 0 && n < 2000)
        n++;
    for (uint32_t i = 0; arg == MODULES && i < n; i++) {
        destroy(children[i]);
        wait(children[i], &status);
    }
    bool right = n > 3 && (got == things[arg].refused ||
                           (arg == MODULES && got == E_NOMEM)); /* whichever ends first */
    printf("%s: %s, then %d, %s\n", things[arg].what, n > 3 ? "some" : "NONE", got,
           right ? "as expected" : "NOT EXPECTED");
    return !right;
}
