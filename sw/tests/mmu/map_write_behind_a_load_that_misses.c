/* satp written 0 to 8 instructions behind a load that misses: the load gets the old map's word,
 * the next one the new map's.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define TRY(n) \
    SNIPPET(miss_##n, "lw a2, 0(a0)\n.rept " #n "\nnop\n.endr\ncsrw satp, a1\nlw a0, 0(a0)")
TRY(0); TRY(1); TRY(2); TRY(3); TRY(4); TRY(6); TRY(8);

int main(void)
{
    static snippet *const code[] = {miss_0, miss_1, miss_2, miss_3, miss_4, miss_6, miss_8};
    pte *one = map_new(), *two = map_new();
    map_page(one, VA, frame(1), S_RWX);
    map_page(two, VA, frame(2), S_RWX);
    for (unsigned i = 0; i < 14; i++) {
        map_on(one);
        go(S, code[i % 7], VA, SATP_MODE | 3 << SATP_ASID_SHIFT | ROOT_PPN(two), 0);
        ENDED_WELL(S);
        EQ(out.a2, MARK_WORD(1));
        EQ(out.a0, MARK_WORD(2));
    }
    return 0;
}
