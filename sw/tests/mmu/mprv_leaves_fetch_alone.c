/* M's instruction fetch is physical under MPRV too (privileged manual 3.1.6.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(many_under_mprv, "csrs mstatus, a2\nj 1f\n.balign 64\n1: lw a0, 0(a0)\nfence.i\nnop\nj 2f\n"
        ".balign 64\n2: nop");

int main(void)
{
    pte *root = map_new();
    /* a map without the code's pages at all */
    *root_entry(root, DRAM) = 0;
    map_page(root, VA, frame(45), U_RWX);
    map_on(root);
    go(M, many_under_mprv, VA, 0, MSTATUS_MPRV);
    ENDED_WELL(M);
    EQ(out.a0, MARK_WORD(45));
    return 0;
}
