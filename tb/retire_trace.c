/* See retire_trace.h.
 * SPDX-License-Identifier: ISC */
#include "retire_trace.h"

#define EVENT_NO_RETIRE 0x200u

void retire_trace_begin(FILE *out)
{
    fputs("# cycle order mode pc insn next_pc trap intr rd value mem_addr mem_paddr read write "
          "rdata wdata mem_pte pc_paddr pc_pte mip mstatus mepc mcause mtval sepc scause stval "
          "satp upmar gtbl events\n", out);
}

void retire_trace_line(FILE *out, const struct retire *r, unsigned events)
{
    fprintf(out, "%llu %llu %u %08x %08x %08x %u %u ", (unsigned long long)r->cycle,
            (unsigned long long)r->order, r->mode, r->pc, r->insn, r->next_pc, r->trap, r->intr);
    fprintf(out, "%u %08x %08x %09llx %x %x %08x %08x %08x %09llx %08x ", r->rd, r->rd_val,
            r->mem_addr, (unsigned long long)r->mem_paddr, r->mem_rmask, r->mem_wmask,
            r->mem_rdata, r->mem_wdata, r->mem_pte, (unsigned long long)r->pc_paddr, r->pc_pte);
    fprintf(out, "%08x %08x %08x %08x %08x %08x %08x %08x %08x %08x %08x %03x\n", r->mip,
            r->mstatus, r->mepc, r->mcause, r->mtval, r->sepc, r->scause, r->stval, r->satp,
            r->upmar, r->gtbl, events & ~EVENT_NO_RETIRE);
}
