/* The Supervisor Binary Interface, specification 1.0 (and the debug console of 2.0) for
 * one hart: base, timer, IPI, remote fence, hart state, system reset, debug console, and
 * the legacy calls that early consoles still make.
 * SPDX-License-Identifier: ISC */
#include "firmware.h"

extern char _firmware[];

#define SPEC_VERSION (1u << 24)
#define IMPLEMENTATION_ID 0x4748 /* "GH"; none is registered */
#define IMPLEMENTATION_VERSION 1

enum extension {
    LEGACY_SET_TIMER, LEGACY_PUTCHAR, LEGACY_GETCHAR, LEGACY_CLEAR_IPI, LEGACY_SEND_IPI,
    LEGACY_FENCE_I, LEGACY_SFENCE, LEGACY_SFENCE_ASID, LEGACY_SHUTDOWN,
    BASE = 0x10,
    TIME = 0x54494D45,
    IPI = 0x735049,
    RFENCE = 0x52464E43,
    HSM = 0x48534D,
    SRST = 0x53525354,
    DBCN = 0x4442434E,
};

enum error {
    SUCCESS = 0,
    FAILED = -1,
    NOT_SUPPORTED = -2,
    INVALID_PARAM = -3,
    ALREADY_AVAILABLE = -6,
};

struct result {
    uint32_t error, value;
};

static struct result result(enum error error, uint32_t value)
{
    return (struct result){(uint32_t)error, value};
}

/* Built with FIRMWARE_WITHOUT_RESET the payload is left to drive the finisher itself. */
#ifdef FIRMWARE_WITHOUT_RESET
enum { HAVE_RESET = false };
#else
enum { HAVE_RESET = true };
#endif

static bool known(uint32_t extension)
{
    switch (extension) {
    case BASE: case TIME: case IPI: case RFENCE: case HSM: case DBCN:
        return true;
    case SRST:
        return HAVE_RESET;
    default:
        return extension <= LEGACY_SHUTDOWN;
    }
}

/* A hart mask is legal if it names nothing but hart 0; base -1 means every hart. */
static bool mask_is_legal(uint32_t mask, uint32_t base)
{
    return base == UINT32_MAX || (base == 0 ? !(mask & ~1u) : mask == 0);
}

static bool mask_has_us(uint32_t mask, uint32_t base)
{
    return base == UINT32_MAX || (base == 0 && (mask & 1));
}

static struct result base(uint32_t function, uint32_t arg)
{
    switch (function) {
    case 0: return result(SUCCESS, SPEC_VERSION);
    case 1: return result(SUCCESS, IMPLEMENTATION_ID);
    case 2: return result(SUCCESS, IMPLEMENTATION_VERSION);
    case 3: return result(SUCCESS, known(arg));
    case 4: return result(SUCCESS, CSR_READ(CSR_MVENDORID));
    case 5: return result(SUCCESS, CSR_READ(CSR_MARCHID));
    case 6: return result(SUCCESS, CSR_READ(CSR_MIMPID));
    default: return result(NOT_SUPPORTED, 0);
    }
}

static struct result rfence(uint32_t function, uint32_t mask, uint32_t base)
{
    if (function > 2)
        return result(NOT_SUPPORTED, 0);
    if (!mask_is_legal(mask, base))
        return result(INVALID_PARAM, 0);
    if (!mask_has_us(mask, base))
        return result(SUCCESS, 0);
    if (function == 0)
        __asm__ volatile("fence.i" ::: "memory");
    else
        __asm__ volatile("sfence.vma" ::: "memory"); /* wider than any range or ASID */
    return result(SUCCESS, 0);
}

static struct result hsm(uint32_t function, uint32_t hart)
{
    switch (function) {
    case 0: return result(hart ? INVALID_PARAM : ALREADY_AVAILABLE, 0);
    case 1: return result(FAILED, 0); /* nobody could ever start the only hart again */
    case 2: return result(hart ? INVALID_PARAM : SUCCESS, 0);
    case 3:
        if (hart) /* the suspend type, here: only the default retentive one */
            return result(NOT_SUPPORTED, 0);
        /* an interrupt that S has enabled ends it, also while they are masked here */
        __asm__ volatile("wfi");
        return result(SUCCESS, 0);
    default: return result(NOT_SUPPORTED, 0);
    }
}

static struct result srst(uint32_t function, uint32_t type, uint32_t reason)
{
    if (function != 0 || !HAVE_RESET)
        return result(NOT_SUPPORTED, 0);
    if (type > 2 || reason > 1)
        return result(INVALID_PARAM, 0);
    if (type != 0)
        power_off(0x7777);
    power_off(reason ? 1 << 16 | 0x3333 : 0x5555);
}

static struct result dbcn(uint32_t function, uint32_t count, uint32_t lo, uint32_t hi)
{
    char *p = (char *)(uintptr_t)lo;
    uint32_t n = 0;

    if (function == 2) {
        uart_putc((char)count);
        return result(SUCCESS, 0);
    }
    if (function > 2)
        return result(NOT_SUPPORTED, 0);
    if (hi || lo < DRAM_BASE || lo + count < lo || lo + count > (uintptr_t)_firmware)
        return result(INVALID_PARAM, 0);
    if (function == 0) {
        for (; n < count; n++)
            uart_putc(p[n]);
    } else {
        for (int c; n < count && (c = uart_getc()) >= 0; n++)
            p[n] = (char)c;
    }
    return result(SUCCESS, n);
}

static struct result call(const uint32_t *a, uint32_t function, uint32_t extension)
{
    switch (extension) {
    case BASE:
        return base(function, a[0]);
    case TIME:
        if (function != 0)
            return result(NOT_SUPPORTED, 0);
        timer_set((uint64_t)a[1] << 32 | a[0]);
        return result(SUCCESS, 0);
    case IPI:
        if (function != 0)
            return result(NOT_SUPPORTED, 0);
        if (!mask_is_legal(a[0], a[1]))
            return result(INVALID_PARAM, 0);
        if (mask_has_us(a[0], a[1]))
            CSR_SET(CSR_MIP, MIP_SSIP);
        return result(SUCCESS, 0);
    case RFENCE:
        return rfence(function, a[0], a[1]);
    case HSM:
        return hsm(function, a[0]);
    case SRST:
        return srst(function, a[0], a[1]);
    case DBCN:
        return dbcn(function, a[0], a[1], a[2]);
    default:
        return result(NOT_SUPPORTED, 0);
    }
}

/* The legacy calls give one value, in a0, and keep every other register. Their hart mask
 * is a virtual address and is not read: on one hart the answer is always "us". */
static uint32_t legacy_call(const uint32_t *a, uint32_t extension)
{
    switch (extension) {
    case LEGACY_SET_TIMER: timer_set((uint64_t)a[1] << 32 | a[0]); break;
    case LEGACY_PUTCHAR: uart_putc((char)a[0]); break;
    case LEGACY_GETCHAR: return (uint32_t)uart_getc();
    case LEGACY_CLEAR_IPI: CSR_CLEAR(CSR_MIP, MIP_SSIP); break;
    case LEGACY_SEND_IPI: CSR_SET(CSR_MIP, MIP_SSIP); break;
    case LEGACY_FENCE_I: __asm__ volatile("fence.i" ::: "memory"); break;
    case LEGACY_SFENCE:
    case LEGACY_SFENCE_ASID: __asm__ volatile("sfence.vma" ::: "memory"); break;
    case LEGACY_SHUTDOWN: power_off(0x5555);
    }
    return 0;
}

void sbi_call(struct frame *f)
{
    struct result r;

    if (f->x[A7] <= LEGACY_SHUTDOWN) {
        f->x[A0] = legacy_call(&f->x[A0], f->x[A7]);
        return;
    }
    r = call(&f->x[A0], f->x[A6], f->x[A7]);
    f->x[A0] = r.error;
    f->x[A1] = r.value;
}
