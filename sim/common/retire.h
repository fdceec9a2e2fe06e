/* One retired (or trapped) instruction: what the RTL's RVFI port and the
 * reference model both report, and all that the tracers and comparers see.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_RETIRE_H
#define GATEHOUSE_RETIRE_H

#include <stdint.h>

struct retire {
    uint64_t order; /* counts records */
    uint64_t cycle; /* clock cycle; 0 in the model */
    uint32_t insn, pc, next_pc; /* insn is 0 if the fetch faulted */
    uint8_t mode, next_mode;    /* 0 U, 1 S, 3 M */
    uint8_t trap;               /* it raised an exception */
    uint8_t intr;               /* the first one after an interrupt was taken */
    uint32_t cause, tval;       /* valid if trap */
    uint32_t intr_cause;        /* valid if intr */

    uint8_t rs1, rs2, rd; /* 0 if unused */
    uint32_t rs1_val, rs2_val, rd_val;

    uint32_t mem_addr; /* virtual, aligned to 4 */
    uint8_t mem_rmask, mem_wmask; /* byte lanes */
    uint32_t mem_rdata, mem_wdata; /* lanes outside the masks are 0 */
    uint64_t mem_paddr, pc_paddr; /* physical, aligned to 4 */
    uint32_t mem_pte, pc_pte; /* leaf as read; 0 if untranslated or faulted */

    /* values after the instruction */
    uint32_t mstatus, mepc, mcause, mtval, sepc, scause, stval;
    uint32_t satp, upmar, gtbl;

    uint32_t mip; /* hardware pending bits it saw (from the RTL only) */
};

#endif
