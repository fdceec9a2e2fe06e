/* An interrupt that software makes pending in sip is taken before the next instruction, also right
 * behind a write of stimecmp or stimecmph (priv 3.1.9: judged at once after a write of sip).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

SNIPPET(do_alone, "nop\ncsrsi sip, 2\nnop\nnop\nnop\nnop");
SNIPPET(do_low, "csrw 0x14d, a0\ncsrsi sip, 2\nnop\nnop\nnop\nnop");
SNIPPET(do_high, "csrw 0x15d, a0\ncsrsi sip, 2\nnop\nnop\nnop\nnop");
SNIPPET(do_both, "csrw 0x14d, a0\ncsrw 0x15d, a0\ncsrsi sip, 2\nnop\nnop\nnop\nnop");

static void interrupted_at(snippet *code, uint32_t offset)
{
    enter_status = MSTATUS_SIE;
    go(S, code, 0xffffffff, 0, 0);
    TRAPPED(S, CAUSE_INTERRUPT | INT_SSI, address_in(S, code) + offset, 0);
    CLEAR(mip, 1u << INT_SSI);
}

int main(void)
{
    quiet();
    WRITE_N(CSR_MENVCFGH, MENVCFGH_STCE);
    WRITE_N(CSR_STIMECMPH, 0xffffffff);
    WRITE(mcounteren, 2);
    WRITE(mideleg, 1u << INT_SSI);
    WRITE(mie, 1u << INT_SSI);
    for (unsigned i = 0; i < 4; i++) { /* from memory, and from the cache */
        interrupted_at(do_alone, 8);
        interrupted_at(do_low, 8);
        interrupted_at(do_high, 8);
        interrupted_at(do_both, 12);
    }
    return 0;
}
