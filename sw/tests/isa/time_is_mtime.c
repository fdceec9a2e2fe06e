/* time and timeh show the CLINT's mtime.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    for (int i = 0; i < 5; i++) {
        uint32_t a = CLINT_MTIME, t = READ(time), b = CLINT_MTIME;
        TRUE(t - a <= b - a);
    }
    EQ(READ(timeh), CLINT_MTIMEH);
    return 0;
}
