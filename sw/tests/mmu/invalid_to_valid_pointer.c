/* A pointer entry or a 4 MiB leaf made valid behind a fault needs no fence.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    for (enum kind kind = FETCH; kind < kinds(); kind++) {
        uint32_t page = VA + kind * MEGA, mega = VA2 + kind * MEGA;
        EQ(TOUCH(S, kind, page), page_fault(kind));
        EQ(TOUCH(U, kind, mega), page_fault(kind));
        map_page(root, page, frame(47), S_RWX);
        map_mega(root, mega, mega_frame(0, 48), U_RWX);
        EQ(TOUCH(S, kind, page), OK);
        EQ(TOUCH(U, kind, mega), OK);
    }
    return 0;
}
