/* A register that holds zero is the address zero (or ASID zero), not "all": the page at address
 * zero is fenced by it.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_new();
    map_page(root, 0, frame(1), S_RWX);
    WRITE(satp, SATP_MODE | ROOT_PPN(root)); /* ASID 0 */
    fence_all();
    EQ(TOUCH(S, LOAD, 0), OK);
    map_page(root, 0, frame(2), S_RWX);
    register uint32_t zero asm("t3") = 0;
    asm volatile("sfence.vma %0, x0" ::"r"(zero) : "memory");
    EQ(TOUCH(S, LOAD, 0), OK);
    EQ(out.a0, MARK_WORD(2));
    map_page(root, 0, frame(3), S_RWX);
    asm volatile("sfence.vma %0, %0" ::"r"(zero) : "memory");
    EQ(TOUCH(S, LOAD, 0), OK);
    EQ(out.a0, MARK_WORD(3));
    map_page(root, 0, frame(4), S_RWX);
    asm volatile("sfence.vma x0, %0" ::"r"(zero) : "memory");
    EQ(TOUCH(S, LOAD, 0), OK);
    EQ(out.a0, MARK_WORD(4));
    return 0;
}
