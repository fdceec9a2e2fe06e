/* Calls the firmware as a kernel would and checks each answer, from S mode without a page
 * map. One PASS or FAIL line for each group, then power-off with the number of failures
 * told by the reason: 0 none, 1 some.
 * SPDX-License-Identifier: ISC */
#include <stdbool.h>
#include <stdint.h>

#define BASE 0x10
#define TIME 0x54494D45
#define IPI 0x735049
#define RFENCE 0x52464E43
#define HSM 0x48534D
#define SRST 0x53525354
#define DBCN 0x4442434E

#define SIP_SSIP 0x002
#define SIP_STIP 0x020
#define NOT_SUPPORTED (-2)
#define INVALID_PARAM (-3)
#define ALREADY_AVAILABLE (-6)

#define CSR_READ(csr) \
    ({ \
        uint32_t v_; \
        __asm__ volatile("csrr %0, " #csr : "=r"(v_)); \
        v_; \
    })

struct answer {
    int32_t error;
    uint32_t value;
};

extern volatile struct {
    uint32_t cause, tval;
} trapped;

static bool failed;

static struct answer sbi(uint32_t extension, uint32_t function, uint32_t a, uint32_t b, uint32_t c)
{
    register uint32_t a0 __asm__("a0") = a;
    register uint32_t a1 __asm__("a1") = b;
    register uint32_t a2 __asm__("a2") = c;
    register uint32_t a6 __asm__("a6") = function;
    register uint32_t a7 __asm__("a7") = extension;

    __asm__ volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a2), "r"(a6), "r"(a7) : "memory");
    return (struct answer){(int32_t)a0, a1};
}

static bool gives(struct answer got, int32_t error, uint32_t value)
{
    return got.error == error && got.value == value;
}

static void say(const char *s)
{
    uint32_t n = 0;

    while (s[n])
        n++;
    sbi(DBCN, 0, n, (uint32_t)(uintptr_t)s, 0);
}

static void report(const char *name, bool good)
{
    say(good ? "PASS firmware-" : "FAIL firmware-");
    say(name);
    say("\n");
    failed |= !good;
}

static bool base(void)
{
    return gives(sbi(BASE, 0, 0, 0, 0), 0, 1u << 24) && gives(sbi(BASE, 3, TIME, 0, 0), 0, 1) &&
           gives(sbi(BASE, 3, DBCN, 0, 0), 0, 1) && gives(sbi(BASE, 3, 0x12345, 0, 0), 0, 0) &&
           gives(sbi(BASE, 4, 0, 0, 0), 0, 0) && sbi(BASE, 99, 0, 0, 0).error == NOT_SUPPORTED &&
           sbi(0x12345, 0, 0, 0, 0).error == NOT_SUPPORTED;
}

/* STIP stays away until the deadline, comes then, and goes with the next one. */
static bool timer(void)
{
    uint32_t start = CSR_READ(time), high = CSR_READ(timeh);

    if (!gives(sbi(TIME, 0, start + 2000, high, 0), 0, 0) || (CSR_READ(sip) & SIP_STIP))
        return false;
    while (!(CSR_READ(sip) & SIP_STIP)) {
        if (CSR_READ(time) - start > 1000000)
            return false;
    }
    if (CSR_READ(time) - start < 2000)
        return false;
    sbi(TIME, 0, UINT32_MAX, UINT32_MAX, 0);
    return !(CSR_READ(sip) & SIP_STIP);
}

static bool ipi(void)
{
    bool came = gives(sbi(IPI, 0, 1, 0, 0), 0, 0) && (CSR_READ(sip) & SIP_SSIP);

    __asm__ volatile("csrc sip, %0" ::"r"(SIP_SSIP));
    return came && !(CSR_READ(sip) & SIP_SSIP) && gives(sbi(IPI, 0, 0, 0, 0), 0, 0) &&
           !(CSR_READ(sip) & SIP_SSIP) && sbi(IPI, 0, 2, 0, 0).error == INVALID_PARAM &&
           sbi(IPI, 0, 1, 32, 0).error == INVALID_PARAM;
}

static bool rfence(void)
{
    return gives(sbi(RFENCE, 0, 1, 0, 0), 0, 0) && gives(sbi(RFENCE, 1, 0, UINT32_MAX, 0), 0, 0) &&
           gives(sbi(RFENCE, 2, 1, 0, 0), 0, 0) && sbi(RFENCE, 1, 4, 0, 0).error == INVALID_PARAM &&
           sbi(RFENCE, 3, 1, 0, 0).error == NOT_SUPPORTED;
}

static bool hsm(void)
{
    return sbi(HSM, 0, 0, 0, 0).error == ALREADY_AVAILABLE && gives(sbi(HSM, 2, 0, 0, 0), 0, 0) &&
           sbi(HSM, 2, 1, 0, 0).error == INVALID_PARAM && sbi(HSM, 1, 0, 0, 0).error < 0;
}

static bool console(void)
{
    static const char text[] = "console: ";

    return gives(sbi(DBCN, 0, sizeof(text) - 1, (uint32_t)(uintptr_t)text, 0), 0, sizeof(text) - 1) &&
           gives(sbi(DBCN, 2, 'b', 0, 0), 0, 0) && sbi(1, 0, 'c', 0, 0).error == 0 &&
           sbi(1, 0, '\n', 0, 0).error == 0 && sbi(2, 0, 0, 0, 0).error == -1 &&
           sbi(DBCN, 0, 1, 0x1000, 0).error == INVALID_PARAM;
}

static bool misaligned(void)
{
    static uint8_t bytes[16] __attribute__((aligned(4)));
    uint32_t word, half, address = (uint32_t)(uintptr_t)bytes;

    for (uint32_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = (uint8_t)(0x80 + i);
    __asm__ volatile("lw %0, 1(%1)" : "=r"(word) : "r"(address) : "memory");
    __asm__ volatile("lh %0, 3(%1)" : "=r"(half) : "r"(address) : "memory");
    if (word != 0x84838281 || half != 0xFFFF8483)
        return false;
    __asm__ volatile("lhu %0, 3(%1)" : "=r"(half) : "r"(address) : "memory");
    __asm__ volatile("sw %0, 6(%1)" ::"r"(0x11223344), "r"(address) : "memory");
    __asm__ volatile("sh %0, 11(%1)" ::"r"(0x5566), "r"(address) : "memory");
    return half == 0x8483 && bytes[5] == 0x85 && bytes[6] == 0x44 && bytes[9] == 0x11 &&
           bytes[10] == 0x8A && bytes[11] == 0x66 && bytes[12] == 0x55 && bytes[13] == 0x8D;
}

/* What the firmware cannot carry out comes back as the supervisor's own trap. */
static bool redirected(void)
{
    uint32_t word, address = (uint32_t)(uintptr_t)&trapped + 2;

    trapped.cause = 0;
    __asm__ volatile("lw %0, 0(%1)" : "=r"(word) : "r"(0x40000001) : "memory");
    if (trapped.cause != 5 || trapped.tval != 0x40000001)
        return false;
    __asm__ volatile("sw zero, 0(%0)" ::"r"(0x40000002) : "memory");
    if (trapped.cause != 7 || trapped.tval != 0x40000002)
        return false;
    __asm__ volatile("amoadd.w zero, zero, (%0)" ::"r"(address) : "memory");
    return trapped.cause == 6 && trapped.tval == address;
}

/* The tree handed on: magic number, and the image's own first words in place */
static bool handed_on(const uint32_t *tree)
{
    return tree && ((uintptr_t)tree & 7) == 0 && tree[0] == 0xEDFE0DD0 &&
           *(volatile uint32_t *)0x80000004 == 0x5AFE5AFE;
}

void test_main(uint32_t hart, const uint32_t *tree)
{
    report("handover", hart == 0 && handed_on(tree));
    report("base", base());
    report("timer", timer());
    report("ipi", ipi());
    report("rfence", rfence());
    report("hsm", hsm());
    report("console", console());
    report("misaligned", misaligned());
    report("redirected", redirected());
    report("reset-parameters", sbi(SRST, 0, 9, 0, 0).error == INVALID_PARAM &&
                                   sbi(SRST, 1, 0, 0, 0).error == NOT_SUPPORTED);
    sbi(SRST, 0, 0, failed, 0);
}
