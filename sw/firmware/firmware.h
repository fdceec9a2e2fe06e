/* What the firmware's files share: the saved registers, CSR access, and one
 * function or two from each. Everything here runs in M mode, on one hart, with
 * interrupts off.
 * SPDX-License-Identifier: ISC */
#ifndef FIRMWARE_H
#define FIRMWARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "csr.h"
#include "devices.h" /* from the device tree */

#define DRAM_BASE 0x80000000u
#define CLINT_MTIMECMP ((volatile uint32_t *)(DEVICE_CLINT + 0x4000))
#define FINISHER ((volatile uint32_t *)DEVICE_TEST)
#define UART ((volatile uint8_t *)DEVICE_SERIAL)

#define MIP_SSIP 0x002
#define MIP_STIP 0x020
#define MIP_MTIP 0x080

#define CSR_READ(csr) \
    ({ \
        uint32_t v_; \
        __asm__ volatile("csrr %0, %1" : "=r"(v_) : "i"(csr)); \
        v_; \
    })
#define CSR_WRITE(csr, v) __asm__ volatile("csrw %0, %1" ::"i"(csr), "rK"(v) : "memory")
#define CSR_SET(csr, v) __asm__ volatile("csrs %0, %1" ::"i"(csr), "rK"(v) : "memory")
#define CSR_CLEAR(csr, v) __asm__ volatile("csrc %0, %1" ::"i"(csr), "rK"(v) : "memory")

/* Standard CSRs by number, for the macros above */
#define CSR_SSTATUS 0x100
#define CSR_STVEC 0x105
#define CSR_SCOUNTEREN 0x106
#define CSR_SEPC 0x141
#define CSR_SCAUSE 0x142
#define CSR_STVAL 0x143
#define CSR_SATP 0x180
#define CSR_MSTATUS 0x300
#define CSR_MEDELEG 0x302
#define CSR_MIDELEG 0x303
#define CSR_MIE 0x304
#define CSR_MTVEC 0x305
#define CSR_MCOUNTEREN 0x306
#define CSR_MEPC 0x341
#define CSR_MCAUSE 0x342
#define CSR_MTVAL 0x343
#define CSR_MIP 0x344
#define CSR_MVENDORID 0xF11
#define CSR_MARCHID 0xF12
#define CSR_MIMPID 0xF13

#define MCAUSE_MTI (CAUSE_INTERRUPT | 7)

/* Registers of the interrupted code by number; x[0] is zero. */
struct frame {
    uint32_t x[32];
};
enum { A0 = 10, A1, A2, A3, A4, A5, A6, A7 };

/* timer.c: `deadline` is in ticks of mtime; all ones for never. */
void timer_init(void);
void timer_set(uint64_t deadline);
void timer_expired(void);

/* uart.c: putc waits for room in the transmitter, getc gives -1 if there is nothing. */
void uart_init(void);
void uart_putc(char c);
int uart_getc(void);

/* fdt.c: copies the tree to `to` (`room` bytes) and fills in the memory's size, the
 * firmware's own memory [own, own_end) and the RAM disk [disk, disk_end). False if `from`
 * is not a device tree or does not fit. */
bool fdt_adopt(void *to, size_t room, const void *from, uint32_t own, uint32_t own_end,
               uint32_t disk, uint32_t disk_end);

/* sbi.c: serves the call whose arguments are in the frame. */
void sbi_call(struct frame *f);

/* misaligned.c: carries out the load or store that trapped, or hands the trap on to S. */
void misaligned_access(struct frame *f, uint32_t cause);

/* trap.c: makes S mode take the trap as if it had been delegated. */
void trap_redirect(uint32_t cause, uint32_t tval);
_Noreturn void power_off(uint32_t finisher_word);

#endif
