/* Each bit of the root's frame number above DRAM's counts: one of them changed, and every access
 * through the map is an access fault of its type.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = (pte *)(mega_frame(2, 1) << 12); /* no device lies so far from 0 */
    for (uint32_t i = 0; i < PAGE / 4; i++)
        root[i] = 0;
    map_mega(root, VA, PPN(DRAM), U_RWX);
    for (uint32_t bit = PPN(DRAM_END - DRAM); bit < 1u << SATP_ASID_SHIFT; bit <<= 1) {
        map_on((pte *)root);
        EQ(TOUCH_AS(U, LOAD, VA), OK);
        uint32_t map = ROOT_PPN(root) ^ bit;
        WRITE(satp, SATP_MODE | KERNEL_ASID << SATP_ASID_SHIFT | map);
#ifdef USER_BY_UPMAR
        WRITE_N(CSR_UPMAR, SATP_MODE | USER_ASID << SATP_ASID_SHIFT | map);
#endif
        fence_all();
        EQ(TOUCH_AS(U, LOAD, VA), CAUSE_LOAD_ACCESS);
        EQ(TOUCH_AS(U, STORE, VA), CAUSE_STORE_ACCESS);
        go_at(U, VA, 0, 0, 0);
        TRAPPED(M, CAUSE_FETCH_ACCESS, VA, VA);
    }
    return 0;
}
