/* After a fork parent and child see the same bytes until one of them writes; then each
 * sees its own. The pages are shared read-only meanwhile, so every first write is a store
 * page fault that must be retried with the new page in force.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define PAGES 8

const char *test_fork(void)
{
    volatile uint32_t *p = pages(PAGES, MAP_PRIVATE);
    const uint32_t step = PAGE / sizeof(*p);
    int to_child[2], pid;
    char go;

    for (uint32_t i = 0; i < PAGES; i++)
        p[i * step] = 100 + i;
    CHECK(pipe(to_child) == 0, "no pipe");
    pid = fork();
    CHECK(pid >= 0, "no child");
    if (pid == 0) {
        read(to_child[0], &go, 1); /* until the parent has written */
        for (uint32_t i = 0; i < PAGES; i++) {
            if (p[i * step] != 100 + i)
                exit(10);
            p[i * step] += 100;
        }
        for (uint32_t i = 0; i < PAGES; i++) {
            if (p[i * step] != 200 + i)
                exit(11);
        }
        exit(0);
    }
    for (uint32_t i = 0; i < PAGES; i += 2)
        p[i * step] = 300 + i;
    write(to_child[1], "", 1);
    switch (wait_for(pid)) {
    case 0: break;
    case 10: return "the child sees what the parent wrote";
    case 11: return "the child lost its own writes";
    default: return "the child ended badly";
    }
    for (uint32_t i = 0; i < PAGES; i++)
        CHECK(p[i * step] == (i % 2 ? 100 : 300) + i, "the parent sees what the child wrote");
    return NULL;
}
