/* mcounteren and scounteren hold bits 12:0; mcountinhibit the same but TM (bit 1).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mcounteren, 0xffffffff);
    EQ(READ(mcounteren), 0x1fff);
    WRITE(scounteren, 0xffffffff);
    EQ(READ(scounteren), 0x1fff);
    WRITE(mcountinhibit, 0xffffffff);
    EQ(READ(mcountinhibit), 0x1ffd);
    WRITE(mcounteren, 0);
    WRITE(scounteren, 0);
    WRITE(mcountinhibit, 0);
    EQ(READ(mcounteren), 0);
    EQ(READ(scounteren), 0);
    EQ(READ(mcountinhibit), 0);
    csr_illegal(S, 0x306);
    csr_illegal(S, 0x320);
    csr_illegal(U, 0x106);
    return 0;
}
