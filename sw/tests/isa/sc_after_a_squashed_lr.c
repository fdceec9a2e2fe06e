/* An LR on the wrong side of a branch leaves no reservation: an SC to its word fails (unprivileged
 * manual, 8.2: the reservation is that of the LR which was executed).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

static uint32_t words[64] __attribute__((aligned(128)));

/* A reservation on words[0]; a branch on a loaded word, taken for the first time, over an LR of
 * words[32]; then an SC to words[32]. Each use is a branch of its own, not yet predicted. */
#define SQUASHED_LR(between)                                                                  \
    do {                                                                                      \
        uint32_t failed;                                                                      \
        asm volatile("lr.w t0, (%1)\n lw t1, 4(%1)\n" between "beqz t1, 1f\n lr.w t2, (%2)\n" \
                     "nop\n nop\n 1: sc.w %0, %1, (%2)"                                       \
                     : "=&r"(failed)                                                          \
                     : "r"(&words[0]), "r"(&words[32])                                        \
                     : "t0", "t1", "t2", "memory");                                           \
        EQ(failed, 1);                                                                        \
        EQ(words[32], 0);                                                                     \
    } while (0)

int main(void)
{
    words[0] = words[1] = words[32] = 0;
    SQUASHED_LR("");
    SQUASHED_LR("");
    SQUASHED_LR("nop\n");
    SQUASHED_LR("nop\n nop\n");
    SQUASHED_LR("addi t1, t1, 0\n");
    SQUASHED_LR("");
    return 0;
}
