/* S loads from an execute-only U page need SUM and MXR both.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(27), PTE_V | PTE_X | PTE_U | AD);
    fence_all();
    static const uint32_t bits[] = {0, MSTATUS_MXR, MSTATUS_SUM, MSTATUS_SUM | MSTATUS_MXR};
    for (unsigned i = 0; i < 4; i++) {
        CLEAR(mstatus, MSTATUS_SUM | MSTATUS_MXR);
        SET(mstatus, bits[i]);
        check_access(S, VA, &WORD(*entry >> 10, 0), 27, i == 3 ? CAN_LOAD : 0);
    }
    return 0;
}
