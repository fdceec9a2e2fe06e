/* Each of the counters 0 to 12, both halves, has its own bit in mcounteren for S and in scounteren for U; there are no
 * bits for 13 to 31, so these are M's alone.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

static int allowed(enum mode mode, uint32_t number)
{
    go_at(mode, word_address(mode), 0, 0, 0);
    if (out.cause == ecall_cause(mode))
        return 1;
    TRAPPED(M, CAUSE_ILLEGAL, word_address(mode), CSRR_A0(number));
    return 0;
}

int main(void)
{
    for (uint32_t n = 0; n < 32; n++)
        for (uint32_t half = 0; half < 2; half++) {
            uint32_t number = 0xc00 + 0x80 * half + n, bit = 1u << n;
            int exists = n <= 12;

            go_word(M, CSRR_A0(number), 0, 0); /* stays there for the rest */
            ENDED_WELL(M);
            WRITE(mcounteren, bit);
            WRITE(scounteren, ~0u);
            EQ(allowed(S, number), exists);
            EQ(allowed(U, number), exists);
            WRITE(scounteren, bit);
            EQ(allowed(U, number), exists);
            WRITE(scounteren, ~bit);
            EQ(allowed(S, number), exists);
            EQ(allowed(U, number), 0);
            WRITE(mcounteren, ~bit);
            WRITE(scounteren, bit);
            EQ(allowed(S, number), 0);
            EQ(allowed(U, number), 0);
        }
    return 0;
}
