/* Checks for modules that test: a line each, and a count of what was wrong.
 * SPDX-License-Identifier: ISC */
#ifndef TEST_H
#define TEST_H

#include "gatehouse.h"

static int test_wrong;

static inline void check(const char *what, bool right)
{
    printf("%s: %s\n", what, right ? "yes" : "NO");
    test_wrong += !right;
}

static inline void check_is(const char *what, int got, int expected)
{
    if (got == expected)
        printf("%s: %d\n", what, got);
    else
        printf("%s: %d, WRONG, not %d\n", what, got, expected);
    test_wrong += got != expected;
}

#endif
