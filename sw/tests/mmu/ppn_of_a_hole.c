/* A leaf whose frame lies where no device is: access fault of the access's type.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t hole[] = {0x00000000, 0x0f000000, 0x20000000, 0x7ffff000, 0xfffff000};
    pte *root = map_start();
    for (unsigned i = 0; i < sizeof hole / sizeof *hole; i++) {
        if (hole[i] == 0x20000000 && READ(marchid))
            continue; /* QEMU has flash there */
        map_page(root, VA, PPN(hole[i]), S_RWX);
        fence_all();
        all_access_fault(S, VA);
    }
    return 0;
}
