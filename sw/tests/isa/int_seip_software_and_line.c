/* mip.SEIP reads as the software bit or the PLIC's line; csrrs and csrrc change the software bit
 * alone (privileged manual 3.1.9).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    uint32_t seip = 1u << INT_SEI;
    quiet();
    plic_route(1);
    uart_line(1);
    while (!(READ(mip) & seip))
        ;
    /* the line is up, the software bit clear: to set another bit must not set it */
    SET(mip, 1u << INT_SSI);
    CLEAR(mip, seip);
    EQ(READ(mip) & seip, seip);
    EQ(READ(sip) & seip, 0); /* not delegated: sip shows nothing */
    uart_line(0);
    PLIC_CLAIM(1);
    while (READ(mip) & seip)
        ;
    PLIC_CLAIM(1) = UART_IRQ;
    CLEAR(mip, 1u << INT_SSI);
    /* the software bit alone, and then both */
    SET(mip, seip);
    EQ(READ(mip) & seip, seip);
    uart_line(1);
    uart_line(0);
    EQ(READ(mip) & seip, seip);
    CLEAR(mip, seip);
    if (PLIC_CLAIM(1))
        PLIC_CLAIM(1) = UART_IRQ;
    while (READ(mip) & seip)
        ;
    WRITE(mideleg, seip);
    SET(mip, seip);
    EQ(READ(sip) & seip, seip);
    CLEAR(sip, seip); /* read-only in sip */
    EQ(READ(sip) & seip, seip);
    return 0;
}
