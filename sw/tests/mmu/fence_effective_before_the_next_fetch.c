/* The instruction right behind sfence.vma is fetched through the changed entry, in all four
 * forms.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t form[] = {
        0x12000073, /* sfence.vma */ 0x12058073, /* sfence.vma a1 */
        0x12c00073, /* sfence.vma x0, a2 */ 0x12c58073, /* sfence.vma a1, a2 */
    };
    pte *root = map_start();
    pte *table = (pte *)(VA2 + PAGE);
    map_page(root, VA, frame(1), S_RWX);
    map_page(root, (uint32_t)table, *root_entry(root, VA) >> 10, S_RWX);
    for (unsigned i = 0; i < 4; i++) {
        uint32_t old = frame(1), new = frame(2);
        for (unsigned k = 0; k < 2; k++) {
            uint32_t ppn = k ? new : old;
            WORD(ppn, 0) = 0x00d52023; /* sw a3, 0(a0) */
            WORD(ppn, 4) = form[i];
            WORD(ppn, 8) = 0x00100513 + (k << 20); /* li a0, 1 or 2 */
            WORD(ppn, 12) = 0x00000073;
        }
        asm volatile("fence.i");
        map_page(root, VA, old, S_RWX);
        fence_all();
        /* a3 is not one of go's registers: the code in front of the page loads it */
        map_page(root, VA - PAGE, frame(3), S_RWX);
        uint32_t front = map_page(root, VA - PAGE, frame(3), S_RWX)[0] >> 10;
        WORD(front, PAGE - 8) = 0x00060693; /* mv a3, a2 */
        WORD(front, PAGE - 4) = 0x00100613 + ((KERNEL_ASID - 1) << 20); /* li a2, KERNEL_ASID */
        asm volatile("fence.i");
        fence_all();
        go_at(S, VA - 8, (uint32_t)table, VA, ENTRY(new, S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, 2);
    }
    return 0;
}
