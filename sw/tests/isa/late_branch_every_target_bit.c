/* A branch on a value just loaded goes where it must, from and to any address, whether or not it was predicted so.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

static const uint32_t code[] = {
    0x00052283, /* lw t0, 0(a0) */
    0x00028663, /* beqz t0, 1f */
    0x00158593, /* addi a1, a1, 1 */
    0x00008067, /* ret */
    0x00258593, /* 1: addi a1, a1, 2 */
    0x00008067, /* ret */
};

static uint32_t run(uint32_t place, const volatile uint32_t *word)
{
    register const volatile uint32_t *a0 asm("a0") = word;
    register uint32_t a1 asm("a1") = 0;

    asm volatile("jalr ra, 0(%2)" : "+r"(a1) : "r"(a0), "r"(place) : "ra", "t0", "memory");
    return a1;
}

int main(void)
{
    static volatile uint32_t word;
    uint32_t place = 0x80400000;

    for (unsigned i = 0; i < 64; i++) {
        place = 0x80400000 + (place * 1103515245u + 12345u) % 0x00bff000u / 4 * 4;
        for (unsigned k = 0; k < sizeof code / sizeof *code; k++)
            ((volatile uint32_t *)place)[k] = code[k];
        asm volatile("fence.i" ::: "memory");
        for (unsigned k = 0; k < 4; k++) {
            word = k < 2 ? k : !(k & 1);
            EQ(run(place, &word), word ? 1 : 2);
        }
    }
    return 0;
}
