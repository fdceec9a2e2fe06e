/* Without the C extension a word whose two low bits are not 11 is an illegal instruction; so is
 * the word zero.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t word[] = {0x00000000, 0x00000001, 0x00000002, 0x00010001,
                                    0x80828082, 0x00009002, 0xfffffffe};
    for (unsigned i = 0; i < sizeof word / sizeof *word; i++) {
        go_word(M, word[i], 5, 0x11);
        TRAPPED(M, CAUSE_ILLEGAL, word_address(M), word[i]);
        go_word(U, word[i], 5, 0x11);
        TRAPPED(M, CAUSE_ILLEGAL, word_address(U), word[i]);
    }
    return 0;
}
