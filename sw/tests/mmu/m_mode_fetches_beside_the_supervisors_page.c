/* M runs the code at an address, and not that of the page which S has there, though S has just run it and its lines and its
 * translation are at hand; and the other way round.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t offsets[] = {0, PAGE / 2, PAGE - 32};
    pte *root = map_start();
    uint32_t page = frame(9), va = mega_frame(1, 6) << 12;

    for (unsigned i = 0; i < 8; i++)
        map_page(root, VA + i * PAGE, page, S_RWX);
    map_page(root, va, page, S_RWX);
    for (unsigned turn = 0; turn < 8; turn++)
        for (unsigned k = 0; k < sizeof offsets / sizeof *offsets; k++) {
            uint32_t at = va + offsets[k];

            for (unsigned i = 0; i <= turn % 4; i++) { /* another entry of the fetch's stage */
                go_at(S, VA + i * PAGE, 0, 0, 0);
                EQ(out.a0, 9);
            }
            for (unsigned again = 0; again < 2; again++) {
                go_at(S, at, 0, 0, 0);
                EQ(out.a0, 9);
                go_at(M, at, 0, 0, 0);
                EQ(out.a0, 6);
            }
        }
    return 0;
}
