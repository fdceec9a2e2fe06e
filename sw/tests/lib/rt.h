/* Run-time support of the C tests. main() runs in M mode, untranslated; what is to happen in S
 * or U is a snippet, run by go() up to its first trap. Page maps are built physically, frame by
 * frame. A failed check prints one line on the UART and ends the program with the check's
 * number.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_LIB_RT_H
#define TESTS_LIB_RT_H

#include <stdint.h>

/* ---- checks ---- */

#define EQ(got, want) rt_eq(__FILE__, __LINE__, #got, (uint32_t)(got), (uint32_t)(want))
#define NE(got, other) rt_ne(__FILE__, __LINE__, #got, (uint32_t)(got), (uint32_t)(other))
#define TRUE(condition) rt_eq(__FILE__, __LINE__, #condition, !!(condition), 1)
void rt_eq(const char *file, int line, const char *what, uint32_t got, uint32_t want);
void rt_ne(const char *file, int line, const char *what, uint32_t got, uint32_t other);
void rt_pass(void) __attribute__((noreturn));

/* ---- snippets ---- */

enum mode { U = 0, S = 1, M = 3 };

struct rt_run {
    uint32_t pc, status, a0, a1, a2;
};

/* How the last snippet ended: the mode whose catcher took the trap, its cause, epc and tval, the
 * catcher's xstatus on entry (mstatus, or sstatus when by == S), and a0 to a2. */
struct rt_out {
    uint32_t by, cause, epc, tval, status, a0, a1, a2;
};
extern volatile struct rt_out rt_out;
#define out rt_out

/* A snippet: the instructions, then the ecall that ends it. It lies in the snippets' page, which
 * the maps of map_new() also show to U at USER_TEXT, so it must be position independent. */
#define SNIPPET(name, code)                                                                   \
    void name(void);                                                                          \
    asm(".pushsection .snippets, \"ax\", @progbits\n.balign 4\n.globl " #name "\n" #name ":\n" \
        code "\necall\n.popsection\n")

typedef void snippet(void);
snippet do_nothing, do_ecall, do_jump, do_lw, do_lh, do_lhu, do_lb, do_lbu, do_sw, do_sh, do_sb,
do_amo,
    do_lr, do_sc;

/* Run a snippet in a mode, with a0 to a2. In U it is entered through USER_TEXT while U is mapped.
 * */
void go(enum mode mode, snippet *code, uint32_t a0, uint32_t a1, uint32_t a2);
/* The same at any address. */
void go_at(enum mode mode, uint32_t pc, uint32_t a0, uint32_t a1, uint32_t a2);
/* The address at which a snippet runs in a mode. */
uint32_t address_in(enum mode mode, snippet *code);
/* Bits of mstatus that the next go() sets beside MPP (MPIE, SIE, ...); cleared by each go(). */
extern uint32_t enter_status;

/* Checks on the end of a snippet. */
#define ENDED_WELL(mode) rt_ended_well(__FILE__, __LINE__, mode)
#define TRAPPED(by_mode, cause_, epc_, tval_) \
    rt_trapped(__FILE__, __LINE__, by_mode, cause_, epc_, tval_)
void rt_ended_well(const char *file, int line, enum mode mode);
void rt_trapped(const char *file, int line, enum mode by, uint32_t cause, uint32_t epc,
                uint32_t tval);
uint32_t ecall_cause(enum mode mode);

/* ---- accesses ---- */

enum kind { FETCH, LOAD, STORE, AMO, LR, SC, KINDS };
#define OK 0x100u

/* One access to va in a mode: OK or the cause of its fault. epc and tval of a fault are checked. A
 * load or fetch leaves its word or the frame's mark in out.a0 (see frame()). */
#define TOUCH(mode, kind, va) rt_touch(__FILE__, __LINE__, mode, kind, va)
uint32_t rt_touch(const char *file, int line, enum mode mode, enum kind kind, uint32_t va);
/* The same (not FETCH), made by M mode with MPRV=1 and MPP = as. */
#define TOUCH_AS(as, kind, va) rt_touch_as(__FILE__, __LINE__, as, kind, va)
uint32_t rt_touch_as(const char *file, int line, enum mode as, enum kind kind, uint32_t va);
uint32_t page_fault(enum kind kind);
/* The kinds to try are those below kinds(). */
enum kind kinds(void);
uint32_t access_fault(enum kind kind);
/* Checks that an access of each kind faults with the page (or access) fault of its type. */
void all_page_fault(enum mode mode, uint32_t va);
void all_access_fault(enum mode mode, uint32_t va);

/* ---- memory ---- */

#define DRAM 0x80000000u
#define DRAM_END 0x81000000u /* the default 16 MiB */
#define PAGE 4096u
#define MEGA 0x400000u
#define PPN(pa) ((uint32_t)(pa) >> 12)
#define WORD(ppn, offset) (*(volatile uint32_t *)(((ppn) << 12) + (offset)))

/* A fresh frame, its PPN. Its words are code, in pairs: `li a0, mark; ecall`. */
uint32_t frame(uint32_t mark);
/* A 4 MiB frame (0, 1 or 2): its first, sixth and last page bear mark, mark + 1 and mark + 2. */
uint32_t mega_frame(unsigned index, uint32_t mark);
#define MEGA_SIXTH (5 * PAGE)
#define MEGA_LAST (MEGA - PAGE)
void fill(uint32_t ppn, uint32_t mark);
/* The mark in the first word of a frame as a load returns it. */
#define MARK_WORD(mark) (((uint32_t)(mark) << 20) | 0x513)

/* ---- maps ---- */

typedef volatile uint32_t pte;
#define USER_TEXT 0x00400000u /* U's view of the snippets' page */
/* where tests put their pages; a hole physically, and nothing is mapped near it */
#define VA 0x18000000u
#define VA2 0x28000000u

#define RWX (PTE_R | PTE_W | PTE_X)
#define AD (PTE_A | PTE_D)
#define S_RWX (PTE_V | RWX | AD)
#define U_RWX (PTE_V | RWX | AD | PTE_U)

/* A map with the image identity-mapped for S (one 4 MiB leaf) and USER_TEXT for U. Its root. */
pte *map_new(void);
/* Set the leaf for va; the entry's address. map_page makes the pointer entry where there is none.
 * */
pte *map_page(pte *root, uint32_t va, uint32_t ppn, uint32_t flags);
pte *map_mega(pte *root, uint32_t va, uint32_t ppn, uint32_t flags);
/* A leaf at a level (0: a page with a fresh frame, 1: 4 MiB on mega_frame(0)) whose frame bears
 * mark. */
pte *map_level(pte *root, int level, uint32_t va, uint32_t mark, uint32_t flags);
pte *root_entry(pte *root, uint32_t va);
/* Replace the flags of an entry, and fence. */
void set_flags(pte *entry, uint32_t flags);
#define ENTRY(ppn, flags) (((uint32_t)(ppn) << 10) | (flags))
#define ROOT_PPN(root) PPN(root)

#define KERNEL_ASID 1u
#define USER_ASID 2u
/* Put a map in force for S and U, with a fence. In a test built for upmar (USER_BY_UPMAR) U goes
 * through upmar with its own ASID, S through satp; the map is the same. */
void map_on(const pte *root);
void map_off(void);
/* An empty map put in force: map_new, map_on. */
pte *map_start(void);
/* The ASID that a mode's accesses bear under map_on(). */
uint32_t asid_of(enum mode mode);

static inline void fence_all(void)
{
    asm volatile("sfence.vma" ::: "memory");
}

/* ---- CSRs ---- */

#define READ(csr)                                                  \
    ({                                                             \
        uint32_t value_;                                           \
        asm volatile("csrr %0, " #csr : "=r"(value_)::"memory");   \
        value_;                                                    \
    })
#define WRITE(csr, value) asm volatile("csrw " #csr ", %0" ::"r"((uint32_t)(value)) : "memory")
#define SET(csr, bits) asm volatile("csrs " #csr ", %0" ::"r"((uint32_t)(bits)) : "memory")
#define CLEAR(csr, bits) asm volatile("csrc " #csr ", %0" ::"r"((uint32_t)(bits)) : "memory")
/* by number, for CSRs that the assembler does not name */
#define READ_N(number)                                                             \
    ({                                                                             \
        uint32_t value_;                                                           \
        asm volatile("csrr %0, %1" : "=r"(value_) : "i"(number) : "memory");       \
        value_;                                                                    \
    })
#define WRITE_N(number, value) \
    asm volatile("csrw %0, %1" ::"i"(number), "r"((uint32_t)(value)) : "memory")

/* Run one instruction, given as its word, in a mode; a0 and a1 are its registers. It ends with the
 * instruction's trap or its own ecall. */
void go_word(enum mode mode, uint32_t word, uint32_t a0, uint32_t a1);
/* The address at which go_word runs the instruction. */
uint32_t word_address(enum mode mode);
#define CSRR_A0(number) (((uint32_t)(number) << 20) | 0x00002573u)  /* csrr a0, number */
#define CSRRW_A0(number) (((uint32_t)(number) << 20) | 0x00051573u) /* csrrw a0, number, a0 */
#define CSRW_A0(number) (((uint32_t)(number) << 20) | 0x00051073u)  /* csrw number, a0 */
#define CSRRS_X0(number) CSRR_A0(number)
/* Checks that reading and writing a CSR is illegal in a mode and leaves it unchanged. */
void csr_illegal(enum mode mode, uint32_t number);
/* Checks that it can be read in a mode, and the value. */
uint32_t csr_read(enum mode mode, uint32_t number);

/* ---- devices ---- */

#define CLINT_MSIP (*(volatile uint32_t *)0x02000000)
#define CLINT_MTIMECMP (*(volatile uint32_t *)0x02004000)
#define CLINT_MTIMECMPH (*(volatile uint32_t *)0x02004004)
#define CLINT_MTIME (*(volatile uint32_t *)0x0200bff8)
#define CLINT_MTIMEH (*(volatile uint32_t *)0x0200bffc)
#define PLIC_PRIORITY(n) (*(volatile uint32_t *)(0x0c000000 + 4 * (n)))
#define PLIC_PENDING (*(volatile uint32_t *)0x0c001000)
#define PLIC_ENABLE(ctx) (*(volatile uint32_t *)(0x0c002000 + 0x80 * (ctx)))
#define PLIC_THRESHOLD(ctx) (*(volatile uint32_t *)(0x0c200000 + 0x1000 * (ctx)))
#define PLIC_CLAIM(ctx) (*(volatile uint32_t *)(0x0c200004 + 0x1000 * (ctx)))
#define UART_REG(n) (*(volatile uint8_t *)(0x10000000 + (n)))
#define UART_IRQ 10

#define INT_SSI 1
#define INT_MSI 3
#define INT_STI 5
#define INT_MTI 7
#define INT_SEI 9
#define INT_MEI 11

/* Make the UART hold its interrupt line up (transmitter empty) or down. */
void uart_line(int up);
/* Route the UART's line to a PLIC context (0 = M, 1 = S) with priority 1. */
void plic_route(unsigned context);

#endif
