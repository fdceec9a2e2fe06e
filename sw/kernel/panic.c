/* The kernel's own end: a trap taken in the kernel, or a promise broken. Says
 * where, with registers and the calls that led there, and powers off with a
 * status of its own.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define STATUS 2

extern uint32_t panic_regs[32]; /* entry.S: as they were, and the pc */

static const char *const names[32] = {
    "pc", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0",
    "a1", "a2", "a3", "a4", "a5", "a6", "a7", "s2", "s3", "s4", "s5",
    "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6"};

static uint32_t hex(const char **p)
{
    uint32_t v = 0;
    for (; **p > ' '; ++*p)
        v = v << 4 | (**p <= '9' ? **p - '0' : **p - 'a' + 10);
    return v;
}

/* The symbols are lines of an address and a name, sorted (nm makes them). */
static void print_symbol(uint32_t pc)
{
    const char *found = 0, *p = (const char *)&archive_start + archive_start.symbols;
    uint32_t base = 0;
    while (archive_start.symbols && *p) {
        uint32_t at = hex(&p);
        if (at > pc)
            break;
        base = at;
        found = ++p;
        while (*p && *p++ != '\n')
            ;
    }
    print("kernel:   %08x ", pc);
    for (; found && *found > ' '; found++)
        uart_put(*found);
    print("+%x\n", pc - base);
}

static bool in_code(uint32_t pc)
{
    return pc >= (uint32_t)text_start && pc < (uint32_t)text_end;
}

static bool frame_ok(uint32_t fp, uint32_t above)
{
    return fp > above && fp <= (uint32_t)&cpu && !(fp & 3);
}

/* Frame pointers lead from call to call: below s0 lie the return address and
 * the caller's s0; a function that calls none has only the latter. None is
 * believed that does not lie higher up the stack. */
static void backtrace(uint32_t pc, uint32_t ra, uint32_t fp)
{
    uint32_t low = (uint32_t)stack_guard + PAGE_SIZE;
    print("kernel: called from\n");
    print_symbol(pc);
    if (frame_ok(fp, low) && ((uint32_t *)fp)[-1] != ra) {
        print_symbol(ra);
        low = fp;
        fp = ((uint32_t *)fp)[-1];
    }
    while (frame_ok(fp, low) && in_code(((uint32_t *)fp)[-1])) {
        print_symbol(((uint32_t *)fp)[-1]);
        low = fp;
        fp = ((uint32_t *)fp)[-2];
    }
}

void kernel_trap(void) __attribute__((noreturn));
void kernel_trap(void)
{
    uint32_t *r = panic_regs;
    print("kernel: trap in the kernel: cause %x, value %08x\n", csr_read(scause), csr_read(stval));
    for (int i = 0; i < 32; i++)
        print("%s %4s%08x%s", i % 4 ? "" : "kernel:", names[i], r[i], i % 4 == 3 ? "\n" : "");
    if (cpu.current)
        print("kernel: on behalf of %s\n", cpu.current->name);
    backtrace(r[PC], r[RA], r[S0]);
    finish(STATUS);
}
