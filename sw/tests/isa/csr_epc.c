/* mepc and sepc keep 30 bits; the two low ones read zero (privileged manual 3.1.14).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mepc, 0xffffffff);
    EQ(READ(mepc), 0xfffffffc);
    WRITE(sepc, 0xffffffff);
    EQ(READ(sepc), 0xfffffffc);
    WRITE(mepc, 0x12345677);
    EQ(READ(mepc), 0x12345674);
    WRITE(sepc, 3);
    EQ(READ(sepc), 0);
    csr_illegal(S, 0x341);
    csr_illegal(U, 0x141);
    return 0;
}
