/* Of a core built without the second map register: upmar is no CSR in any mode, and U goes through satp.
 * Machine: RTL without Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const enum mode modes[] = {U, S, M};
    pte *root = map_start();
    map_page(root, VA, frame(0x42), U_RWX);
    for (unsigned m = 0; m < 3; m++)
        csr_illegal(modes[m], CSR_UPMAR);
    EQ(TOUCH(U, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(0x42));
    EQ(TOUCH(U, LOAD, VA2), page_fault(LOAD));
    return 0;
}
