/* Pages come zeroed, at the address asked for, with the rights asked for; a page unmapped
 * is gone and its neighbours stay.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define AT ((uint8_t *)0x20000000)

/* What becomes of a child that reads or writes one byte there. */
static int touch(volatile uint8_t *p, bool store)
{
    int pid = fork();

    if (pid == 0) {
        if (store)
            *p = 1;
        else
            (void)*p;
        exit(0);
    }
    return wait_for(pid);
}

const char *test_mmap(void)
{
    uint8_t *p = mmap(AT, 4 * PAGE, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);

    CHECK(p == AT, "not at the address asked for");
    for (uint32_t i = 0; i < 4 * PAGE; i += 512)
        CHECK(p[i] == 0, "a new page is not zero");
    memset(p, 0x5A, 4 * PAGE);
    CHECK(munmap(p + PAGE, PAGE) == 0, "munmap failed");
    CHECK(touch(p + PAGE, false) == 128 + SIGSEGV, "an unmapped page can be read");
    CHECK(p[PAGE - 1] == 0x5A && p[2 * PAGE] == 0x5A, "a neighbour was lost");
    CHECK(mprotect(p, PAGE, PROT_READ) == 0, "mprotect failed");
    CHECK(touch(p, false) == 0, "a read-only page cannot be read");
    CHECK(touch(p, true) == 128 + SIGSEGV, "a read-only page can be written");
    CHECK(mprotect(p, PAGE, PROT_READ | PROT_WRITE) == 0, "mprotect back failed");
    CHECK(touch(p, true) == 0 && p[0] == 0x5A, "a page made writable again is not");
    CHECK(mprotect(p, PAGE, PROT_NONE) == 0, "mprotect to nothing failed");
    CHECK(touch(p, false) == 128 + SIGSEGV, "a page without rights can be read");
    CHECK(mmap(p + PAGE, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) ==
          p + PAGE, "mapping again failed");
    CHECK(p[PAGE] == 0, "the page mapped again holds old bytes");
    return NULL;
}
