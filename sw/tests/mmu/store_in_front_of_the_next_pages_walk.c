/* A store to a line that is in the cache, whose place the walk for the next instruction's page needs: the store is not lost,
 * whatever stands before it and makes it wait.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define TAIL 2u
#define NOP 0x00000013
#define WAIT 24u    /* instructions until the line is there and may be replaced again */
#define SLOT 0x240u /* in a page, where the entry is and the word that is stored */
#define BUSY 0x340u /* and of what the instructions before the store access */

static const uint32_t codes[] = {
    NOP,
    0x00c52023, /* sw a2, 0(a0) */
    0x00852583, /* lw a1, 8(a0) */
    0x02c585b3, /* mul a1, a1, a2 */
    0x02c5d5b3, /* divu a1, a1, a2 */
    0x00c522af, /* amoadd.w t0, a2, (a0) */
    0x100522af, /* lr.w t0, (a0) */
    0x18c522af, /* sc.w t0, a2, (a0) */
};

int main(void)
{
    pte *root = map_start();
    uint32_t code = frame(1), data = frame(2), next = VA + (SLOT / 4) * PAGE;
    map_page(root, next - PAGE, code, S_RWX);
    map_page(root, next, frame(3), S_RWX);
    map_page(root, VA2, data, S_RWX);
    WORD(data, BUSY + 8) = VA2 + SLOT;
    for (uint32_t i = 0; i < PAGE; i += 4)
        WORD(code, i) = NOP;
    WORD(code, PAGE - 4 * (TAIL + WAIT + 2)) = 0x0005a283; /* lw t0, 0(a1) */
    WORD(code, PAGE - 4) = 0x00c5a023;                     /* sw a2, 0(a1) */
    for (uint32_t tail = 0; tail < 1u << 3 * TAIL; tail++) {
        for (uint32_t i = 0; i < TAIL; i++)
            WORD(code, PAGE - 4 * (TAIL + 1 - i)) = codes[tail >> 3 * i & 7];
        WORD(data, SLOT) = 0;
        asm volatile("fence.i");
        fence_all();
        go_at(S, next - 4 * (TAIL + WAIT + 2), VA2 + BUSY, VA2 + SLOT, 1);
        ENDED_WELL(S);
        EQ(out.a0, 3);
        EQ(WORD(data, SLOT), 1);
    }
    return 0;
}
