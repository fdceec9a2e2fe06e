/* What other modules create. Argument: 0 ends at once, 1 waits for its end,
 * 2 keeps a secret in its memory and says so, 3 looks for it in memory of its
 * own, 4 at the same address without having any there.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define PLACE ((volatile uint32_t *)0x50000000)
#define SIZE (8 * PAGE_SIZE)

static void look(uint32_t a) { (void)*(volatile uint32_t *)a; }

int main(uint32_t arg)
{
    struct fault f;
    if (arg == 4) /* no mapping of the one before us is left */
        return attempt(look, (uint32_t)PLACE, &f) && f.value == (uint32_t)PLACE ? 0 : 3;
    if (arg == 2 || arg == 3)
        if (allocate((void *)PLACE, SIZE, PROT_R | PROT_W) < 0)
            return 1;
    for (uint32_t i = 0; arg == 2 && i < SIZE / 4; i++)
        PLACE[i] = 0x5EC2E700 + (i & 0xFF);
    if (arg == 2)
        call(lookup("modules"), &arg, 4, 4); /* which never answers */
    for (uint32_t i = 0; arg == 3 && i < SIZE / 4; i++)
        if (PLACE[i])
            return 2;
    while (arg == 1)
        sleep(1000000000);
    return arg == 3 ? 0 : 7;
}
