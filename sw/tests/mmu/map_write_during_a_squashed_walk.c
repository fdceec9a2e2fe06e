/* satp written while a walk of a squashed load may be running: the next access goes through the
 * new map only.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define TRY(n) \
    SNIPPET(switch_##n, "li a3, 1\ndivu a4, a3, a3\nbnez a4, 1f\nlw a3, 0(a0)\n1: .rept " #n \
            "\nnop\n.endr\ncsrw satp, a1\nlw a0, 0(a0)")
TRY(0); TRY(1); TRY(2); TRY(3); TRY(4); TRY(6); TRY(8);

int main(void)
{
    static snippet *const code[] = {switch_0, switch_1, switch_2, switch_3,
                                    switch_4, switch_6, switch_8};
    pte *one = map_new(), *two = map_new();
    map_page(one, VA, frame(1), S_RWX);
    map_page(two, VA, frame(2), S_RWX);
    for (unsigned i = 0; i < 21; i++) {
        map_on(one);
        go(S, code[i % 7], VA, SATP_MODE | 3 << SATP_ASID_SHIFT | ROOT_PPN(two), 0);
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(2));
        /* and back, where the entry is not cached either */
        WRITE(satp, SATP_MODE | KERNEL_ASID << SATP_ASID_SHIFT | ROOT_PPN(one));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(1));
    }
    return 0;
}
