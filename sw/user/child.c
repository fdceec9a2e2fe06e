/* What other modules create. Argument: 0 ends at once, 1 waits for its end,
 * 2 keeps a secret in its memory and says so, 3 looks for it everywhere.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define PLACE ((volatile uint32_t *)0x50000000)

int main(uint32_t arg)
{
    if (arg == 2 || arg == 3)
        if (allocate((void *)PLACE, 16 * PAGE_SIZE, PROT_R | PROT_W) < 0)
            return 1;
    for (uint32_t i = 0; arg == 2 && i < 4 * PAGE_SIZE; i++)
        PLACE[i] = 0x5EC2E700 + (i & 0xFF);
    if (arg == 2)
        call(lookup("modules"), &arg, 4, 4); /* which never answers */
    for (uint32_t i = 0; arg == 3 && i < 4 * PAGE_SIZE; i++)
        if (PLACE[i])
            return 2;
    while (arg == 1)
        sleep(1000000000);
    return arg == 3 ? 0 : 7;
}
