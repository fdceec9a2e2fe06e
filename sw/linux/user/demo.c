/* What a program can do here, in one: it forks, maps, shares a page, pipes, and catches
 * its own segmentation fault, saying what it does.
 * SPDX-License-Identifier: ISC */
#include "tools.h"

#define PAGE 4096

static void on_fault(int signal, siginfo_t *info, void *context)
{
    struct user_regs_struct *regs = &((struct ucontext *)context)->uc_mcontext.sc_regs;

    print("caught signal %d: address %x, pc %x; stepping over it\n", signal,
          (uint32_t)(uintptr_t)info->si_addr, (uint32_t)regs->pc);
    regs->pc += 4;
}

static void *map(int flags)
{
    void *p = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0);

    if (is_error(p))
        exit(complain("demo", "mmap", (long)p));
    return p;
}

int tool_demo(int argc, char **argv)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO};
    volatile uint32_t *mine = map(MAP_PRIVATE), *ours = map(MAP_SHARED);
    char word[16] = {0};
    int fd[2], pid;

    (void)argc, (void)argv;
    print("I am %d; my page is at %x, the shared one at %x\n", getpid(),
          (uint32_t)(uintptr_t)mine, (uint32_t)(uintptr_t)ours);
    *mine = *ours = 1;
    if (pipe(fd))
        return complain("demo", "pipe", -EMFILE);
    pid = fork();
    if (pid == 0) {
        *mine = 2;
        *ours = 2;
        print("child %d wrote 2 to both\n", getpid());
        write(fd[1], "done", 4);
        exit(0);
    }
    read(fd[0], word, sizeof(word) - 1);
    wait_for(pid);
    print("child says \"%s\"; I see %u in mine, %u in ours\n", word, *mine, *ours);

    act.sa_handler = (__sighandler_t)(uintptr_t)on_fault;
    sigaction(SIGSEGV, &act);
    munmap((void *)mine, PAGE);
    __asm__ volatile("sw zero, 0(%0)" ::"r"(mine) : "memory");
    print("and I still run\n");
    return *ours == 2 ? 0 : 1;
}
