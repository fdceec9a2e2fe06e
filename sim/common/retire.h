/* The record of one retired (or trapped) instruction, as both the RTL's RVFI
 * port and the reference model report it. Owns the layout and the list of
 * fields on which the two must agree; everything else only fills or reads it.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_RETIRE_H
#define GATEHOUSE_RETIRE_H

#include <stddef.h>
#include <stdint.h>

struct retire {
    uint64_t order;                      /* counts records from 0 */
    uint64_t cycle;                      /* RTL only; 0 in the model */
    uint32_t insn;                       /* 0 if the fetch faulted */
    uint32_t pc, next_pc;                /* next_pc: the handler's if trap */
    uint8_t mode, next_mode;             /* 0 = U, 1 = S, 3 = M */
    uint8_t trap;                        /* this instruction raised an exception */
    uint8_t intr;                        /* first instruction after an interrupt */
    uint32_t cause, tval;                /* valid if trap */
    uint32_t intr_cause;                 /* valid if intr; bit 31 set */
    uint8_t rs1, rs2, rd;                /* 0 if unused */
    uint32_t rs1_val, rs2_val, rd_val;
    uint32_t mem_addr;                   /* virtual, aligned to 4 */
    uint8_t mem_rmask, mem_wmask;        /* byte lanes; lanes outside are 0 in the data */
    uint32_t mem_rdata, mem_wdata;
    uint64_t mem_paddr, pc_paddr;        /* 34 bits, aligned to 4 */
    uint32_t mem_pte, pc_pte;            /* leaf as read; 0 if untranslated or faulted */
    uint32_t mstatus, mepc, mcause, mtval, sepc, scause, stval, satp, upmar, gtbl; /* after it */
    uint32_t mip;                        /* pending interrupts it saw (RTL only; the model copies it) */
};

/* The fields on which RTL and model must agree, in the order they are shown. */
enum retire_field {
    RF_PC, RF_INSN, RF_MODE, RF_TRAP, RF_CAUSE, RF_TVAL, RF_INTR, RF_INTR_CAUSE,
    RF_NEXT_PC, RF_NEXT_MODE,
    RF_RS1, RF_RS1_VAL, RF_RS2, RF_RS2_VAL, RF_RD, RF_RD_VAL,
    RF_MEM_ADDR, RF_MEM_RMASK, RF_MEM_WMASK, RF_MEM_RDATA, RF_MEM_WDATA,
    RF_MEM_PADDR, RF_MEM_PTE, RF_PC_PADDR, RF_PC_PTE,
    RF_MSTATUS, RF_MEPC, RF_MCAUSE, RF_MTVAL, RF_SEPC, RF_SCAUSE, RF_STVAL,
    RF_SATP, RF_UPMAR, RF_GTBL,
    RF_COUNT
};

/* Name of a field, as it is printed and as RVFI calls it (without "rvfi_"). */
const char *retire_field_name(enum retire_field f);

/* Value of a field, widened. */
uint64_t retire_field_value(const struct retire *r, enum retire_field f);

/* The fields in which two records differ: bit f is set for each such field f.
 * A field that has no meaning in either record (the cause of an instruction
 * that did not trap, source registers of one that did) is not compared. */
uint64_t retire_differences(const struct retire *rtl, const struct retire *model);

#endif
