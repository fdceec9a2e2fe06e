/* A jump goes where its register says, though the last time it went somewhere else: each bit of the address.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define JR_T5 0x000f0067u
#define BASE 0xaaaaa000u

/* One jump, for all places */
__attribute__((noinline)) static uint32_t at(uint32_t place)
{
    uint32_t link;

    asm volatile("jalr t5, 0(%1); mv %0, t6" : "=r"(link) : "r"(place) : "t5", "t6", "memory");
    return link;
}

/* lui t6, place's number; jr t5 */
static void put(uint32_t place, uint32_t number)
{
    ((volatile uint32_t *)place)[0] = number << 12 | 0x00000fb7;
    ((volatile uint32_t *)place)[1] = JR_T5;
}

int main(void)
{
    for (unsigned bit = 3; bit < 30; bit++)
        put(BASE ^ 1u << bit, bit);
    put(BASE, 0);
    asm volatile("fence.i" ::: "memory");
    for (unsigned bit = 3; bit < 30; bit++)
        for (unsigned i = 0; i < 3; i++) {
            EQ(at(BASE), 0);
            EQ(at(BASE ^ 1u << bit), bit << 12);
        }
    return 0;
}
