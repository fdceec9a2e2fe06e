/* An entry with V=0 at the last level faults every kind of access, in S and in U, whatever its
 * other bits say (privileged manual 4.3.2, step 3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(1), U_RWX & ~PTE_V);
    for (uint32_t flags = 0; flags < 0x100; flags += 2) {
        *entry = ENTRY(*entry >> 10, flags);
        fence_all();
        if ((flags & ~PTE_G) == (RWX | AD) || (flags & ~PTE_G) == 0 || flags == (U_RWX & ~PTE_V)) {
            all_page_fault(S, VA);
            all_page_fault(U, VA);
        }
    }
    return 0;
}
