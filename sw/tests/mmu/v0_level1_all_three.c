/* A root entry with V=0 faults every kind of access, in S and in U, whatever its other bits say
 * (privileged manual 4.3.2, step 3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_mega(root, VA, mega_frame(0, 1), 0);
    static const uint32_t flags[] = {0, RWX | AD, RWX | AD | PTE_U, RWX | AD | PTE_G, PTE_A, 0x300};
    for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++) {
        set_flags(entry, flags[i]);
        all_page_fault(S, VA);
        all_page_fault(U, VA);
        all_page_fault(S, VA + MEGA_LAST);
    }
    return 0;
}
