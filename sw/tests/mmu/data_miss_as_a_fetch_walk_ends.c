/* A load that misses before, as and after the walk for the next instruction's page ends is answered with its own page: those
 * whose numbers differ in one bit are not mapped.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define TAIL 3u /* instructions before the load, which let it come later */

static const uint32_t codes[] = {
    0x00000013, /* nop */
    0x00052583, /* lw a1, 0(a0) */
    0x02c585b3, /* mul a1, a1, a2 */
    0x02c5d5b3, /* divu a1, a1, a2 */
};

static void load_at(uint32_t va)
{
    pte *root = map_start();
    uint32_t code = frame(1), address = frame(2), end = VA + PAGE;
    map_page(root, VA, code, S_RWX);
    map_page(root, end, frame(3), S_RWX);
    map_page(root, VA2, address, S_RWX);
    map_page(root, va, frame(4), S_RWX);
    WORD(address, 0) = va;
    WORD(code, PAGE - 4) = 0x0005a603; /* lw a2, 0(a1) */
    for (uint32_t tail = 0; tail < 1u << 2 * TAIL; tail++) {
        for (uint32_t i = 0; i < TAIL; i++)
            WORD(code, PAGE - 4 * (TAIL + 1 - i)) = codes[tail >> 2 * i & 3];
        asm volatile("fence.i");
        fence_all();
        for (int i = 0; i < 2; i++) {
            go_at(S, end - 4 * (TAIL + 1), VA2, va, 1);
            ENDED_WELL(S);
            EQ(out.a0, 3);
            EQ(out.a2, MARK_WORD(4));
            /* of no page here: what the stages hold may go, and come back from the TLB at once */
            asm volatile("sfence.vma %0, x0" ::"r"(VA + MEGA) : "memory");
        }
    }
}

int main(void)
{
    load_at(0x2aaaa000);
    load_at(0x55555000);
    return 0;
}
