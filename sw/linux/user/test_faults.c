/* Each fault arrives as its signal, with the exact address and code, and the program goes
 * on where its handler says.
 * SPDX-License-Identifier: ISC */
#include "test.h"

static volatile struct {
    int count, signal, code;
    uintptr_t address, pc;
} seen;

/* Steps over the instruction; a call to a bad place returns to its caller. */
static void handler(int signal, siginfo_t *info, void *context)
{
    struct user_regs_struct *regs = &((struct ucontext *)context)->uc_mcontext.sc_regs;

    seen.count++;
    seen.signal = signal;
    seen.code = info->si_code;
    seen.address = (uintptr_t)info->si_addr;
    seen.pc = regs->pc;
    if (regs->pc == seen.address && signal == SIGSEGV)
        regs->pc = regs->ra;
    else
        regs->pc += 4;
}

static const char *expect(int signal, int code, const void *address)
{
    CHECK(seen.count == 1, "not exactly one signal");
    seen.count = 0;
    CHECK(seen.signal == signal, "another signal");
    CHECK(seen.code == code, "another code");
    CHECK(seen.address == (uintptr_t)address, "another address");
    return NULL;
}

#define EXPECT(signal, code, address) \
    do { \
        const char *wrong_ = expect(signal, code, address); \
        if (wrong_) \
            return wrong_; \
    } while (0)

static void load(const void *p)
{
    uint32_t v;

    __asm__ volatile(".option push\n.option norvc\nlw %0, 0(%1)\n.option pop" : "=r"(v) : "r"(p));
}

static void store(void *p)
{
    __asm__ volatile("sw zero, 0(%0)" ::"r"(p) : "memory");
}

static void swap(void *p)
{
    uint32_t v;

    __asm__ volatile("amoswap.w %0, zero, (%1)" : "=r"(v) : "r"(p) : "memory");
}

static void illegal(void)
{
    __asm__ volatile(".word 0xFFFFFFFF");
}

static void privileged(void)
{
    __asm__ volatile("sfence.vma");
}

static void trap(void)
{
    __asm__ volatile(".word 0x00100073"); /* ebreak */
}

const char *test_faults(void)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO};
    uint8_t *p = pages(3, MAP_PRIVATE);

    act.sa_handler = (__sighandler_t)(uintptr_t)handler;
    for (int i = 0; i < 4; i++)
        CHECK(sigaction((int[]){SIGSEGV, SIGBUS, SIGILL, SIGTRAP}[i], &act) == 0, "no handler");

    load(NULL);
    EXPECT(SIGSEGV, SEGV_MAPERR, NULL);
    load((void *)0xC0000000); /* the kernel's own */
    EXPECT(SIGSEGV, SEGV_MAPERR, (void *)0xC0000000);
    CHECK(mprotect(p + PAGE, PAGE, PROT_READ) == 0, "mprotect failed");
    load(p + PAGE);
    CHECK(seen.count == 0, "a legal load raised a signal");
    store(p + PAGE + 0x124);
    EXPECT(SIGSEGV, SEGV_ACCERR, p + PAGE + 0x124);
    swap(p + PAGE + 0x128);
    EXPECT(SIGSEGV, SEGV_ACCERR, p + PAGE + 0x128);
    munmap(p + 2 * PAGE, PAGE);
    swap(p + 2 * PAGE + 8);
    EXPECT(SIGSEGV, SEGV_MAPERR, p + 2 * PAGE + 8);
    ((void (*)(void))p)(); /* mapped, but not to be executed */
    EXPECT(SIGSEGV, SEGV_ACCERR, p);
    ((void (*)(void))(p + 2 * PAGE))();
    EXPECT(SIGSEGV, SEGV_MAPERR, p + 2 * PAGE);
    swap(p + 2);
    CHECK(seen.signal == SIGBUS, "a misaligned atomic is no bus error");
    seen.count = 0;
    illegal();
    CHECK(seen.signal == SIGILL, "an illegal instruction is not SIGILL");
    EXPECT(SIGILL, ILL_ILLOPC, (void *)seen.pc);
    privileged();
    EXPECT(SIGILL, ILL_ILLOPC, (void *)seen.pc);
    trap();
    EXPECT(SIGTRAP, TRAP_BRKPT, (void *)seen.pc);
    return NULL;
}
