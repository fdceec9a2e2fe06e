/* The next instruction's page is behind an invalid entry of the root: a page fault, whatever else stands in the entry, and
 * whatever the instructions before do to the cache's port while it is read.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define TAIL 4u /* instructions */

int main(void)
{
    static const uint32_t codes[] = {
        0x00000013, /* nop */
        0x00052503, /* lw a0, 0(a0): each needs the one before */
        0x0005a603, /* lw a2, 0(a1) */
        0x02b65633, /* divu a2, a2, a1 */
    };
    pte *root = map_start();
    uint32_t code = frame(1), data = frame(2), next = VA + MEGA;
    map_page(root, next - PAGE, code, S_RWX);
    map_page(root, VA2, data, S_RWX);
    *root_entry(root, next) = ~(uint32_t)PTE_V;
    WORD(data, 0) = VA2;
    for (uint32_t tail = 0; tail < 1u << 2 * TAIL; tail++) {
        for (uint32_t i = 0; i < TAIL; i++)
            WORD(code, PAGE - 4 * (TAIL - i)) = codes[tail >> 2 * i & 3];
        WORD(code, PAGE - 4 * (TAIL + 1)) = codes[1];
        asm volatile("fence.i");
        fence_all();
        go_at(S, next - 4 * (TAIL + 1), VA2, VA2, 1);
        TRAPPED(M, CAUSE_FETCH_PAGE, next, next);
        EQ(out.a0, VA2);
    }
    return 0;
}
