/* The inside of the reference model: the state of the machine, and what the
 * parts of the model (one file each) offer one another. Users of the model
 * include model.h instead.
 * Section numbers are those of the RISC-V manuals: "unpriv" is Volume I
 * (20191213), "priv" is Volume II (20211203, version 1.12).
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_MACHINE_H
#define GATEHOUSE_MACHINE_H

#include "devices/clint.h"
#include "devices/plic.h"
#include "devices/spi.h"
#include "devices/uart.h"
#include "model.h"
#include "stale.h"
#include "translate.h"

enum mode { MODE_U = 0, MODE_S = 1, MODE_M = 3 };

/* Storage behind the CSRs. Fields that only ever read zero have none. */
struct csrs {
    uint32_t mstatus, medeleg, mideleg, mie, mtvec, mcounteren, mcountinhibit;
    uint32_t mscratch, mepc, mcause, mtval, menvcfg, menvcfgh;
    uint32_t stvec, scounteren, senvcfg, sscratch, sepc, scause, stval, satp;
    uint32_t upmar, gtbl;
    uint32_t mip_soft; /* the writable bits of mip: SSIP, STIP, SEIP */
    uint64_t stimecmp;
    uint64_t mcycle, minstret;
    uint64_t hpm[13]; /* mhpmcounter3 to 12 by number, 40 bits each */
};

struct model {
    struct model_config config;

    uint32_t x[32], pc;
    enum mode mode;
    struct csrs csr;
    bool reserved; /* the reservation of LR (unpriv 8.2): one word */
    uint64_t reserved_paddr;

    uint8_t *dram;
    uint8_t rom[MODEL_ROM_BYTES];
    struct translation_cache tc;
    struct stale_log stale;
    bool fetch_by_upmar, data_by_upmar; /* map in use, kept with ASID_BITS=0 only */

    /* The instruction under way. */
    struct retire *r;           /* its record, being filled */
    struct retire unwanted;     /* where the record goes if nobody wants it */
    uint32_t insn, next_pc;
    uint32_t trap_cause, trap_tval; /* valid once raise() was called */
    bool minstret_written;
    bool redirects;      /* xRET or CSR write: interrupts are due right after */
    bool touched_device; /* it loaded or stored in a device's window */
    bool wrote_stimecmp;

    /* Stand-alone: the devices, and the interrupt lines out of them. */
    struct clint clint;
    struct plic plic;
    struct uart uart;
    struct spi spi;
    uint32_t device_mip; /* MEIP, SEIP, MSIP as the devices drive them */

    /* Lockstep: what the RTL reports of this instruction, and what is
     * remembered of earlier ones to judge its interrupts. */
    const struct retire *rtl;
    uint32_t last_mip;
    unsigned waiting; /* instructions that an enabled interrupt has waited */

    bool has_tohost;
    uint32_t tohost;
    enum model_status status;
    int exit_code;
    char message[160];
};

/* trap.c: exceptions, interrupts and the returns from them (priv 3.1, 4.1).
 * raise() notes an exception of the current instruction and returns false, so
 * that what detects it can `return raise(...)`; the step loop then takes it. */
bool raise(struct model *m, uint32_t cause, uint32_t tval);
bool raise_illegal(struct model *m);
void take_trap(struct model *m, uint32_t cause, uint32_t tval);
void return_from_m(struct model *m);
void return_from_s(struct model *m);

/* interrupt.c: which interrupts are pending, and which is to be taken. */
uint32_t pending_bits(const struct model *m);
uint32_t chosen_interrupt(const struct model *m, uint32_t pending);
void judge_interrupt(struct model *m, const struct retire *rtl);

/* csr.c: false if the access raises illegal instruction. For a read-modify-
 * write instruction `csr_old_for_rmw` is the value it modifies. */
bool csr_accessible(const struct model *m, unsigned number, bool write);
uint32_t csr_read(const struct model *m, unsigned number);
uint32_t csr_old_for_rmw(const struct model *m, unsigned number, uint32_t read);
void csr_write(struct model *m, unsigned number, uint32_t value);

/* counters.c: the counter CSRs (Zicntr, Zihpm), part of csr.c's job. */
bool counter_exists(unsigned number);
bool counter_enabled(const struct model *m, unsigned number);
uint32_t counter_read(const struct model *m, unsigned number);
void counter_write(struct model *m, unsigned number, uint32_t value);
void count_event(struct model *m, unsigned counter);

/* execute*.c: false if the instruction raised an exception, else its effects
 * are done and next_pc is where it goes on. */
bool execute(struct model *m);
bool execute_alu(struct model *m);
bool execute_jump(struct model *m);
bool execute_memory(struct model *m);
bool execute_atomic(struct model *m);
bool execute_system(struct model *m);
bool execute_svc(struct model *m); /* gate.c */

/* Operands, with a note of their use in the record. */
uint32_t read_rs1(struct model *m);
uint32_t read_rs2(struct model *m);
void write_rd(struct model *m, uint32_t value);

#endif
