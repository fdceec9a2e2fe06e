/* Device registers take byte, half-word and word accesses.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    CLINT_MTIMECMP = 0x11223344;
    CLINT_MTIMECMPH = 0xffffffff;
    *(volatile uint8_t *)0x02004001 = 0x55;
    EQ(CLINT_MTIMECMP, 0x11225544);
    *(volatile uint16_t *)0x02004002 = 0x6677;
    EQ(CLINT_MTIMECMP, 0x66775544);
    EQ(*(volatile uint8_t *)0x02004003, 0x66);
    EQ(*(volatile uint16_t *)0x02004002, 0x6677);
    EQ(*(volatile int8_t *)0x02004001, 0x55);
    UART_REG(7) = 0xa5;
    EQ(UART_REG(7), 0xa5);
    return 0;
}
