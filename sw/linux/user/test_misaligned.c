/* Misaligned loads and stores of a program work as the firmware's business, also across
 * a page boundary, and fault at the byte that is not mapped.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define LOAD(name, type) \
    static uint32_t name(const uint8_t *p) \
    { \
        type v; \
        __asm__ volatile(#name " %0, 0(%1)" : "=r"(v) : "r"(p) : "memory"); \
        return (uint32_t)v; \
    }
LOAD(lw, uint32_t)
LOAD(lh, int32_t)
LOAD(lhu, uint32_t)

static void sw(uint8_t *p, uint32_t v)
{
    __asm__ volatile("sw %0, 0(%1)" ::"r"(v), "r"(p) : "memory");
}

static void sh(uint8_t *p, uint32_t v)
{
    __asm__ volatile("sh %0, 0(%1)" ::"r"(v), "r"(p) : "memory");
}

static volatile uintptr_t fault;

static void on_fault(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)context;
    fault = (uintptr_t)info->si_addr;
    exit(fault == (uintptr_t)0x20001000 ? 42 : 1);
}

const char *test_misaligned(void)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO};
    uint8_t *p = mmap((void *)0x20000000, 3 * PAGE, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    int pid;

    for (uint32_t i = 0; i < 16; i++)
        p[i] = (uint8_t)(0x81 + 0x11 * i);
    CHECK(lw(p + 1) == 0xC5B4A392, "lw");
    CHECK(lh(p + 3) == 0xFFFFC5B4, "lh");
    CHECK(lhu(p + 5) == 0xE7D6, "lhu");
    sw(p + PAGE - 2, 0x12345678);
    CHECK(p[PAGE - 2] == 0x78 && p[PAGE - 1] == 0x56 && p[PAGE] == 0x34 && p[PAGE + 1] == 0x12,
          "sw across pages");
    CHECK(lw(p + PAGE - 2) == 0x12345678, "lw across pages");
    sh(p + 2 * PAGE - 1, 0xABCD);
    CHECK(p[2 * PAGE - 1] == 0xCD && p[2 * PAGE] == 0xAB, "sh across new pages");

    act.sa_handler = (__sighandler_t)(uintptr_t)on_fault;
    munmap(p + PAGE, PAGE);
    pid = fork();
    if (pid == 0) {
        sigaction(SIGSEGV, &act);
        lw(p + PAGE - 2);
        exit(0);
    }
    CHECK(wait_for(pid) == 42, "no fault at the byte that is not mapped");
    return NULL;
}
