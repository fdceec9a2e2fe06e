/* mtip is mtime >= mtimecmp, unsigned and 64 bits wide (privileged manual 3.2.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    CLINT_MTIMECMPH = 1;
    CLINT_MTIMECMP = 0;
    for (int i = 0; i < 5; i++)
        EQ(READ(mip) & 1u << INT_MTI, 0);
    CLINT_MTIMECMPH = 0x80000000;
    for (int i = 0; i < 5; i++)
        EQ(READ(mip) & 1u << INT_MTI, 0);
    CLINT_MTIMECMPH = 0;
    while (!(READ(mip) & 1u << INT_MTI))
        ;
    CLINT_MTIMECMPH = 0xffffffff;
    CLINT_MTIMECMP = 0xffffffff;
    while (READ(mip) & 1u << INT_MTI)
        ;
    return 0;
}
