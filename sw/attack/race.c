/* Races between the kernel's check of an argument and its use: a partner
 * changes shared memory all the time while gates read it. Argument: the
 * handle of the one to share with; 1 is the partner.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define SHARED ((volatile uint8_t *)0x60000000)

int main(uint32_t arg)
{
    uint32_t from, offered, bad = 0, status;
    if (arg == 1) {
        receive(&offered, sizeof offered, &from);
        if (accept(offered, (void *)SHARED) < 0)
            return 1;
        for (uint32_t i = 0;; i++) {
            SHARED[i % 20] = i % 3 ? 'a' + i % 5 : 0;
            SHARED[20 + i % 40] = i;
        }
    }
    allocate((void *)SHARED, PAGE_SIZE, PROT_R | PROT_W);
    uint32_t partner = create("race", 1);
    int o = offer((void *)SHARED, PAGE_SIZE, partner);
    send(partner, &o, sizeof o);
    for (uint32_t i = 0; i < 300; i++) {
        int q = lookup((char *)SHARED);
        bad += q >= 0 || q < E_TOOBIG; /* nobody has such a name */
        if (i % 8 == 0)
            yield();
    }
    destroy(partner);
    bad += wait(partner, &status) != END_DESTROYED;
    printf("%u strange answers\n", bad);
    return bad != 0;
}
