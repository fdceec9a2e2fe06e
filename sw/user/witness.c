/* An honest module that runs beside others' misdeeds: its memory, its own page
 * at 50000000 and its registers must stay what it made them.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

static uint32_t table[512];

int main(uint32_t arg)
{
    volatile uint32_t *page = (void *)0x50000000;
    uint32_t wrong = 0;
    if (allocate((void *)page, PAGE_SIZE, PROT_R | PROT_W) < 0)
        return 1;
    for (uint32_t i = 0; i < 512; i++)
        page[i] = table[i] = i * 2654435761u;
    for (uint32_t round = 0; round < arg; round++) {
        yield();
        for (uint32_t i = round % 8; i < 512; i += 8)
            wrong += page[i] != i * 2654435761u || table[i] != i * 2654435761u;
    }
    printf("my memory is %s\n", wrong ? "DAMAGED" : "whole");
    return wrong != 0;
}
