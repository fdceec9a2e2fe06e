/* A upmar that points outside DRAM is an access fault for U alone; S goes on through satp.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    pte *kernel = map_new();
    maps_on(kernel, kernel);
    uint32_t where[] = {PPN(DRAM_END), 0, 0x3fffff, ROOT_PPN(kernel) | 1u << 20};
    for (unsigned i = 0; i < 4; i++) {
        WRITE_N(CSR_UPMAR, SATP_MODE | 4 << SATP_ASID_SHIFT | where[i]);
        fence_all();
        for (enum kind kind = LOAD; kind < KINDS; kind++)
            EQ(TOUCH_AS(U, kind, DRAM), access_fault(kind));
        go_at(U, USER_TEXT, 0, 0, 0);
        TRAPPED(M, CAUSE_FETCH_ACCESS, USER_TEXT, USER_TEXT);
        EQ(TOUCH(S, LOAD, DRAM), OK);
    }
    return 0;
}
