/* A module that tries to get out by every way it has. Each must raise exactly
 * the fault listed, at the place and with the value listed.
 * SPDX-License-Identifier: ISC */
#include "csr.h"
#include "gatehouse.h"

#define ILLEGAL CAUSE_ILLEGAL
static int wrong, ways;
static const uint32_t constant[1] = {1};
static volatile uint32_t variable = 0x00008067; /* ret */

static void load(uint32_t a) { (void)*(volatile uint32_t *)a; }
static void store(uint32_t a) { *(volatile uint32_t *)a = 0; }
static void swap(uint32_t a) { asm volatile("amoswap.w zero, zero, (%0)" ::"r"(a) : "memory"); }
static void jump(uint32_t a) { ((void (*)(void))a)(); }

/* `value` is what the fault must carry: the address, or the instruction. */
static void way(const char *what, void (*f)(uint32_t), uint32_t arg, uint32_t cause, uint32_t value)
{
    struct fault fault;
    bool caught = attempt(f, arg, &fault);
    bool right = caught && fault.cause == cause && fault.value == value;
    if (cause == CAUSE_BREAKPOINT) /* the manual allows 0 instead of the address */
        right = caught && fault.pc == value && (fault.value == 0 || fault.value == value);
    if (f == jump)
        right &= fault.pc == arg;
    ways++;
    wrong += !right;
    printf("%s: cause %d, value %08x%s\n", what, caught ? (int)fault.cause : -1,
           caught && cause != CAUSE_BREAKPOINT ? fault.value : 0, right ? "" : ", WRONG");
}

/* One function for each instruction that is not for modules; the fault's value
 * is the instruction, which the function finds at its own beginning. */
#define FORBIDDEN(name, text) \
    static void __attribute__((naked, noinline, aligned(4))) name(uint32_t a) { asm(text); }
#define READ_CSR(name, number) FORBIDDEN(name, "csrr a0, " #number "\n\tret")
#define WRITE_CSR(name, number) FORBIDDEN(name, "csrw " #number ", a0\n\tret")
#pragma GCC diagnostic ignored "-Wunused-parameter"

FORBIDDEN(do_sret, "sret")
FORBIDDEN(do_mret, "mret")
FORBIDDEN(do_sfence, "sfence.vma\n\tret")
FORBIDDEN(do_sfence_page, "sfence.vma a0, zero\n\tret")
FORBIDDEN(do_ebreak, "ebreak\n\tret")
FORBIDDEN(do_svc_rd, ".insn i 0x0B, 0, a0, x0, 0\n\tret")
FORBIDDEN(do_svc_funct, ".insn i 0x0B, 1, x0, x0, 0\n\tret")

#define CSRS(F) \
    F(sstatus, 0x100) F(sie, 0x104) F(stvec, 0x105) F(scounteren, 0x106) F(senvcfg, 0x10A) \
    F(sscratch, 0x140) F(sepc, 0x141) F(scause, 0x142) F(stval, 0x143) F(sip, 0x144) \
    F(stimecmp, 0x14D) F(stimecmph, 0x15D) F(satp, 0x180) F(upmar, 0x5C0) F(gtbl, 0x5C1) \
    F(mstatus, 0x300) F(medeleg, 0x302) F(mtvec, 0x305) F(mepc, 0x341)
#define F(name, number) READ_CSR(read_##name, number) WRITE_CSR(write_##name, number)
CSRS(F)
#undef F

static const struct {
    const char *read_name, *write_name;
    void (*read)(uint32_t), (*write)(uint32_t);
} csrs[] = {
#define F(name, number) {"read " #name, "write " #name, read_##name, write_##name},
    CSRS(F)
#undef F
};

static void forbidden(const char *what, void (*f)(uint32_t), uint32_t arg)
{
    way(what, f, arg, ILLEGAL, *(uint32_t *)f);
}

static void undefined_gate(uint32_t number)
{
#ifdef PLAN_SWITCH
    asm volatile(".insn i 0x0B, 0, x0, %0, 0" ::"r"(number) : "memory");
#else
    register uint32_t a7 asm("a7") = number;
    asm volatile("ecall" ::"r"(a7) : "memory");
#endif
}

/* The other plan's call. */
#ifdef PLAN_SWITCH
FORBIDDEN(other_call, "ecall\n\tret")
#define OTHER_CAUSE CAUSE_ECALL_U
#define OTHER_VALUE 0
#else
FORBIDDEN(other_call, ".insn i 0x0B, 0, x0, x0, 0\n\tret")
#define OTHER_CAUSE ILLEGAL
#define OTHER_VALUE 0x0000000B
#endif

int main(uint32_t arg)
{
    way("load from the kernel", load, 0x80000000, CAUSE_LOAD_PAGE, 0x80000000);
    way("store to the kernel", store, 0x80000000, CAUSE_STORE_PAGE, 0x80000000);
    way("jump into the kernel", jump, 0x80000100, CAUSE_FETCH_PAGE, 0x80000100);
    way("load from the top", load, 0xFFFFFFFC, CAUSE_LOAD_PAGE, 0xFFFFFFFC);
    way("load of another module's page", load, 0x50000000, CAUSE_LOAD_PAGE, 0x50000000);
    way("store to another module's page", store, 0x50000000, CAUSE_STORE_PAGE, 0x50000000);
    way("load from the UART", load, 0x10000000, CAUSE_LOAD_PAGE, 0x10000000);
    way("store to the UART", store, 0xF0C00000, CAUSE_STORE_PAGE, 0xF0C00000);
    way("store to the finisher", store, 0x00100000, CAUSE_STORE_PAGE, 0x00100000);
    way("store to the CLINT", store, 0x02004000, CAUSE_STORE_PAGE, 0x02004000);
    way("load from an unmapped page", load, 0x00200000, CAUSE_LOAD_PAGE, 0x00200000);
    way("store to an unmapped page", store, 0x00200000, CAUSE_STORE_PAGE, 0x00200000);
    way("jump to an unmapped page", jump, 0x00200000, CAUSE_FETCH_PAGE, 0x00200000);
    way("load from page 0", load, 0, CAUSE_LOAD_PAGE, 0);
    way("jump to page 0", jump, 0, CAUSE_FETCH_PAGE, 0);
    way("store to a constant", store, (uint32_t)constant, CAUSE_STORE_PAGE, (uint32_t)constant);
    way("AMO on a constant", swap, (uint32_t)constant, CAUSE_STORE_PAGE, (uint32_t)constant);
    way("store to code", store, (uint32_t)main, CAUSE_STORE_PAGE, (uint32_t)main);
    way("jump to data", jump, (uint32_t)&variable, CAUSE_FETCH_PAGE, (uint32_t)&variable);
    way("breakpoint", do_ebreak, 0, CAUSE_BREAKPOINT, (uint32_t)do_ebreak);
    forbidden("sret", do_sret, 0);
    forbidden("mret", do_mret, 0);
    forbidden("sfence.vma", do_sfence, 0);
    forbidden("sfence.vma of a page", do_sfence_page, 0);
    for (uint32_t i = 0; i < sizeof csrs / sizeof *csrs; i++) {
        forbidden(csrs[i].read_name, csrs[i].read, 0);
        forbidden(csrs[i].write_name, csrs[i].write, 0x80000000);
    }
    way("undefined gate 200", undefined_gate, 200, CAUSE_UNDEFINED_GATE, 200);
    way("undefined gate 255", undefined_gate, 255, CAUSE_UNDEFINED_GATE, 255);
    way("undefined gate 256", undefined_gate, 256, CAUSE_UNDEFINED_GATE, 256);
    way("undefined gate -1", undefined_gate, -1, CAUSE_UNDEFINED_GATE, -1);
    forbidden("svc with a destination", do_svc_rd, 0);
    forbidden("svc of another function", do_svc_funct, 0);
    way("the other plan's call", other_call, 0, OTHER_CAUSE, OTHER_VALUE);
    printf("%d ways, %d wrong; the last is to go without a handler\n", ways, wrong);
    if (!wrong)
        load(0x80000000);
    return wrong;
}
