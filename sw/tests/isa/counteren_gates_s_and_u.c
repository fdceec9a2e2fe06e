/* A counter is readable in S if mcounteren allows, in U if scounteren allows too; in M always
 * (privileged manual 3.1.10, 4.1.5).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint8_t counter[] = {0, 1, 2, 3, 4, 12};
    for (unsigned i = 0; i < 6; i++)
        for (unsigned gate = 0; gate < 4; gate++) {
            uint32_t bit = 1u << counter[i];
            WRITE(mcounteren, gate & 1 ? bit : ~bit);
            WRITE(scounteren, gate & 2 ? bit : ~bit);
            for (uint32_t half = 0; half < 2; half++) {
                uint32_t number = 0xc00 + 0x80 * half + counter[i];
                csr_read(M, number);
                if (gate & 1)
                    csr_read(S, number);
                else
                    csr_illegal(S, number);
                if (gate == 3)
                    csr_read(U, number);
                else
                    csr_illegal(U, number);
            }
        }
    return 0;
}
