/* TVM=1: sfence.vma in S is an illegal instruction in every form; in U it always is; M may.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t word[] = {0x12000073, 0x12050073, 0x12a00073, 0x12b50073};
    for (unsigned i = 0; i < 4; i++) {
        SET(mstatus, MSTATUS_TVM);
        go_word(S, word[i], 0, 0);
        TRAPPED(M, CAUSE_ILLEGAL, word_address(S), word[i]);
        go_word(M, word[i], 0, 0);
        ENDED_WELL(M);
        go_word(U, word[i], 0, 0);
        TRAPPED(M, CAUSE_ILLEGAL, word_address(U), word[i]);
        CLEAR(mstatus, MSTATUS_TVM);
        go_word(S, word[i], 0, 0);
        ENDED_WELL(S);
        go_word(U, word[i], 0, 0);
        TRAPPED(M, CAUSE_ILLEGAL, word_address(U), word[i]);
    }
    return 0;
}
