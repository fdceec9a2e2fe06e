/* The supervisor timer interrupt is pending as soon as time has come to stimecmp and never before, whatever their 64
 * bits are.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

#define LATE 40 /* ticks that mip may follow time: about a turn of the loop below, on the small core */

static uint64_t random(void)
{
    static uint64_t state = 0x9e3779b97f4a7c15;

    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* How late mip is: a matter of the machine. */
static int32_t expires_at(uint64_t when, uint32_t ahead)
{
    uint32_t before = 0, after, pending, started;

    WRITE_N(CSR_STIMECMPH, 0xffffffff); /* neither is pending between the writes */
    CLINT_MTIMEH = 0;
    CLINT_MTIME = (uint32_t)(when - ahead);
    CLINT_MTIMEH = (uint32_t)((when - ahead) >> 32);
    WRITE_N(CSR_STIMECMP, (uint32_t)when);
    WRITE_N(CSR_STIMECMPH, (uint32_t)(when >> 32));
    WRITE(mscratch, when); /* which changes nothing */
    started = READ(time);
    asm volatile("1: csrr %0, time; csrr %1, mip; csrr %2, time; andi %1, %1, 0x20; beqz %1, 1b"
                 : "=&r"(before), "=&r"(pending), "=&r"(after));
    /* as distances, for the lower half may have wrapped */
    TRUE((int32_t)(started - (uint32_t)when) < 0);
    TRUE((int32_t)(after - (uint32_t)when) >= 0);
    EQ(READ(timeh), (uint32_t)((when + (after - (uint32_t)when)) >> 32));
    return (int32_t)(before - (uint32_t)when);
}

int main(void)
{
    int32_t late = 0;

    quiet();
    WRITE_N(CSR_MENVCFGH, MENVCFGH_STCE);
    for (unsigned i = 0; i < 24; i++) { /* with ones in the lower bits: a bit too many would make it no later */
        int32_t this = expires_at((random() >> 1 | 0xfff), 600 + i);

        late = this > late ? this : late;
    }
    late = late < 64 ? late + 6 : 2 * late; /* mip follows at once, or is looked after now and then */
    for (unsigned i = 0; i < 24; i++)
        TRUE(expires_at(random() >> 1, 600 + i) <= late);
    for (unsigned bit = 10; bit < 64; bit++)
        TRUE(expires_at((uint64_t)1 << bit, 600) <= late);
    for (unsigned bit = 10; bit < 63; bit++) /* one bit of both alike, the rest of stimecmp 1 */
        TRUE(expires_at(~((uint64_t)1 << bit), 600) <= late);
    /* far apart: which of the two is more, by each bit */
    for (unsigned bit = 20; bit < 64; bit++) {
        uint64_t low = random() & (((uint64_t)1 << bit) - 1) & ~(uint64_t)0xfffff;

        WRITE_N(CSR_STIMECMPH, 0xffffffff);
        CLINT_MTIMEH = 0;
        CLINT_MTIME = 0;
        CLINT_MTIMEH = (uint32_t)(low >> 32);
        CLINT_MTIME = (uint32_t)low;
        WRITE_N(CSR_STIMECMP, 0);
        WRITE_N(CSR_STIMECMPH, 0xffffffff);
        WRITE_N(CSR_STIMECMP, (uint32_t)((uint64_t)1 << bit));
        WRITE_N(CSR_STIMECMPH, (uint32_t)(((uint64_t)1 << bit) >> 32));
        for (int n = 0; n < 4; n++)
            EQ(READ(mip) & 1u << INT_STI, 0);
    }
    return 0;
}
