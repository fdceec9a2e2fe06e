/* Frames, page maps and accesses of the C tests (rt.h).
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define POOL 0x80200000u

extern int rt_user_mapped;
extern char do_nothing_page[] asm("do_nothing");
static uint32_t next_frame = PPN(POOL);

static uint32_t take_frame(void)
{
    return next_frame++;
}

static void fill_at(uint32_t pa, uint32_t mark)
{
    for (volatile uint32_t *p = (volatile uint32_t *)pa; (uint32_t)p < pa + 32; p += 2) {
        p[0] = MARK_WORD(mark);
        p[1] = 0x00000073; /* ecall */
    }
}

/* The start, the middle and the end of the frame are enough: tests touch no other words. */
void fill(uint32_t ppn, uint32_t mark)
{
    fill_at(ppn << 12, mark);
    fill_at((ppn << 12) + PAGE / 2, mark);
    fill_at((ppn << 12) + PAGE - 32, mark);
    asm volatile("fence.i" ::: "memory");
}

uint32_t frame(uint32_t mark)
{
    uint32_t ppn = take_frame();
    fill(ppn, mark);
    return ppn;
}

uint32_t mega_frame(unsigned index, uint32_t mark)
{
    uint32_t pa = DRAM + (index + 1) * MEGA;
    fill(PPN(pa), mark);
    fill(PPN(pa + MEGA_SIXTH), mark + 1);
    fill(PPN(pa + MEGA_LAST), mark + 2);
    return PPN(pa);
}

static pte *table_new(void)
{
    pte *table = (pte *)(take_frame() << 12);
    for (int i = 0; i < 1024; i++)
        table[i] = 0;
    return table;
}

pte *root_entry(pte *root, uint32_t va)
{
    return &root[va >> 22];
}

pte *map_mega(pte *root, uint32_t va, uint32_t ppn, uint32_t flags)
{
    pte *entry = root_entry(root, va);
    *entry = ENTRY(ppn, flags);
    return entry;
}

pte *map_page(pte *root, uint32_t va, uint32_t ppn, uint32_t flags)
{
    pte *upper = root_entry(root, va);
    if (!(*upper & PTE_V))
        *upper = ENTRY(PPN(table_new()), PTE_V);
    pte *entry = (pte *)(*upper >> 10 << 12) + (va >> 12 & 1023);
    *entry = ENTRY(ppn, flags);
    return entry;
}

pte *map_level(pte *root, int level, uint32_t va, uint32_t mark, uint32_t flags)
{
    return level ? map_mega(root, va, mega_frame(0, mark), flags)
                 : map_page(root, va, frame(mark), flags);
}

void set_flags(pte *entry, uint32_t flags)
{
    *entry = ENTRY(*entry >> 10, flags);
    fence_all();
}

pte *map_new(void)
{
    pte *root = table_new();
    map_mega(root, DRAM, PPN(DRAM), S_RWX);
    map_page(root, USER_TEXT, PPN(do_nothing_page), PTE_V | PTE_R | PTE_X | PTE_U | AD);
    return root;
}

void map_on(const pte *root)
{
    WRITE(satp, SATP_MODE | KERNEL_ASID << SATP_ASID_SHIFT | ROOT_PPN(root));
#ifdef USER_BY_UPMAR
    WRITE_N(CSR_UPMAR, SATP_MODE | USER_ASID << SATP_ASID_SHIFT | ROOT_PPN(root));
#endif
    rt_user_mapped = 1;
    fence_all();
}

void map_off(void)
{
    WRITE(satp, 0);
#ifdef USER_BY_UPMAR
    WRITE_N(CSR_UPMAR, 0);
#endif
    rt_user_mapped = 0;
    fence_all();
}

pte *map_start(void)
{
    pte *root = map_new();
    map_on(root);
    return root;
}

uint32_t asid_of(enum mode mode)
{
#ifdef USER_BY_UPMAR
    return mode == U ? USER_ASID : KERNEL_ASID;
#else
    (void)mode;
    return KERNEL_ASID;
#endif
}

uint32_t page_fault(enum kind kind)
{
    static const uint8_t cause[KINDS] = {
        CAUSE_FETCH_PAGE, CAUSE_LOAD_PAGE, CAUSE_STORE_PAGE,
        CAUSE_STORE_PAGE, CAUSE_LOAD_PAGE, CAUSE_STORE_PAGE,
    };
    return cause[kind];
}

uint32_t access_fault(enum kind kind)
{
    static const uint8_t cause[KINDS] = {
        CAUSE_FETCH_ACCESS, CAUSE_LOAD_ACCESS, CAUSE_STORE_ACCESS,
        CAUSE_STORE_ACCESS, CAUSE_LOAD_ACCESS, CAUSE_STORE_ACCESS,
    };
    return cause[kind];
}

uint32_t rt_touch(const char *file, int line, enum mode mode, enum kind kind, uint32_t va)
{
    static snippet *const code[KINDS] = {do_jump, do_lw, do_sw, do_amo, do_lr, do_sc};
    go(mode, code[kind], va, 0x5a5, 0);
    if (out.cause == ecall_cause(mode) && out.epc != va)
        return OK;
    if (kind == FETCH && out.cause == ecall_cause(mode))
        return OK;
    if (kind == FETCH && out.epc == va + 4) /* the frame's code ran and something else stopped it */
        rt_eq(file, line, "cause behind the fetch", out.cause, ecall_cause(mode));
    rt_eq(file, line, "tval of the fault", out.tval, va);
    rt_eq(file, line, "epc of the fault", out.epc, kind == FETCH ? va : address_in(mode,
          code[kind]));
    return out.cause;
}

/* mret has left MPP = U; MPRV stays, as the new mode is M (privileged manual 3.1.6.1, 3.1.6.3). */
#define UNDER_MPRV(name, access) SNIPPET(name, "csrs mstatus, a2\n" access)
UNDER_MPRV(as_lw, "lw a0, 0(a0)");
UNDER_MPRV(as_sw, "sw a1, 0(a0)");
UNDER_MPRV(as_amo, "amoadd.w a0, a1, (a0)");
UNDER_MPRV(as_lr, "lr.w a0, (a0)");
UNDER_MPRV(as_sc, "sc.w a0, a1, (a0)");

uint32_t rt_touch_as(const char *file, int line, enum mode as, enum kind kind, uint32_t va)
{
    static snippet *const code[KINDS] = {do_nothing, as_lw, as_sw, as_amo, as_lr, as_sc};
    go(M, code[kind], va, 0x5a5, MSTATUS_MPRV | (uint32_t)as << 11);
    if (out.cause == CAUSE_ECALL_M)
        return OK;
    rt_eq(file, line, "tval of the fault", out.tval, va);
    rt_eq(file, line, "epc of the fault", out.epc, (uint32_t)code[kind] + 4);
    return out.cause;
}

/* An SC without a reservation fails before or after its permission check, as the implementation
 * likes; Gatehouse checks first. QEMU (whose marchid is not zero) does not, so there the kind is
 * left out. */
enum kind kinds(void)
{
    return READ(marchid) == 0 ? KINDS : SC;
}

void all_page_fault(enum mode mode, uint32_t va)
{
    for (enum kind kind = FETCH; kind < kinds(); kind++)
        EQ(TOUCH(mode, kind, va), page_fault(kind));
}

void all_access_fault(enum mode mode, uint32_t va)
{
    for (enum kind kind = FETCH; kind < kinds(); kind++)
        EQ(TOUCH(mode, kind, va), access_fault(kind));
}
