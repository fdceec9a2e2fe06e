/* The next page's entry is changed, then fenced, while the fetch ahead may be walking for that
 * page: it is entered by the new entry, for all distances and forms.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t form[] = {
        0x12000073, /* sfence.vma */ 0x12058073, /* sfence.vma a1 */
        0x12d00073, /* sfence.vma x0, a3 */ 0x12d58073, /* sfence.vma a1, a3 */
    };
    #define NOP 0x00000013
    pte *root = map_start();
    uint32_t front = frame(3), old = frame(1), new = frame(2);
    map_page(root, VA - PAGE, front, S_RWX);
    pte *entry = map_page(root, VA, old, S_RWX);
    uint32_t table = VA2 + PAGE; /* S's view of the table that holds the entry */
    map_page(root, table, *root_entry(root, VA) >> 10, S_RWX);
    for (uint32_t i = 0; i < 80; i++) {
        /* li a3, asid; sw; up to 4 nops; sfence; up to 3 nops; the next page */
        uint32_t between = i / 4 % 5, behind = i / 20, offset = PAGE - 4 * (3 + between + behind);
        uint32_t start = VA - PAGE + offset;
        WORD(front, offset) = 0x00000693 | KERNEL_ASID << 20; /* li a3, KERNEL_ASID */
        WORD(front, offset + 4) = 0x00c52023;                 /* sw a2, 0(a0) */
        for (offset += 8; between > 0; between--, offset += 4)
            WORD(front, offset) = NOP;
        WORD(front, offset) = form[i % 4];
        for (offset += 4; offset < PAGE; offset += 4)
            WORD(front, offset) = NOP;
        asm volatile("fence.i");
        *entry = ENTRY(old, S_RWX);
        fence_all();
        go_at(S, start, table + ((uint32_t)entry & (PAGE - 1)), VA, ENTRY(new, S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, 2);
    }
    return 0;
}
