/* A trap taken while a squashed load behind it may be walking: its translation is not used in
 * the new mode.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(ecall_load, "ecall\nlw a0, 0(a0)");
SNIPPET(illegal_load, ".word 0\nlw a0, 0(a0)");

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(1), S_RWX);
    for (int i = 0; i < 4; i++) {
        fence_all();
        go(S, i & 1 ? illegal_load : ecall_load, VA, 0, 0);
        EQ(out.cause, i & 1 ? CAUSE_ILLEGAL : CAUSE_ECALL_S);
        EQ(out.a0, VA);
        EQ(TOUCH(U, LOAD, VA), CAUSE_LOAD_PAGE);
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(1));
    }
    return 0;
}
