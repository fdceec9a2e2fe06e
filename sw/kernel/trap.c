/* Everything that enters by trap_entry: interrupts, page faults that the
 * kernel repairs, and faults that it does not: those go to the module's own
 * handler if it has set one, else stop it, saying which, where and why.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static const char *const causes[] = {
    [CAUSE_FETCH_MISALIGNED] = "misaligned jump",
    [CAUSE_FETCH_ACCESS] = "fetch access fault",
    [CAUSE_ILLEGAL] = "illegal instruction",
    [CAUSE_BREAKPOINT] = "breakpoint",
    [CAUSE_LOAD_MISALIGNED] = "misaligned load",
    [CAUSE_LOAD_ACCESS] = "load access fault",
    [CAUSE_STORE_MISALIGNED] = "misaligned store",
    [CAUSE_STORE_ACCESS] = "store access fault",
    [CAUSE_ECALL_U] = "ecall",
    [CAUSE_FETCH_PAGE] = "fetch page fault",
    [CAUSE_LOAD_PAGE] = "load page fault",
    [CAUSE_STORE_PAGE] = "store page fault",
    [CAUSE_UNDEFINED_GATE] = "undefined gate",
};

/* A handler of the module's own gets cause, pc and value in a0 to a2, once:
 * it has to ask again, so a fault in the handler stops the module. */
static void deliver(struct module *m, uint32_t cause, uint32_t value, const char *why)
{
    if (m->handler) {
        m->regs[A0] = cause;
        m->regs[A1] = m->regs[PC];
        m->regs[A2] = value;
        m->regs[PC] = m->handler;
        m->handler = 0;
        return;
    }
    console_flush(m);
    print("kernel: module %s stopped: %s%s%s at pc %08x, value %08x\n", m->name,
          cause < sizeof causes / sizeof *causes && causes[cause] ? causes[cause] : "fault",
          why ? ": " : "", why ? why : "", m->regs[PC], value);
    module_end(m, END_FAULT, cause);
}

static void page_fault(struct module *m, uint32_t cause, uint32_t va)
{
    uint32_t access = cause == CAUSE_FETCH_PAGE  ? PTE_X
                      : cause == CAUSE_LOAD_PAGE ? PTE_R
                                                 : PTE_W;
    int why = page_get(m, va, access, 0);
    if (why)
        deliver(m, cause, va, page_error(why));
}

static void interrupt(uint32_t cause)
{
    if (cause == (CAUSE_INTERRUPT | 5))
        cpu.leave = 1;
    else
        uart_interrupt();
}

/* m, whose registers are saved, trapped. Returns the module to go on with. */
struct module *trap(struct module *m)
{
    uint32_t cause = csr_read(scause), value = csr_read(stval);
    if (cause & CAUSE_INTERRUPT)
        interrupt(cause);
    else if (cause == CAUSE_FETCH_PAGE || cause == CAUSE_LOAD_PAGE || cause == CAUSE_STORE_PAGE)
        page_fault(m, cause, value);
#ifndef PLAN_SWITCH
    else if (cause == CAUSE_ECALL_U)
        deliver(m, CAUSE_UNDEFINED_GATE, m->regs[A7], 0);
#endif
    else
        deliver(m, cause, value, 0);
    return cpu.leave ? schedule(m->regs[A0]) : m;
}
