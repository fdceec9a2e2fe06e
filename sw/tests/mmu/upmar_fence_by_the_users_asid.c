/* Entries of the user's map are fenced by upmar's ASID, in the forms with one, while S runs
 * under satp's.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"
#include "fence.h"

int main(void)
{
    pte *user = map_new();
    pte *entry = map_page(user, VA, frame(1), U_RWX);
    maps_on(map_new(), user);
    for (uint32_t i = 0; i < 8; i++) {
        EQ(TOUCH(U, LOAD, VA), OK);
        EQ(TOUCH(U, FETCH, VA), OK);
        *entry = ENTRY(frame(10 + i), U_RWX);
        fence_form(i & 1 ? FENCE_ASID : FENCE_VA_ASID, VA, USER_ASID);
        EQ(TOUCH(U, FETCH, VA), OK);
        EQ(out.a0, 10 + i);
        EQ(TOUCH(U, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(10 + i));
    }
    return 0;
}
