/* Runs all tests of the model. The exit status says only that they were run:
 * the lines are counted elsewhere.
 * SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "test.h"

static char failure[256];

void test_run(const char *name, void (*function)(void))
{
    failure[0] = '\0';
    function();
    if (failure[0])
        printf("FAIL model_%s: %s\n", name, failure);
    else
        printf("PASS model_%s\n", name);
    fflush(stdout);
}

bool test_failed(void)
{
    return failure[0] != '\0';
}

void test_fail(const char *format, ...)
{
    va_list args;

    if (test_failed())
        return;
    va_start(args, format);
    vsnprintf(failure, sizeof failure, format, args);
    va_end(args);
}

bool test_equal(const char *what, uint64_t got, uint64_t want)
{
    if (got == want)
        return true;
    test_fail("%s is 0x%" PRIx64 ", not 0x%" PRIx64, what, got, want);
    return false;
}

int main(void)
{
    test_alu();
    test_walk();
    test_translation_cache();
    test_csr();
    test_interrupt();
    test_trap();
    test_gate();
    test_atomic();
    test_lockstep();
    test_stale_map();
    test_devices();
    test_spi();
    test_sdcard();
    return 0;
}
