/* See describe.h.
 * SPDX-License-Identifier: ISC */
#include "describe.h"

#include <stdbool.h>

#include "disasm.h"
#include "isa_names.h"
#include "text.h"

static void put_memory(struct text *t, const struct retire *r)
{
    unsigned lane = (unsigned)__builtin_ctz(r->mem_rmask | r->mem_wmask);

    if (r->mem_rmask)
        text_put(t, " read");
    if (r->mem_wmask)
        text_put(t, " write");
    text_put(t, " %08x", r->mem_addr + lane);
    if (r->mem_pte) {
        char flags[ISA_PTE_FLAGS];

        text_put(t, "->%09llx(%s)", (unsigned long long)r->mem_paddr + lane,
            isa_pte_flags(r->mem_pte, flags));
    }
    if (r->mem_rmask)
        text_put(t, " =%08x", r->mem_rdata);
    if (r->mem_wmask)
        text_put(t, " :=%08x", r->mem_wdata);
}

char *describe_effects(const struct retire *r, char buf[DESCRIBE_TEXT])
{
    struct text t = {buf, DESCRIBE_TEXT};

    buf[0] = 0;
    if (r->trap)
        text_put(&t, " TRAP %s, value %08x, to %08x", isa_cause_name(r->cause), r->tval, r->next_pc);
    if (r->rd)
        text_put(&t, " %s=%08x", isa_reg_name(r->rd), r->rd_val);
    if ((r->insn & 0x7F) == ISA_OPCODE_SVC && !r->trap)
        text_put(&t, " gate %u, descriptor %08x at %08llx", r->mem_addr, r->mem_rdata,
            (unsigned long long)r->mem_paddr);
    else if (r->mem_rmask | r->mem_wmask)
        put_memory(&t, r);
    if (r->next_mode != r->mode)
        text_put(&t, " %s->%s", isa_mode_name(r->mode), isa_mode_name(r->next_mode));
    return buf[0] == ' ' ? buf + 1 : buf;
}

void describe_log(FILE *out, const struct retire *r, const struct elf_image *symbols)
{
    char text[DISASM_TEXT], effects[DESCRIBE_TEXT];
    uint32_t offset;
    const char *name = elf_image_name_at(symbols, r->pc, &offset);

    if (r->intr)
        fprintf(out, "-- %s\n", isa_cause_name(r->intr_cause));
    if (name && offset == 0)
        fprintf(out, "<%s>:\n", name);
    fprintf(out, "%10llu %s %08x  %08x  %-36s  %s\n", (unsigned long long)r->cycle,
            isa_mode_name(r->mode), r->pc, r->insn,
            r->insn ? disasm(r->insn, r->pc, symbols, text) : "(not fetched)",
            describe_effects(r, effects));
}
