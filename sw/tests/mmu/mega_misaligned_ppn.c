/* A 4 MiB leaf with any of its ten low PPN bits set is misaligned: page fault for every access
 * (privileged manual 4.3.2, step 6).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = mega_frame(0, 1);
    for (unsigned bit = 0; bit < 10; bit++) {
        map_mega(root, VA, ppn | 1u << bit, S_RWX);
        map_mega(root, VA2, ppn | 1u << bit, U_RWX);
        fence_all();
        EQ(TOUCH(S, LOAD, VA), CAUSE_LOAD_PAGE);
        EQ(TOUCH(U, FETCH, VA2), CAUSE_FETCH_PAGE);
        EQ(TOUCH(S, STORE, VA + MEGA_SIXTH), CAUSE_STORE_PAGE);
        EQ(TOUCH(U, AMO, VA2 + MEGA_LAST), CAUSE_STORE_PAGE);
    }
    map_mega(root, VA, ppn | 0x3ff, S_RWX);
    fence_all();
    all_page_fault(S, VA);
    return 0;
}
