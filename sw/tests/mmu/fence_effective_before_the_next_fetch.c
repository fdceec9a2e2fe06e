/* The instruction behind sfence.vma, on a page whose entry was changed just before, is fetched
 * through the new entry, in all four forms.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t form[] = {
        0x12000073, /* sfence.vma */ 0x12058073, /* sfence.vma a1 */
        0x12d00073, /* sfence.vma x0, a3 */ 0x12d58073, /* sfence.vma a1, a3 */
    };
    pte *root = map_start();
    uint32_t front = frame(3);
    map_page(root, VA - PAGE, front, S_RWX);
    for (unsigned i = 0; i < 4; i++) {
        pte *entry = map_page(root, VA, frame(1), S_RWX);
        uint32_t table = VA2 + PAGE; /* S's view of the table that holds the entry */
        map_page(root, table, *root_entry(root, VA) >> 10, S_RWX);
        fence_all();
        /* the end of the page in front runs into the page that changes */
        WORD(front, PAGE - 12) = 0x00000693 | KERNEL_ASID << 20; /* li a3, KERNEL_ASID */
        WORD(front, PAGE - 8) = 0x00c52023;                      /* sw a2, 0(a0) */
        WORD(front, PAGE - 4) = form[i];
        asm volatile("fence.i");
        EQ(TOUCH(S, FETCH, VA), OK); /* the old entry is in use */
        EQ(out.a0, 1);
        uint32_t changed = ENTRY(frame(2), S_RWX);
        go_at(S, VA - 12, table + ((uint32_t)entry & (PAGE - 1)), VA, changed);
        ENDED_WELL(S);
        EQ(out.a0, 2);
        EQ(*entry, changed);
    }
    return 0;
}
