/* Sleeps last at least as long as asked and time never runs backwards; an interval timer
 * interrupts a program that computes; `time` read by the program itself agrees with the
 * kernel's clock.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define MS 1000000

static volatile int alarms;

static void on_alarm(int signal)
{
    (void)signal;
    alarms++;
}

static int64_t now(void) /* ns */
{
    struct __kernel_timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000 + t.tv_nsec;
}

static uint32_t ticks(void)
{
    uint32_t v;

    __asm__ volatile("rdtime %0" : "=r"(v));
    return v;
}

const char *test_timer(void)
{
    struct __kernel_timespec pause = {.tv_nsec = 12 * MS};
    struct __kernel_old_itimerval every = {{0, 10000}, {0, 10000}};
    struct sigaction act = {.sa_handler = on_alarm};
    int64_t start = now(), last = start;
    uint32_t tick = ticks();

    CHECK(nanosleep(&pause) == 0, "the sleep was broken off");
    CHECK(now() - start >= 12 * MS, "the sleep was too short");
    CHECK(ticks() - tick >= 120000, "`time` went slower than the clock");

    CHECK(sigaction(SIGALRM, &act) == 0, "no handler");
    CHECK(SYS(__NR_setitimer, ITIMER_REAL, &every, 0, 0, 0, 0) == 0, "no interval timer");
    while (alarms < 3) {
        int64_t t = now();

        CHECK(t >= last, "time ran backwards");
        CHECK(t - start < 1000 * (int64_t)MS, "the alarms do not come");
        last = t;
    }
    return NULL;
}
