/* The tests that init runs: one file for each. A test returns NULL if all is well, else
 * what was wrong. Each runs in a process of its own, so it may leave what it likes.
 * SPDX-License-Identifier: ISC */
#ifndef TEST_H
#define TEST_H

#include "lib.h"

#define PAGE 4096
#define SKIPPED 77 /* exit status: the kernel lacks what the test is about */

#define CHECK(condition, what) \
    do { \
        if (!(condition)) \
            return what; \
    } while (0)

const char *test_fork(void);
const char *test_mmap(void);
const char *test_shared(void);
const char *test_faults(void);
const char *test_code(void);
const char *test_pipe(void);
const char *test_exec(void);
const char *test_timer(void);
const char *test_misaligned(void);
const char *test_uart(void);
const char *test_disk(void);

/* Runs them all, printing PASS, FAIL or SKIP for each; the number of failures. */
int run_tests(void);

/* `pages` zeroed pages of memory; ends the process if there are none. */
void *pages(size_t count, int flags);

#endif
