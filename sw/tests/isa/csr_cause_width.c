/* mcause and scause hold bit 31 and bits 4:0, enough for 24 and 25; the others read zero.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mcause, 0xffffffff);
    EQ(READ(mcause), 0x8000001f);
    WRITE(scause, 0xffffffff);
    EQ(READ(scause), 0x8000001f);
    WRITE(scause, CAUSE_GATE);
    EQ(READ(scause), CAUSE_GATE);
    WRITE(mcause, CAUSE_UNDEFINED_GATE);
    EQ(READ(mcause), CAUSE_UNDEFINED_GATE);
    return 0;
}
