/* One instruction, one line; an interrupt before it has a line of its own.
 * SPDX-License-Identifier: ISC */
#include "insn_log.h"

#include <inttypes.h>

#include "common/disasm.h"
#include "common/isa_names.h"

static void log_access(FILE *out, const char *kind, const struct retire *r,
                       uint32_t data)
{
    fprintf(out, "  %s 0x%08" PRIx32 " [0x%09" PRIx64 "] %08" PRIx32, kind,
            r->mem_addr, r->mem_paddr, data);
}

void insn_log(FILE *out, const struct elf_image *symbols,
              const struct retire *r)
{
    char text[DISASM_TEXT];

    if (r->intr)
        fprintf(out, "-- %s\n", isa_cause_name(r->intr_cause));
    fprintf(out, "%s 0x%08" PRIx32 " %08" PRIx32 "  %-32s",
            isa_mode_name(r->mode), r->pc, r->insn,
            disasm(r->insn, r->pc, symbols, text));
    if (r->rd)
        fprintf(out, "  %s=0x%08" PRIx32, isa_reg_name(r->rd), r->rd_val);
    if (r->mem_rmask)
        log_access(out, "read", r, r->mem_rdata);
    if (r->mem_wmask)
        log_access(out, "write", r, r->mem_wdata);
    if (r->trap)
        fprintf(out, "  ** %s, tval 0x%08" PRIx32, isa_cause_name(r->cause),
                r->tval);
    fputc('\n', out);
}
