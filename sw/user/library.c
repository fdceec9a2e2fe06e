/* Shared libraries: library 1 for A and B, library 2 for B alone; one copy of
 * each in memory, wherever each module has it. Argument: 1 is A, 2 is B.
 * SPDX-License-Identifier: ISC */
#include "library.h"
#include "test.h"

static void touch(uint32_t a) { *(volatile uint32_t *)a = 0; }

int main(uint32_t arg)
{
    uint32_t base2 = arg == 2 ? library("lib2") : 0; /* B's first: lib1 lies elsewhere */
    uint32_t base1 = library("lib1"), frame = where((void *)base1), other, status;
    struct fault f;
    int q = queue("frames");

    check_is("7 squared", library_function(base1, 0)(7), 49);
    check_is("the prime of number 6", library_function(base1, 1)(6), 17);
    check_is("library 1 asked for again", library("lib1") == (int)base1, true);
    check("writing to it faults", attempt(touch, base1, &f) && f.cause == 15 && f.value == base1);
    printf("library 1 is at %08x\n", base1);
    if (arg == 2) {
        check_is("5 cubed", library_function(base2, 0)(5), 125);
        check_is("a constant on its second page", library_function(base2, 1)(1400), 1400);
        put(q, &frame, sizeof frame);
        return test_wrong;
    }
    uint32_t b = create("library", 2);
    check_is("B ended", wait(b, &status), END_EXIT);
    check_is("well", status, 0);
    get(q, &other, sizeof other);
    check("B's copy is A's copy, by its frame", frame == other);
    maps(self());
    check_is("no such library", library("lib3"), E_NONE);
    return test_wrong;
}
