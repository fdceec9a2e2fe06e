/* Runs the harness's unit tests; see check.h.
 * SPDX-License-Identifier: ISC */
#include "check.h"

#include <stdio.h>
#include <string.h>

#define X(name) void test_##name(void);
HARNESS_TESTS(X)
#undef X

static const struct {
    const char *name;
    void (*run)(void);
} tests[] = {
#define X(name) {#name, test_##name},
    HARNESS_TESTS(X)
#undef X
};

static char failure[1024];

void check(bool ok, const char *what, const char *file, int line)
{
    if (!ok && !failure[0])
        snprintf(failure, sizeof failure, "%s (%s:%d)", what, file, line);
}

void check_text(const char *got, const char *want, const char *file, int line)
{
    if (strcmp(got, want) != 0 && !failure[0])
        snprintf(failure, sizeof failure, "got '%s', want '%s' (%s:%d)", got, want, file, line);
}

int main(void)
{
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        failure[0] = 0;
        tests[i].run();
        if (failure[0])
            printf("FAIL %s: %s\n", tests[i].name, failure);
        else
            printf("PASS %s\n", tests[i].name);
    }
    return 0;
}
