/* The first process. With the file /tests in its RAM disk it runs the tests and ends
 * the machine with their result; otherwise it gives a shell, again and again, until
 * `poweroff` is called in it.
 * SPDX-License-Identifier: ISC */
#include "test.h"
#include "devices.h" /* from the device tree */

#define FINISHER_FAIL 0x3333

static uint32_t instructions(void)
{
    uint32_t v;

    __asm__ volatile("rdinstret %0" : "=r"(v));
    return v;
}

static uint32_t cycles(void)
{
    uint32_t v;

    __asm__ volatile("rdcycle %0" : "=r"(v));
    return v;
}

/* A plain power-off says success. Failures go to the test finisher directly, for only it
 * takes an exit code: the page is mapped from physical memory, as any program of the
 * superuser may. */
static _Noreturn void end(int failures)
{
    if (failures) {
        int fd = open("/dev/mem", O_RDWR | O_SYNC);
        volatile uint32_t *finisher =
            mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, DEVICE_TEST / PAGE);

        if (!is_error((void *)finisher))
            *finisher = (uint32_t)failures << 16 | FINISHER_FAIL;
    }
    SYS(__NR_sync, 0, 0, 0, 0, 0, 0);
    reboot(LINUX_REBOOT_CMD_POWER_OFF);
    for (;;)
        yield();
}

/* What BusyBox's poweroff, halt and reboot send to the first process */
static void on_signal(int signal)
{
    SYS(__NR_sync, 0, 0, 0, 0, 0, 0);
    reboot(signal == SIGTERM ? LINUX_REBOOT_CMD_RESTART : LINUX_REBOOT_CMD_POWER_OFF);
}

static void start_shell(void)
{
    static char *const shells[] = {"/bin/busybox", "/bin/tools"};
    static char *const argv[] = {"sh", NULL};
    static char *const env[] = {"PATH=/bin:/sbin", "HOME=/", "PS1=gatehouse# ", "TERM=linux", NULL};
    int pid = fork();

    if (pid == 0) {
        SYS(__NR_setsid, 0, 0, 0, 0, 0, 0);
        SYS(__NR_ioctl, 0, 0x540E /* TIOCSCTTY */, 1, 0, 0, 0);
        for (int i = 0; i < 2; i++)
            execve(shells[i], argv, env);
        print("init: no shell\n");
        exit(1);
    }
    wait_for(pid);
    if (pid < 0)
        end(1);
}

int main(int argc, char **argv)
{
    uint32_t insns = instructions(), c = cycles();
    struct statx st;

    (void)argc;
    if (getpid() != 1) /* called as a program: run the tests once more */
        return run_tests();
    (void)argv;
    print("init: started after %u instructions, %u cycles\n", insns, c);
    mount("none", "/proc", "proc");
    mount("none", "/sys", "sysfs");
    mount("none", "/tmp", "tmpfs");
    mount("none", "/dev", "devtmpfs");
    if (statx("/tests", &st) == 0) {
        int failures = run_tests();

        print("init: %d failed after %u instructions, %u cycles\n", failures, instructions(),
              cycles());
        end(failures);
    }
    for (int i = 0; i < 3; i++)
        sigaction((int[]){SIGUSR1, SIGUSR2, SIGTERM}[i], &(struct sigaction){.sa_handler = on_signal});
    for (;;)
        start_shell();
}
