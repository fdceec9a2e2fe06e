/* The CLINT: msip keeps bit 0 only; mtime runs; mtimecmp keeps 64 bits.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    CLINT_MSIP = 0xfffffffe;
    EQ(CLINT_MSIP, 0);
    CLINT_MSIP = 1;
    EQ(CLINT_MSIP, 1);
    CLINT_MSIP = 0;
    CLINT_MTIMECMPH = 0x89abcdef;
    CLINT_MTIMECMP = 0x12345678;
    EQ(CLINT_MTIMECMPH, 0x89abcdef);
    EQ(CLINT_MTIMECMP, 0x12345678);
    uint32_t before = CLINT_MTIME;
    for (int i = 0; i < 1000; i++)
        asm volatile("nop");
    TRUE(CLINT_MTIME - before < 0x80000000 && CLINT_MTIME != before);
    return 0;
}
