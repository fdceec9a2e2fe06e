/* A map register that points outside DRAM: access fault of the original access's type, not a
 * page fault (privileged manual 4.3.2, step 2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t root[] = {PPN(DRAM_END), PPN(0xfffff000), PPN(0x7ffff000)};
    for (unsigned i = 0; i < 3; i++) {
        map_on((pte *)(root[i] << 12));
        for (enum kind kind = LOAD; kind < kinds(); kind++) {
            EQ(TOUCH_AS(S, kind, VA), access_fault(kind));
            EQ(TOUCH_AS(U, kind, DRAM), access_fault(kind));
        }
        go_at(S, DRAM, 0, 0, 0);
        TRAPPED(M, CAUSE_FETCH_ACCESS, DRAM, DRAM);
        go_at(U, VA, 0, 0, 0);
        TRAPPED(M, CAUSE_FETCH_ACCESS, VA, VA);
        map_off();
    }
    return 0;
}
