/* Boot, and the traps that reach M mode: calls from S, the machine timer where there is
 * no Sstc, misaligned accesses. All else is delegated to S.
 * SPDX-License-Identifier: ISC */
#include "firmware.h"

extern uint32_t payload[], payload_head[];
extern char _firmware[], _firmware_end[], _disk[], _disk_end[];
extern char _tree[], _tree_end[];

/* Everything but what the firmware itself serves: bits the machine lacks read back zero.
 * Bit 24 is Xgate's undefined gate. */
#define DELEGATED \
    (0x0100B3FFu & ~(1u << CAUSE_ECALL_S | 1u << CAUSE_LOAD_MISALIGNED | \
                     1u << CAUSE_STORE_MISALIGNED))

static void say(const char *s)
{
    while (*s)
        uart_putc(*s++);
}

static void say_hex(const char *name, uint32_t v)
{
    say(name);
    for (int shift = 28; shift >= 0; shift -= 4)
        uart_putc("0123456789abcdef"[v >> shift & 15]);
}

_Noreturn void power_off(uint32_t finisher_word)
{
    *FINISHER = finisher_word;
    for (;;)
        __asm__ volatile("wfi");
}

static _Noreturn void die(const char *why)
{
    say("firmware: ");
    say(why);
    say_hex(" mcause=", CSR_READ(CSR_MCAUSE));
    say_hex(" mepc=", CSR_READ(CSR_MEPC));
    say_hex(" mtval=", CSR_READ(CSR_MTVAL));
    say("\n");
    power_off(1 << 16 | 0x3333);
}

/* A machine with physical memory protection lets S and U at nothing until an entry says
 * so; the one without lacks the CSRs, and the trap vector leads past them meanwhile. */
static void open_memory(void)
{
    uint32_t vector;

    __asm__ volatile("la %0, 1f\n"
                     "csrrw %0, mtvec, %0\n"
                     "csrw pmpaddr0, %1\n"
                     "csrw pmpcfg0, %2\n"
                     ".balign 4\n"
                     "1: csrw mtvec, %0"
                     : "=&r"(vector)
                     : "r"(-1), "r"(0x1F)); /* NAPOT over everything, RWX */
}

/* Returns the device tree for the payload, with the machine ready for `mret` into it. */
const void *firmware_boot(uint32_t hart, const void *tree)
{
    (void)hart;
    uart_init();
    if (!fdt_adopt(_tree, (uintptr_t)_tree_end - (uintptr_t)_tree, tree, (uintptr_t)_firmware,
                   (uintptr_t)_firmware_end, (uintptr_t)_disk, (uintptr_t)_disk_end))
        die("no usable device tree");

    payload[0] = payload_head[0];
    payload[1] = payload_head[1];
    __asm__ volatile("fence.i" ::: "memory");

    open_memory();
    timer_init();
    CSR_WRITE(CSR_MEDELEG, DELEGATED);
    CSR_WRITE(CSR_MIDELEG, 0x222);
    CSR_WRITE(CSR_MIE, 0);
    CSR_WRITE(CSR_MCOUNTEREN, -1);
    CSR_WRITE(CSR_SCOUNTEREN, -1);
    CSR_WRITE(CSR_SATP, 0);
    CSR_CLEAR(CSR_MSTATUS, MSTATUS_MPP | MSTATUS_MPIE | MSTATUS_SIE);
    CSR_SET(CSR_MSTATUS, MSTATUS_MPP_S);
    CSR_WRITE(CSR_MEPC, (uint32_t)(uintptr_t)payload);
    return _tree;
}

void trap_redirect(uint32_t cause, uint32_t tval)
{
    uint32_t status = CSR_READ(CSR_MSTATUS), s = status;

    s &= ~(MSTATUS_SPP | MSTATUS_SPIE | MSTATUS_SIE | MSTATUS_MPP);
    if (status & MSTATUS_SIE)
        s |= MSTATUS_SPIE;
    if ((status & MSTATUS_MPP) == MSTATUS_MPP_S)
        s |= MSTATUS_SPP;
    CSR_WRITE(CSR_SCAUSE, cause);
    CSR_WRITE(CSR_SEPC, CSR_READ(CSR_MEPC));
    CSR_WRITE(CSR_STVAL, tval);
    CSR_WRITE(CSR_MEPC, CSR_READ(CSR_STVEC) & ~3u);
    CSR_WRITE(CSR_MSTATUS, s | MSTATUS_MPP_S);
}

void firmware_trap(struct frame *f)
{
    uint32_t cause = CSR_READ(CSR_MCAUSE);

    if ((CSR_READ(CSR_MSTATUS) & MSTATUS_MPP) == MSTATUS_MPP)
        die("trap in the firmware itself");
    switch (cause) {
    case CAUSE_ECALL_S:
        CSR_WRITE(CSR_MEPC, CSR_READ(CSR_MEPC) + 4);
        sbi_call(f);
        break;
    case MCAUSE_MTI:
        timer_expired();
        break;
    case CAUSE_LOAD_MISALIGNED:
    case CAUSE_STORE_MISALIGNED:
        misaligned_access(f, cause);
        break;
    default:
        die("unexpected trap");
    }
}
