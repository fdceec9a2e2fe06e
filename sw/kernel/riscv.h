/* The processor as the kernel sees it: CSR access, fences, time.
 * SPDX-License-Identifier: ISC */
#ifndef KERNEL_RISCV_H
#define KERNEL_RISCV_H

#include "abi.h"
#include "csr.h"

#include <stdint.h>

#define CSR_STR_(x) #x
#define CSR_STR(x) CSR_STR_(x)
#define csr_read(csr)                                                     \
    ({                                                                    \
        uint32_t v_;                                                      \
        asm volatile("csrr %0, " CSR_STR(csr) : "=r"(v_)::"memory");      \
        v_;                                                               \
    })
#define csr_write(csr, v) \
    asm volatile("csrw " CSR_STR(csr) ", %0" ::"rK"((uint32_t)(v)) : "memory")
#define csr_set(csr, v) \
    asm volatile("csrs " CSR_STR(csr) ", %0" ::"rK"((uint32_t)(v)) : "memory")
#define csr_clear(csr, v) \
    asm volatile("csrc " CSR_STR(csr) ", %0" ::"rK"((uint32_t)(v)) : "memory")

extern struct counters counters; /* of the kernel's doings (sched.c) */

#define SATP_PPN 0x3FFFFF

/* Interrupt bits of sie and sip */
#define INT_TIMER (1u << 5)
#define INT_EXTERNAL (1u << 9)

static inline void fence_page(uint32_t va, uint32_t asid)
{
    counters.fences++;
    asm volatile("sfence.vma %0, %1" ::"r"(va), "r"(asid) : "memory");
}

static inline void fence_asid(uint32_t asid)
{
    counters.fences++;
    asm volatile("sfence.vma zero, %0" ::"r"(asid) : "memory");
}

static inline void fence_all(void)
{
    asm volatile("sfence.vma" ::: "memory");
}

static inline void fence_code(void)
{
    asm volatile("fence.i" ::: "memory");
}

static inline uint64_t time_now(void)
{
    uint32_t hi, lo, again;
    do {
        hi = csr_read(timeh);
        lo = csr_read(time);
        again = csr_read(timeh);
    } while (hi != again);
    return (uint64_t)hi << 32 | lo;
}

/* The timer interrupt comes when time reaches `when`; never early. */
static inline void timer_set(uint64_t when)
{
    csr_write(CSR_STIMECMP, -1);
    csr_write(CSR_STIMECMPH, when >> 32);
    csr_write(CSR_STIMECMP, when);
}

#endif
