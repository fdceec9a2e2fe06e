/* For tests of single entries of the TLB: 64 pages anywhere in the address space, all in the TLB at once, and loads
 * through the map of S or U with nothing else translated between them.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_MMU_TLB_H
#define TESTS_MMU_TLB_H

#define PAGES 64u     /* as many as the TLB has entries */
#define FRAMES 0x80800000u
#define TABLES 0x80900000u
#define FAULTED 0xffffffffu

static pte *const full = (pte *)TABLES;                    /* a root with all the pages */
static pte *const empty = (pte *)(TABLES + PAGE);          /* and one with none */
static pte *const leaves = (pte *)(TABLES + 2 * PAGE);

static uint32_t pages[PAGES];

static inline uint32_t next_random(void)
{
    static uint32_t state = 0x2545f491;

    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static inline uint32_t parity(uint32_t bits)
{
    uint32_t odd = 0;

    for (; bits; bits &= bits - 1)
        odd ^= 1;
    return odd;
}

static inline pte *leaf_of(unsigned i)
{
    return &leaves[(i % 8) * 1024 + (pages[i] >> 12 & 1023)];
}

/* The frame of page i bears i; that of its spare, 64 + i. */
static inline uint32_t frame_of(unsigned i)
{
    return PPN(FRAMES) + i;
}

/* Numbers of pages that differ from each other in two bits or more, within each half; if asked, those of the last time
 * with all bits inverted. */
static inline void make_pages(int invert, uint32_t flags)
{
    static const uint16_t upper[8] = {0x003, 0x0c5, 0x129, 0x1ee, 0x24a, 0x28c, 0x360, 0x3a7};

    for (unsigned i = 0; i < 2 * PAGES; i++)
        WORD(frame_of(i), 0) = i;
    for (unsigned i = 0; i < 10 * 1024; i++)
        full[i] = 0;
    for (unsigned i = 0; i < PAGES; i++) {
        pages[i] ^= ~(PAGE - 1);
        while (!invert) {
            uint32_t lower = next_random() & 0x3fe;

            pages[i] = (uint32_t)upper[i % 8] << 22 | (lower | parity(lower)) << 12;
            if (!*leaf_of(i))
                break;
        }
        *leaf_of(i) = ENTRY(frame_of(i), flags);
        full[pages[i] >> 22] = ENTRY(PPN(leaves + (i % 8) * 1024), PTE_V);
    }
}

/* A load as S or U would make it: what it gets, or FAULTED with a page fault. */
static inline uint32_t load_as(enum mode mode, uint32_t va)
{
    uint32_t got, saved, cause;

    asm volatile("csrc mstatus, %4; csrs mstatus, %5; lla %0, 1f; csrrw %1, mtvec, %0; csrs mstatus, %6\n"
                 "lw %0, 0(%3); csrc mstatus, %6; li %2, 0; j 2f\n"
                 ".balign 4\n1: csrc mstatus, %6; csrr %2, mcause\n"
                 "2: csrw mtvec, %1"
                 : "=&r"(got), "=&r"(saved), "=&r"(cause)
                 : "r"(va), "r"(MSTATUS_MPP), "r"(mode == S ? MSTATUS_MPP_S : 0), "r"(MSTATUS_MPRV)
                 : "memory");
    if (!cause)
        return got;
    EQ(cause, CAUSE_LOAD_PAGE);
    return FAULTED;
}

static inline void set_map(enum mode mode, uint32_t asid, pte *root)
{
    uint32_t map = SATP_MODE | asid << SATP_ASID_SHIFT | ROOT_PPN(root);

    if (mode == S)
        WRITE(satp, map);
    else
        WRITE_N(CSR_UPMAR, map);
}

#endif
