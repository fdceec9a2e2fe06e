/* A pointer entry that leads outside DRAM: access fault of the original access's type, not a
 * page fault.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    static const uint32_t table[] = {PPN(DRAM_END), PPN(0xfffff000), PPN(0x7ffff000), 0x3fffff};
    for (unsigned i = 0; i < 4; i++) {
        *root_entry(root, VA) = ENTRY(table[i], PTE_V);
        fence_all();
        all_access_fault(S, VA);
        all_access_fault(U, VA);
    }
    return 0;
}
