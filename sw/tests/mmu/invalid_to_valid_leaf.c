/* A page fault, the entry made valid, the access again without a fence: it succeeds (invalid
 * entries are not cached); all kinds of access, S and U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    for (enum kind kind = FETCH; kind < kinds(); kind++) {
        pte *entry = map_page(root, VA + kind * PAGE, frame(47), 0);
        pte *user = map_page(root, VA2 + kind * PAGE, frame(48), 0);
        EQ(TOUCH(S, kind, VA + kind * PAGE), page_fault(kind));
        EQ(TOUCH(U, kind, VA2 + kind * PAGE), page_fault(kind));
        *entry |= S_RWX;
        *user |= U_RWX;
        EQ(TOUCH(S, kind, VA + kind * PAGE), OK);
        EQ(TOUCH(U, kind, VA2 + kind * PAGE), OK);
    }
    return 0;
}
