/* Every misaligned half-word and word access raises its exception with its address, writes
 * nothing; bytes never do.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static snippet *const code[] = {do_lh, do_lhu, do_lw, do_sh, do_sw,
                                    do_lr, do_sc, do_amo, do_lb, do_sb};
    static const uint8_t size[] = {2, 2, 4, 2, 4, 4, 4, 4, 1, 1};
    static const uint8_t store[] = {0, 0, 0, 1, 1, 0, 1, 1, 0, 1};
    uint32_t ppn = frame(1);
    for (unsigned i = 0; i < 10; i++)
        for (uint32_t offset = 0; offset < 4; offset++) {
            uint32_t va = (ppn << 12) + offset;
            WORD(ppn, 0) = 0x11111111;
            WORD(ppn, 4) = 0x22222222;
            go(S, code[i], va, 0x55, 0);
            if (offset % size[i] == 0) {
                ENDED_WELL(S);
                continue;
            }
            uint32_t cause = store[i] ? CAUSE_STORE_MISALIGNED : CAUSE_LOAD_MISALIGNED;
            TRAPPED(M, cause, (uint32_t)code[i], va);
            EQ(WORD(ppn, 0), 0x11111111);
            EQ(WORD(ppn, 4), 0x22222222);
            EQ(out.a0, va);
        }
    return 0;
}
