/* See describe.h.
 * SPDX-License-Identifier: ISC */
#include "describe.h"

#include <stdarg.h>
#include <stdbool.h>

#include "disasm.h"
#include "isa_names.h"

struct text {
    char *buf;
    size_t length;
};

__attribute__((format(printf, 2, 3)))
static void put(struct text *t, const char *fmt, ...)
{
    va_list ap;
    int n;

    va_start(ap, fmt);
    n = vsnprintf(t->buf + t->length, DESCRIBE_TEXT - t->length, fmt, ap);
    va_end(ap);
    if (n > 0)
        t->length += (size_t)n;
    if (t->length >= DESCRIBE_TEXT)
        t->length = DESCRIBE_TEXT - 1;
}

static void put_memory(struct text *t, const struct retire *r)
{
    unsigned lane = (unsigned)__builtin_ctz(r->mem_rmask | r->mem_wmask);

    if (r->mem_rmask)
        put(t, " read");
    if (r->mem_wmask)
        put(t, " write");
    put(t, " %08x", r->mem_addr + lane);
    if (r->mem_pte) {
        char flags[ISA_PTE_FLAGS];

        put(t, "->%09llx(%s)", (unsigned long long)r->mem_paddr + lane,
            isa_pte_flags(r->mem_pte, flags));
    }
    if (r->mem_rmask)
        put(t, " =%08x", r->mem_rdata);
    if (r->mem_wmask)
        put(t, " :=%08x", r->mem_wdata);
}

char *describe_effects(const struct retire *r, char buf[DESCRIBE_TEXT])
{
    struct text t = {buf, 0};

    buf[0] = 0;
    if (r->trap)
        put(&t, " TRAP %s, value %08x, to %08x", isa_cause_name(r->cause), r->tval, r->next_pc);
    if (r->rd)
        put(&t, " %s=%08x", isa_reg_name(r->rd), r->rd_val);
    if ((r->insn & 0x7F) == ISA_OPCODE_SVC && !r->trap)
        put(&t, " gate %u, descriptor %08x at %08llx", r->mem_addr, r->mem_rdata,
            (unsigned long long)r->mem_paddr);
    else if (r->mem_rmask | r->mem_wmask)
        put_memory(&t, r);
    if (r->next_mode != r->mode)
        put(&t, " %s->%s", isa_mode_name(r->mode), isa_mode_name(r->next_mode));
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
