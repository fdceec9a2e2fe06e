/* An entry of the user's map made valid by the kernel behind the user's fault needs no fence.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    pte *user = map_new();
    map_page(user, VA - PAGE, frame(1), U_RWX);
    maps_on(map_new(), user);
    for (enum kind kind = FETCH; kind < KINDS; kind++) {
        uint32_t va = VA + PAGE * kind;
        EQ(TOUCH(U, kind, va), page_fault(kind));
        map_page(user, va, frame(2), U_RWX);
        EQ(TOUCH(U, kind, va), OK);
    }
    return 0;
}
