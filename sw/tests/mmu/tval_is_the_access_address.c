/* The trap value of a data fault is the full address of the access, in every size, and epc the
 * instruction's own.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static snippet *const code[] = {do_lb, do_lbu, do_lh, do_lhu, do_lw, do_sb, do_sh, do_sw};
    static const uint8_t size[] = {1, 1, 2, 2, 4, 1, 2, 4};
    map_start();
    for (unsigned i = 0; i < 8; i++)
        for (uint32_t offset = 0; offset < 8; offset += size[i]) {
            uint32_t cause = i < 5 ? CAUSE_LOAD_PAGE : CAUSE_STORE_PAGE;
            go(S, code[i], VA + PAGE - 8 + offset, 0, 0);
            TRAPPED(M, cause, address_in(S, code[i]), VA + PAGE - 8 + offset);
            go(U, code[i], VA + offset, 0, 0);
            TRAPPED(M, cause, address_in(U, code[i]), VA + offset);
        }
    return 0;
}
