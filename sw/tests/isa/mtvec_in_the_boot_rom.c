/* mtvec may point into the boot ROM, which has none of the address bits of DRAM: a trap there boots anew.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define BOOT_ROM 0x1000u

static volatile uint32_t booted = 0x5eed; /* in .data, which nothing initializes again */

int main(void)
{
    if (booted++ == 0x5eed) {
        WRITE(mtvec, BOOT_ROM);
        asm volatile("ecall");
        EQ(booted, 0); /* not come to */
    }
    EQ(booted, 0x5eed + 2);
    return 0;
}
