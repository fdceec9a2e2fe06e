/* The layout of an address space, and its growth: shows its own map, then has
 * children run into every limit. Argument: what the child does.
 * SPDX-License-Identifier: ISC */
#include "test.h"

static uint32_t variable = 1;
static uint32_t zeros[2048];
static const uint32_t constant = 3;

static uint32_t deeper(uint32_t n)
{
    volatile uint32_t room[200];
    room[0] = n;
    return room[0] == n ? deeper(n + 1) + room[0] : 0;
}

/* A stack that grows without end meets the heap, which went half-way. */
static int meet(void)
{
    uint32_t heap = grow(0x003E0000);
    *(volatile uint32_t *)(heap + 0x003DFFFC) = 1;
    return deeper(0);
}

#define CHUNK (16 * PAGE_SIZE)

/* Takes memory until none is left to it. */
static int exhaust(void)
{
    uint32_t n = 0;
    for (char *va = (char *)0x10000000; allocate(va, CHUNK, PROT_R | PROT_W) > 0; va += CHUNK)
        *(volatile uint32_t *)va = n++;
    printf("an error after at least 128 pages: %s\n", n * (CHUNK / PAGE_SIZE) >= 128 ? "yes" : "NO");
    return n * (CHUNK / PAGE_SIZE) < 128;
}

static void touch(uint32_t a) { *(volatile uint32_t *)a = 0; }

int main(uint32_t arg)
{
    uint32_t status;
    struct fault f;
    if (arg == 1)
        return meet();
    if (arg == 2)
        return exhaust();

    uint32_t heap = grow(2 * PAGE_SIZE + 100);
    *(uint32_t *)heap = 1;
    zeros[2000] = 1;
    check("code below constants below data", (uint32_t)main < (uint32_t)&constant &&
          (uint32_t)&constant < (uint32_t)&variable && (uint32_t)zeros < heap);
    maps(self());
    check("page 0 is not mapped", attempt(touch, 0, &f) && f.cause == 15);
    check("code is read-only", attempt(touch, (uint32_t)main, &f) && f.cause == 15);
    check("constants are read-only", attempt(touch, (uint32_t)&constant, &f) && f.cause == 15);
    check("the heap ends where it ends", attempt(touch, heap + 3 * PAGE_SIZE, &f) && f.cause == 15 &&
          f.value == heap + 3 * PAGE_SIZE);
    check("below the stack is nothing", attempt(touch, 0x00300000, &f) && f.cause == 15);

    uint32_t child = create("layout", 1);
    check_is("a stack that met the heap was stopped", wait(child, &status), END_FAULT);
    check_is("by a store page fault", status, 15);
    child = create("layout", 2);
    check_is("one that took all memory got an error", wait(child, &status), END_EXIT);
    check_is("and ended well", status, 0);
    zeros[1] = variable;
    check("nobody else noticed", zeros[2000] == 1 && *(uint32_t *)heap == 1);
    return test_wrong;
}
