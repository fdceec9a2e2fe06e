/* Two processes with one page between them: AMOs and LR/SC loops of both must count
 * every step, and a lock made of them must keep the other out, whenever the timer
 * happens to switch.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define ROUNDS 2000

struct page {
    uint32_t by_amo, by_lrsc, lock, guarded, inside;
};

/* One attempt loop of LR and SC: what the compiler's own fetch-and-add never emits. */
static void add_by_lrsc(uint32_t *p)
{
    uint32_t v, failed;

    __asm__ volatile("1: lr.w %0, (%2)\n"
                     "addi %0, %0, 1\n"
                     "sc.w %1, %0, (%2)\n"
                     "bnez %1, 1b"
                     : "=&r"(v), "=&r"(failed)
                     : "r"(p)
                     : "memory");
}

static bool work(struct page *s, bool pause)
{
    for (int i = 0; i < ROUNDS; i++) {
        __atomic_fetch_add(&s->by_amo, 1, __ATOMIC_RELAXED);
        add_by_lrsc(&s->by_lrsc);
        while (__atomic_exchange_n(&s->lock, 1, __ATOMIC_ACQUIRE))
            yield();
        if (s->inside++)
            return false;
        s->guarded++;
        if (pause && i % 256 == 0)
            yield(); /* with the lock held, so that the other must wait */
        s->inside--;
        __atomic_store_n(&s->lock, 0, __ATOMIC_RELEASE);
    }
    return true;
}

const char *test_shared(void)
{
    struct page *s = pages(1, MAP_SHARED);
    int pid = fork();

    CHECK(pid >= 0, "no child");
    if (pid == 0)
        exit(!work(s, true));
    CHECK(work(s, true), "the parent found the lock not kept");
    CHECK(wait_for(pid) == 0, "the child found the lock not kept");
    CHECK(s->by_amo == 2 * ROUNDS, "AMOs lost a step");
    CHECK(s->by_lrsc == 2 * ROUNDS, "LR/SC lost a step");
    CHECK(s->guarded == 2 * ROUNDS, "the lock lost a step");
    return NULL;
}
