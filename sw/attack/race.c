/* Races between the kernel's check of an argument and its use: a partner
 * changes shared memory all the time while gates read it. Argument: 1 is the
 * partner.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define SHARED ((volatile uint8_t *)0x60000000)

/* A name that changes: it must be refused as one that nobody has, or as none. */
static uint32_t strange(int got)
{
    return got != E_NONE && got != E_INVAL;
}

int main(uint32_t arg)
{
    uint32_t from, offered, bad = 0, status;
    uint8_t text[64];
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
    uint32_t partner = create("race", 1), q = queue("race");
    int o = offer((void *)SHARED, PAGE_SIZE, partner);
    send(partner, &o, sizeof o);
    for (uint32_t i = 0; i < 100; i++) {
        bad += strange(lookup((char *)SHARED));
        bad += strange(create((char *)SHARED, 0));
        bad += strange(library((char *)SHARED));
        bad += strange(open((char *)SHARED, OPEN_READ));
        bad += put(q, (void *)SHARED, i % 60) || get(q, text, sizeof text) != (int)i % 60;
        if (i % 4 == 0)
            yield();
    }
    destroy(partner);
    bad += wait(partner, &status) != END_DESTROYED;
    printf("%u strange answers\n", bad);
    return bad != 0;
}
