/* Tables of names; see isa_names.h.
 * SPDX-License-Identifier: ISC */
#include "isa_names.h"

#include <stdio.h>

static const char *const regs[32] = {
    "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5",
    "a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
};

static const struct {
    uint16_t number;
    const char *name;
} csrs[] = {
    {0x100, "sstatus"}, {0x104, "sie"}, {0x105, "stvec"}, {0x106, "scounteren"},
    {0x10A, "senvcfg"}, {0x140, "sscratch"}, {0x141, "sepc"}, {0x142, "scause"},
    {0x143, "stval"}, {0x144, "sip"}, {0x14D, "stimecmp"}, {0x15D, "stimecmph"},
    {0x180, "satp"}, {0x300, "mstatus"}, {0x301, "misa"}, {0x302, "medeleg"},
    {0x303, "mideleg"}, {0x304, "mie"}, {0x305, "mtvec"}, {0x306, "mcounteren"},
    {0x30A, "menvcfg"}, {0x310, "mstatush"}, {0x31A, "menvcfgh"}, {0x320, "mcountinhibit"},
    {0x340, "mscratch"}, {0x341, "mepc"}, {0x342, "mcause"}, {0x343, "mtval"},
    {0x344, "mip"}, {0x5C0, "upmar"}, {0x5C1, "gtbl"}, {0xB00, "mcycle"},
    {0xB02, "minstret"}, {0xB80, "mcycleh"}, {0xB82, "minstreth"}, {0xC00, "cycle"},
    {0xC01, "time"}, {0xC02, "instret"}, {0xC80, "cycleh"}, {0xC81, "timeh"},
    {0xC82, "instreth"}, {0xF11, "mvendorid"}, {0xF12, "marchid"}, {0xF13, "mimpid"},
    {0xF14, "mhartid"}, {0xF15, "mconfigptr"},
};

/* The numbered families: counters, their upper halves, their events. */
static const struct {
    uint16_t first;
    const char *format;
} families[] = {
    {0x320, "mhpmevent%u"}, {0xB00, "mhpmcounter%u"}, {0xB80, "mhpmcounter%uh"},
    {0xC00, "hpmcounter%u"}, {0xC80, "hpmcounter%uh"},
};

static const char *const exceptions[] = {
    [0] = "instruction address misaligned", [1] = "instruction access fault",
    [2] = "illegal instruction", [3] = "breakpoint",
    [4] = "load address misaligned", [5] = "load access fault",
    [6] = "store address misaligned", [7] = "store access fault",
    [8] = "call from U", [9] = "call from S",
    [11] = "call from M", [12] = "instruction page fault",
    [13] = "load page fault", [15] = "store page fault",
    [24] = "undefined gate", [25] = "gate",
};

static const char *const interrupts[] = {
    [1] = "supervisor software interrupt", [3] = "machine software interrupt",
    [5] = "supervisor timer interrupt", [7] = "machine timer interrupt",
    [9] = "supervisor external interrupt", [11] = "machine external interrupt",
};

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

const char *isa_reg_name(unsigned reg)
{
    return regs[reg & 31];
}

const char *isa_csr_name(unsigned number)
{
    static char text[COUNT(families)][32][16];

    for (size_t i = 0; i < COUNT(csrs); i++)
        if (csrs[i].number == number)
            return csrs[i].name;
    for (size_t i = 0; i < COUNT(families); i++) {
        unsigned n = number - families[i].first;

        if (n < 3 || n > 31)
            continue;
        if (!text[i][n][0])
            snprintf(text[i][n], sizeof text[i][n], families[i].format, n);
        return text[i][n];
    }
    return NULL;
}

const char *isa_mode_name(unsigned mode)
{
    return mode == 0 ? "U" : mode == 1 ? "S" : mode == 3 ? "M" : "?";
}

const char *isa_cause_name(uint32_t cause)
{
    uint32_t code = cause & 0x7FFFFFFF;
    const char *name = NULL;

    if (cause >> 31) {
        if (code < COUNT(interrupts))
            name = interrupts[code];
        return name ? name : "unknown interrupt";
    }
    if (code < COUNT(exceptions))
        name = exceptions[code];
    return name ? name : "unknown exception";
}

char *isa_pte_flags(uint32_t pte, char buf[ISA_PTE_FLAGS])
{
    char *p = buf;

    for (unsigned bit = 0; bit < 8; bit++)
        if (pte >> bit & 1)
            *p++ = "VRWXUGAD"[bit];
    *p = 0;
    return buf;
}
