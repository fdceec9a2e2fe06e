/* A load that faults, its handler on a page not in the TLB: the handler's page is walked, the
 * load's fault is reported, neither takes the other's answer.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(handler, "csrr a1, scause\ncsrr a2, stval");

int main(void)
{
    pte *root = map_start();
    uint32_t page = PPN((uint32_t)handler);
    uint32_t target = VA2 + ((uint32_t)handler & (PAGE - 1));
    map_page(root, VA2, page, S_RWX);
    WRITE(medeleg, 1u << CAUSE_LOAD_PAGE | 1u << CAUSE_STORE_PAGE);
    WRITE(stvec, target);
    for (int i = 0; i < 4; i++) {
        fence_all();
        go(i & 1 ? U : S, i & 2 ? do_sw : do_lw, VA + 4 * (uint32_t)i, 0, 0);
        ENDED_WELL(S); /* the handler's own ecall */
        EQ(out.a1, i & 2 ? CAUSE_STORE_PAGE : CAUSE_LOAD_PAGE);
        EQ(out.a2, VA + 4 * (uint32_t)i);
        EQ(out.epc, target + 8);
    }
    return 0;
}
