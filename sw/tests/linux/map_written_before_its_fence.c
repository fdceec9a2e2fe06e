/* A map register is written and fenced only afterwards, as Linux does (setup_vm_final): until the
 * fence an access may go by the map before, of the same ASID or by a global entry of any; after it
 * by the new one alone. For lockstep with --stale-maps.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(write_load_fence_load, "lw a2, 0(a0)\ncsrw satp, a1\nlw a2, 0(a0)\nsfence.vma\nlw a0, 0(a0)");

int main(void)
{
    pte *map[2] = {map_new(), map_new()};

    for (uint32_t i = 0; i < 2; i++) {
        map_page(map[i], VA, frame(31 + i), S_RWX);
        map_page(map[i], VA + PAGE, frame(33 + i), S_RWX | PTE_G);
        map_mega(map[i], VA2, mega_frame(i, 35 + 3 * i), S_RWX);
    }
    fence_all();
    for (uint32_t i = 0; i < 12; i++) {
        uint32_t to = i & 1, kind = i / 2 % 3;
        uint32_t va = kind == 2 ? VA2 : VA + kind * PAGE;
        uint32_t mark = kind == 2 ? 35 : 31 + 2 * kind, step = kind == 2 ? 3 : 1;
        uint32_t asid = kind == 1 ? 5 + to : 5;

        WRITE(satp, SATP_MODE | 5u << SATP_ASID_SHIFT | ROOT_PPN(map[!to]));
        fence_all();
        go(S, write_load_fence_load, va, SATP_MODE | asid << SATP_ASID_SHIFT | ROOT_PPN(map[to]), 0);
        ENDED_WELL(S);
        TRUE(out.a2 == MARK_WORD(mark) || out.a2 == MARK_WORD(mark + step));
        EQ(out.a0, MARK_WORD(mark + to * step));
    }
    return 0;
}
