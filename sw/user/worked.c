/* The worked translation: virtual pages 0, 1, 2, 3 lie in frames 3, 0, 4, 5 of
 * the region. The load at 0x2148 is page 2, offset 0x148: frame 4, 0x4148.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

static volatile uint32_t page2[1024] __attribute__((section(".page2"))) = {
    [0x148 / 4] = 0x6A7E,
};

static volatile uint32_t found; /* in page 3 */

int main(uint32_t arg)
{
    (void)arg;
    volatile uint32_t *p = &page2[0x148 / 4];
    found = *p;
    printf("the word at %08x is %04x\n", (uint32_t)p, found);
    return found == 0x6A7E && p == (void *)0x2148 ? 0 : 1;
}
