/* W=1 with R=0 is reserved, with and without X: every kind of access faults (privileged manual
 * 4.3.2, step 3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(1), PTE_V);
    set_flags(entry, PTE_V | PTE_W | AD);
    all_page_fault(S, VA);
    set_flags(entry, PTE_V | PTE_W | PTE_X | AD);
    all_page_fault(S, VA);
    set_flags(entry, PTE_V | PTE_W | AD | PTE_U);
    all_page_fault(U, VA);
    set_flags(entry, PTE_V | PTE_W | PTE_X | AD | PTE_U);
    all_page_fault(U, VA);
    SET(mstatus, MSTATUS_MXR | MSTATUS_SUM);
    all_page_fault(U, VA);
    all_page_fault(S, VA);
    return 0;
}
