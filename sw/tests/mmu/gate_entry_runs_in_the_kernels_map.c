/* The entry's address is the kernel's: where both maps have a page there, the kernel's frame is
 * executed.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    pte *kernel = map_new(), *user = map_new();
    map_page(kernel, VA, frame(11), S_RWX);
    map_page(user, VA, frame(12), U_RWX);
    map_mega(kernel, VA2, mega_frame(0, 13), S_RWX);
    map_mega(user, VA2, mega_frame(1, 23), U_RWX);
    maps_on(kernel, user);
    gate_set(table, 1, VA | GATE_VALID);
    gate_set(table, 2, (VA2 + MEGA_LAST) | GATE_VALID);
    for (int i = 0; i < 3; i++) {
        EQ(TOUCH(U, FETCH, VA), OK);
        EQ(out.a0, 12);
        go(U, do_svc, 1, 0, 0);
        ENDED_WELL(S);
        EQ(out.a0, 11);
        EQ(TOUCH(U, FETCH, VA2 + MEGA_LAST), OK);
        EQ(out.a0, 25);
        go(U, do_svc, 2, 0, 0);
        ENDED_WELL(S);
        EQ(out.a0, 15);
    }
    return 0;
}
