/* Code written by the program that runs it: new words must be fetched after `fence.i`,
 * made by the program itself and by the system call, also when the page changes rights
 * in between and when another process has other code at the same address.
 * SPDX-License-Identifier: ISC */
#include "test.h"

static uint32_t li_a0(uint32_t value) /* addi a0, zero, value */
{
    return value << 20 | 10 << 7 | 0x13;
}
#define RET 0x00008067

const char *test_code(void)
{
    uint32_t *code = pages(1, MAP_PRIVATE);
    uint32_t (*f)(void) = (uint32_t (*)(void))code;
    int pid;

    CHECK(mprotect(code, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC) == 0, "mprotect failed");
    code[1] = RET;
    for (uint32_t i = 0; i < 20; i++) {
        code[0] = li_a0(i);
        if (i % 2)
            flush_icache(code, code + 2);
        else
            __asm__ volatile("fence.i" ::: "memory");
        CHECK(f() == i, "old code ran");
    }
    for (uint32_t i = 0; i < 4; i++) {
        CHECK(mprotect(code, PAGE, PROT_READ | PROT_WRITE) == 0, "mprotect failed");
        code[0] = li_a0(100 + i);
        CHECK(mprotect(code, PAGE, PROT_READ | PROT_EXEC) == 0, "mprotect failed");
        flush_icache(code, code + 2);
        CHECK(f() == 100 + i, "old code ran after a change of rights");
    }
    CHECK(mprotect(code, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC) == 0, "mprotect failed");
    pid = fork();
    if (pid == 0) {
        code[0] = li_a0(7);
        flush_icache(code, code + 2);
        exit((int)f());
    }
    CHECK(wait_for(pid) == 7, "the child ran other code than its own");
    CHECK(f() == 103, "the parent ran the child's code");
    return NULL;
}
