/* mcause and scause keep every cause that this machine has, exceptions and interrupts.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint8_t exception[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15};
    static const uint8_t interrupt[] = {1, 3, 5, 7, 9, 11};
    for (unsigned i = 0; i < sizeof exception; i++) {
        WRITE(mcause, exception[i]);
        EQ(READ(mcause), exception[i]);
        WRITE(scause, exception[i]);
        EQ(READ(scause), exception[i]);
    }
    for (unsigned i = 0; i < sizeof interrupt; i++) {
        WRITE(mcause, CAUSE_INTERRUPT | interrupt[i]);
        EQ(READ(mcause), CAUSE_INTERRUPT | interrupt[i]);
        WRITE(scause, CAUSE_INTERRUPT | interrupt[i]);
        EQ(READ(scause), CAUSE_INTERRUPT | interrupt[i]);
    }
    csr_illegal(S, 0x342);
    csr_illegal(U, 0x142);
    return 0;
}
