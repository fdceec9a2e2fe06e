/* Runs the tests, each in a child, and prints a line for each.
 * SPDX-License-Identifier: ISC */
#include "test.h"

static const struct {
    const char *name;
    const char *(*run)(void);
} tests[] = {
    {"fork-copy-on-write", test_fork},
    {"mmap-munmap", test_mmap},
    {"shared-atomics", test_shared},
    {"signals-on-faults", test_faults},
    {"self-modified-code", test_code},
    {"pipes", test_pipe},
    {"exec", test_exec},
    {"timers", test_timer},
    {"misaligned-access", test_misaligned},
    {"uart-interrupt", test_uart},
    {"block-device", test_disk},
};

void *pages(size_t count, int flags)
{
    void *p = mmap(NULL, count * PAGE, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0);

    if (is_error(p)) {
        print("mmap: error %d\n", -(int)p);
        exit(1);
    }
    return p;
}

static int run_one(const char *name, const char *(*run)(void))
{
    int pid = fork(), status;

    if (pid == 0) {
        const char *wrong = run();

        if (wrong)
            print("FAIL %s: %s\n", name, wrong);
        exit(wrong != NULL);
    }
    status = wait_for(pid);
    if (status == 0)
        print("PASS %s\n", name);
    else if (status == SKIPPED)
        print("SKIP %s: not in this kernel\n", name);
    else if (status != 1)
        print("FAIL %s: ended with status %d\n", name, status);
    return status != 0 && status != SKIPPED;
}

int run_tests(void)
{
    int failures = 0;

    for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
        failures += run_one(tests[i].name, tests[i].run);
    return failures;
}
