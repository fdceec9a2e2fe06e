/* Linux system calls of 32-bit RISC-V, straight from the kernel's own headers: times are
 * 64 bits wide, stat is statx, wait is waitid. Each returns what the kernel returns, that
 * is a negative errno on failure.
 * SPDX-License-Identifier: ISC */
#ifndef SYS_H
#define SYS_H

#include <stddef.h>
#include <stdint.h>
#include <asm/signal.h>
#include <asm/siginfo.h>
#include <asm/sigcontext.h>
#include <asm/ucontext.h>
#include <asm/unistd.h>
#include <linux/errno.h>
#include <linux/fcntl.h>
#include <linux/mman.h>
#include <linux/reboot.h>
#include <linux/sched.h>
#include <linux/stat.h>
#include <linux/time.h>
#include <linux/time_types.h>
#include <linux/wait.h>

static inline long sys6(long n, long a, long b, long c, long d, long e, long f)
{
    register long a0 __asm__("a0") = a;
    register long a1 __asm__("a1") = b;
    register long a2 __asm__("a2") = c;
    register long a3 __asm__("a3") = d;
    register long a4 __asm__("a4") = e;
    register long a5 __asm__("a5") = f;
    register long a7 __asm__("a7") = n;

    __asm__ volatile("ecall"
                     : "+r"(a0)
                     : "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5), "r"(a7)
                     : "memory");
    return a0;
}

#define SYS(n, a, b, c, d, e, f) \
    sys6(n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

static inline _Noreturn void exit(int code)
{
    SYS(__NR_exit_group, code, 0, 0, 0, 0, 0);
    for (;;)
        ;
}

static inline int open(const char *path, int flags)
{
    return SYS(__NR_openat, AT_FDCWD, path, flags, 0644, 0, 0);
}
static inline int close(int fd) { return SYS(__NR_close, fd, 0, 0, 0, 0, 0); }
static inline long read(int fd, void *p, size_t n) { return SYS(__NR_read, fd, p, n, 0, 0, 0); }
static inline long write(int fd, const void *p, size_t n)
{
    return SYS(__NR_write, fd, p, n, 0, 0, 0);
}
static inline int pipe(int fd[2]) { return SYS(__NR_pipe2, fd, 0, 0, 0, 0, 0); }
static inline int dup2(int from, int to) { return SYS(__NR_dup3, from, to, 0, 0, 0, 0); }
static inline int fork(void) { return SYS(__NR_clone, SIGCHLD, 0, 0, 0, 0, 0); }
static inline int execve(const char *path, char *const argv[], char *const env[])
{
    return SYS(__NR_execve, path, argv, env, 0, 0, 0);
}
static inline int getpid(void) { return SYS(__NR_getpid, 0, 0, 0, 0, 0, 0); }
static inline int kill(int pid, int sig) { return SYS(__NR_kill, pid, sig, 0, 0, 0, 0); }
static inline void yield(void) { SYS(__NR_sched_yield, 0, 0, 0, 0, 0, 0); }
static inline int waitid(int which, int pid, siginfo_t *info, int options)
{
    return SYS(__NR_waitid, which, pid, info, options, 0, 0);
}
static inline void *mmap(void *at, size_t n, int prot, int flags, int fd, uint32_t page)
{
    return (void *)SYS(__NR_mmap2, at, n, prot, flags, fd, page);
}
static inline int munmap(void *p, size_t n) { return SYS(__NR_munmap, p, n, 0, 0, 0, 0); }
static inline int mprotect(void *p, size_t n, int prot)
{
    return SYS(__NR_mprotect, p, n, prot, 0, 0, 0);
}
static inline int sigaction(int sig, const struct sigaction *new)
{
    return SYS(__NR_rt_sigaction, sig, new, 0, sizeof(sigset_t), 0, 0);
}
static inline void flush_icache(void *from, void *to)
{
    SYS(__NR_riscv_flush_icache, from, to, 0, 0, 0, 0);
}
static inline int clock_gettime(int clock, struct __kernel_timespec *t)
{
    return SYS(__NR_clock_gettime64, clock, t, 0, 0, 0, 0);
}
static inline int nanosleep(const struct __kernel_timespec *t)
{
    return SYS(__NR_clock_nanosleep_time64, CLOCK_MONOTONIC, 0, t, 0, 0, 0);
}
static inline int mount(const char *dev, const char *dir, const char *type)
{
    return SYS(__NR_mount, dev, dir, type, 0, 0, 0);
}
static inline int umount(const char *dir) { return SYS(__NR_umount2, dir, 0, 0, 0, 0, 0); }
static inline int mkdir(const char *path) { return SYS(__NR_mkdirat, AT_FDCWD, path, 0755, 0, 0, 0); }
static inline int statx(const char *path, struct statx *st)
{
    return SYS(__NR_statx, AT_FDCWD, path, 0, STATX_BASIC_STATS, st, 0);
}
static inline void reboot(int cmd)
{
    SYS(__NR_reboot, LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, cmd, 0, 0, 0);
}

/* A mapping's address, or a negative errno in its place. */
static inline int is_error(const void *p) { return (unsigned long)p > -4096ul; }

#endif
