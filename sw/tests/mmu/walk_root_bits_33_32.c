/* Bits 33:32 of the root's address count: it is not the DRAM 4 GiB below.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_new();
    map_page(root, VA, frame(1), U_RWX);
    for (uint32_t high = 1; high < 4; high++) {
        map_on(root);
        EQ(TOUCH(U, LOAD, VA), OK);
        uint32_t ppn = ROOT_PPN(root) | high << 20;
        WRITE(satp, SATP_MODE | 1 << SATP_ASID_SHIFT | ppn);
    #ifdef USER_BY_UPMAR
        WRITE_N(CSR_UPMAR, SATP_MODE | 2 << SATP_ASID_SHIFT | ppn);
    #endif
        fence_all();
        for (enum kind kind = LOAD; kind < kinds(); kind++)
            EQ(TOUCH_AS(U, kind, VA), access_fault(kind));
        go_at(U, VA, 0, 0, 0);
        TRAPPED(M, CAUSE_FETCH_ACCESS, VA, VA);
    }
    return 0;
}
