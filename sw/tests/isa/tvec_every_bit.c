/* A trap goes to the base of xtvec in all its bits, and a vectored interrupt to four times its number behind it.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

#define JR_T5 0x000f0067u

static uint32_t random(void)
{
    static uint32_t state = 0x2545f491;

    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

/* Where nothing can be fetched, so that the pc comes back as mepc. */
static void to_s(uint32_t base)
{
    static const unsigned interrupts[] = {INT_SSI, INT_STI, INT_SEI};

    if ((base + 0x100) >> 24 == 0x80 || base >> 24 == 0x80 || base < 0x2000)
        return;
    WRITE(stvec, base);
    WRITE(medeleg, 1u << CAUSE_ECALL_U);
    go(U, do_ecall, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_ACCESS, base, base);
    EQ(READ(scause), CAUSE_ECALL_U);
    WRITE(stvec, base | 1);
    go(U, do_ecall, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_ACCESS, base, base);
    for (unsigned i = 0; i < 3; i++) {
        SET(mip, 1u << interrupts[i]);
        WRITE(stvec, base | 1);
        go(U, do_wait, 0, 0, 0);
        TRAPPED(M, CAUSE_FETCH_ACCESS, base + 4 * interrupts[i], base + 4 * interrupts[i]);
        WRITE(stvec, base);
        go(U, do_wait, 0, 0, 0);
        TRAPPED(M, CAUSE_FETCH_ACCESS, base, base);
        EQ(READ(scause), CAUSE_INTERRUPT | interrupts[i]);
        CLEAR(mip, 1u << interrupts[i]);
    }
    WRITE(medeleg, 0);
}

/* In M the handler must be there: one instruction back to here. */
static void to_m(uint32_t base)
{
    volatile uint32_t *at = (volatile uint32_t *)base, *vector = at + INT_SSI;
    uint32_t saved, cause;

    *at = *vector = JR_T5;
    asm volatile("fence.i" ::: "memory");
    asm volatile("csrrw %0, mtvec, %1; lla t5, 1f; ecall; 1: csrw mtvec, %0"
                 : "=&r"(saved) : "r"(base) : "t5", "memory");
    EQ(READ(mcause), CAUSE_ECALL_M);
    asm volatile("csrrw %0, mtvec, %1; lla t5, 1f; ecall; 1: csrw mtvec, %0"
                 : "=&r"(saved) : "r"(base | 1) : "t5", "memory");
    *at = 0;
    asm volatile("fence.i" ::: "memory");
    asm volatile("csrrw %0, mtvec, %2; lla t5, 1f; csrsi mip, 2; csrsi mstatus, 8; 2: j 2b\n"
                 "1: csrw mtvec, %0; csrr %1, mcause"
                 : "=&r"(saved), "=&r"(cause) : "r"(base | 1) : "t5", "memory");
    EQ(cause, CAUSE_INTERRUPT | INT_SSI);
    CLEAR(mip, 2);
}

int main(void)
{
    quiet();
    WRITE(mideleg, 0x222);
    WRITE(mie, 0x222);
    for (unsigned bit = 8; bit < 32; bit++) {
        to_s(1u << bit);
        to_s(~(1u << bit) & ~3u);
        to_s(-(1u << bit) - 0x20); /* a carry into that bit */
    }
    for (unsigned i = 0; i < 24; i++)
        to_s(random() & ~3u);
    WRITE(mideleg, 0);
    WRITE(mie, 2);
    for (unsigned i = 0; i < 48; i++)
        to_m(0x80080000 + (random() & 0x00f7fffc) % 0x00f00000);
    return 0;
}
