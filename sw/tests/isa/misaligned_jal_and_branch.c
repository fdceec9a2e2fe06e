/* A taken jal or branch to a half-word address raises cause 0 on itself, links nothing; a branch
 * not taken raises nothing.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t branch[] = {0x00b50163, 0x00b51163, 0x00b54163,
                                      0x00b55163, 0x00b56163, 0x00b57163};
    /* beq bne blt bge bltu bgeu a0, a1, .+2 */
    static const uint8_t taken_equal[] = {1, 0, 0, 1, 0, 1};
    for (enum mode mode = U; mode <= M; mode += mode ? 2 : 1) {
        uint32_t pc = word_address(mode);
        go_word(mode, 0x002005ef, 0, 0x11); /* jal a1, .+2 */
        TRAPPED(M, CAUSE_FETCH_MISALIGNED, pc, pc + 2);
        EQ(out.a1, 0x11);
        go_word(mode, 0xfffff5ef ^ 0x00100000, 0, 0x11);
        EQ(out.a1, out.cause == CAUSE_FETCH_MISALIGNED ? 0x11 : out.a1);
        for (unsigned i = 0; i < 6; i++) {
            go_word(mode, branch[i], 5, 5);
            if (taken_equal[i])
                TRAPPED(M, CAUSE_FETCH_MISALIGNED, pc, pc + 2);
            else
                ENDED_WELL(mode);
        }
        go_word(mode, 0x002505e7, pc, 0x11); /* jalr a1, 2(a0) */
        TRAPPED(M, CAUSE_FETCH_MISALIGNED, pc, pc + 2);
        EQ(out.a1, 0x11);
        go_word(mode, 0x003505e7, pc, 0x11); /* jalr a1, 3(a0): bit 0 goes first */
        TRAPPED(M, CAUSE_FETCH_MISALIGNED, pc, pc + 2);
        EQ(out.a1, 0x11);
    }
    return 0;
}
