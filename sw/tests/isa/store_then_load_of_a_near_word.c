/* A load right behind a store, of a word whose address differs in one bit, gets what that word holds; of the same word,
 * what was stored.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

static uint32_t words[1024] __attribute__((aligned(4096)));

#define AFTER(between)                                                                        \
    static uint32_t load_after_store_##between(uint32_t *to, uint32_t value, uint32_t *from)  \
    {                                                                                         \
        uint32_t got;                                                                         \
        asm volatile("sw %1, 0(%2)\n.rept " #between "\nnop\n.endr\nlw %0, 0(%3)"              \
                     : "=&r"(got)                                                             \
                     : "r"(value), "r"(to), "r"(from)                                         \
                     : "memory");                                                             \
        return got;                                                                           \
    }
AFTER(0)
AFTER(1)
AFTER(2)

int main(void)
{
    static uint32_t (*const after[])(uint32_t *, uint32_t, uint32_t *) = {
        load_after_store_0, load_after_store_1, load_after_store_2};

    for (uint32_t i = 0; i < 1024; i++)
        words[i] = 0x1000 + i;
    for (uint32_t i = 0; i < 1024; i += 341)
        for (uint32_t bit = 1; bit < 1024; bit <<= 1)
            for (unsigned k = 0; k < 3; k++) {
                uint32_t old = words[i ^ bit], value = 0xabc00000 + i + bit + k;

                after[k](&words[i], value - 1, &words[i ^ bit]); /* both lines are there now */
                EQ(after[k](&words[i], value, &words[i ^ bit]), old);
                EQ(words[i], value);
                EQ(after[k](&words[i ^ bit], old + 1, &words[i]), value);
                EQ(after[k](&words[i ^ bit], old, &words[i ^ bit]), old);
            }
    return 0;
}
