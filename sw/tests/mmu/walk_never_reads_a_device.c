/* A walk into a device or the boot ROM is an access fault and is not seen by the device: the
 * PLIC's claim is not taken.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    plic_route(1);
    uart_line(1);
    static const uint32_t table[] = {PPN(0x1000), PPN(0x02000000), PPN(0x10000000),
                                     PPN(0x0c201000)};
    for (unsigned i = 0; i < 4; i++) {
        *root_entry(root, VA) = ENTRY(table[i], PTE_V);
        fence_all();
        all_access_fault(S, VA + PAGE); /* entry 1 of the table: offset 4, the claim register */
    }
    EQ(PLIC_CLAIM(1), UART_IRQ);
    uart_line(0);
    return 0;
}
