/* A jump to a misaligned address in an unmapped page is the jump's own misaligned fetch, not the
 * target's page fault.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    map_start();
    go(S, do_jump, VA + 2, 0, 0);
    TRAPPED(M, CAUSE_FETCH_MISALIGNED, (uint32_t)do_jump, VA + 2);
    go(U, do_jump, VA + 2, 0, 0);
    TRAPPED(M, CAUSE_FETCH_MISALIGNED, address_in(U, do_jump), VA + 2);
    return 0;
}
