/* Reserved and unimplemented encodings are illegal instructions in every mode, with the word in
 * tval and no register changed.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t word[] = {
        0xffffffff, 0x0000007f, /* all ones; a long length */
        0x02051513, 0x02055513, 0x42055513, 0x80051513, /* shifts by more than 31, bad funct7 */
        0x80b50533, 0x40b51533, 0x40b52533, 0x04b50533, 0x20b50533, /* OP with a bad funct7 */
        0x00053503, 0x00056503, 0x00057503, /* ld, lwu, funct3 7 */
        0x00b53023, 0x00b54023, 0x00b57023, /* sd, funct3 4, 7 */
        0x00b52063, 0x00b53063, /* branches funct3 2, 3 */
        0x00051567, 0x00057567, /* jalr funct3 1, 7 */
        0x0000200f, 0x0000700f, /* MISC-MEM funct3 2, 7 */
        /* amo.d, funct3 0, bad funct5, lr with rs2 */
        0x00b5352f, 0x00b5052f, 0x28b5252f, 0x10b5252f,
        0x00052507, 0x00a52027, 0x00b57553, 0x58057553, 0x00a57543, /* F */
        0x0005051b, 0x00b5053b, /* OP-IMM-32, OP-32 */
        0x0000002b, 0x0000005b, 0x0000007b, /* custom-1 to custom-3 */
        0x00004073, 0x000040f3, /* SYSTEM funct3 4 */
        0x00000573, 0x00050073, 0x00100573, 0x00200073, /* ecall and ebreak with fields, uret */
        0x30300073, 0x7b200073, /* no such return, dret */
        0x12000573, 0x30200573, 0x10200573, 0x10500573, 0x10550073, /* fields that must be zero */
        0x22000073, 0x62000073, 0x16000073, 0x18000073, 0x18100073, /* hfence, sinval */
        0x00000057, 0x00000077, 0x0000006b, /* OP-V, reserved */
    };
    for (unsigned i = 0; i < sizeof word / sizeof *word; i++)
        for (enum mode mode = U; mode <= M; mode += mode ? 2 : 1) {
            go_word(mode, word[i], 0x80000101, 0x11);
            TRAPPED(M, CAUSE_ILLEGAL, word_address(mode), word[i]);
            EQ(out.a0, 0x80000101);
            EQ(out.a1, 0x11);
        }
    return 0;
}
