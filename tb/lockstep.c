/* See lockstep.h.
 * SPDX-License-Identifier: ISC */
#include "lockstep.h"

#include <stdlib.h>
#include <string.h>

#include "../sim/common/disasm.h"
#include "../sim/common/isa_names.h"
#include "../sim/model.h"
#include "../sim/common/describe.h"
#include "memory.h"

struct pair {
    struct retire rtl, model;
};

struct lockstep {
    struct model *model;
    struct pair *ring;
    unsigned last, at;      /* ring size; the latest entry */
    uint64_t count;
    uint64_t differences;   /* of the latest pair */
    enum model_status status;
};

struct lockstep *lockstep_new(unsigned asid_bits, const uint8_t *rom, size_t rom_bytes,
                              unsigned last)
{
    struct lockstep *ls = calloc(1, sizeof *ls);
    struct model_config config = {
        .dram_bytes = memory_size(),
        .asid_bits = asid_bits,
        .lockstep = true,
    };

    if (!ls)
        return NULL;
    ls->last = last ? last : 1;
    ls->ring = calloc(ls->last, sizeof *ls->ring);
    ls->model = model_new(&config);
    if (!ls->ring || !ls->model) {
        lockstep_free(ls);
        return NULL;
    }
    model_set_rom(ls->model, rom, rom_bytes);
    memcpy(model_dram(ls->model), memory_bytes(), memory_size());
    return ls;
}

void lockstep_free(struct lockstep *ls)
{
    if (!ls)
        return;
    if (ls->model)
        model_free(ls->model);
    free(ls->ring);
    free(ls);
}

struct model *lockstep_model(struct lockstep *ls)
{
    return ls->model;
}

void lockstep_reset(struct lockstep *ls)
{
    model_reset(ls->model);
}

bool lockstep_retire(struct lockstep *ls, const struct retire *rtl)
{
    struct pair *p;

    ls->at = ls->at + 1 == ls->last ? 0 : ls->at + 1;
    p = &ls->ring[ls->at];
    p->rtl = *rtl;
    ls->count++;
    ls->status = model_step_lockstep(ls->model, rtl, &p->model);
    ls->differences = retire_differences(rtl, &p->model);
    return !ls->differences && ls->status != MODEL_IMPOSSIBLE;
}

uint64_t lockstep_differences(const struct lockstep *ls)
{
    return ls->differences;
}

static void report_fields(const struct lockstep *ls, FILE *out)
{
    const struct pair *p = &ls->ring[ls->at];

    if (ls->status == MODEL_IMPOSSIBLE)
        fprintf(out, "  the model: %s\n", model_message(ls->model));
    if (!ls->differences)
        return;
    fprintf(out, "  %-16s %12s %12s\n", "field", "RTL", "model");
    for (unsigned f = 0; f < RF_COUNT; f++) {
        unsigned long long rtl, model;

        if (!(ls->differences >> f & 1))
            continue;
        rtl = retire_field_value(&p->rtl, f);
        model = retire_field_value(&p->model, f);
        fprintf(out, "  %-16s %#12llx %#12llx", retire_field_name(f), rtl, model);
        if (f == RF_CAUSE)
            fprintf(out, "  %s / %s", isa_cause_name((uint32_t)rtl),
                    isa_cause_name((uint32_t)model));
        fprintf(out, "\n");
    }
}

static void report_pair(const struct pair *p, FILE *out, const struct elf_image *symbols)
{
    char text[DISASM_TEXT], rtl[DESCRIBE_TEXT], model[DESCRIBE_TEXT], where[64];
    bool differ = retire_differences(&p->rtl, &p->model) != 0;
    const struct retire *r = &p->rtl;

    if (r->intr)
        fprintf(out, "  -- %s\n", isa_cause_name(r->intr_cause));
    fprintf(out, "%c %8llu %s %08x %-24s %-36s %-40s | %s\n", differ ? '*' : ' ',
            (unsigned long long)r->order, isa_mode_name(r->mode), r->pc,
            elf_image_format_addr(symbols, r->pc, where, sizeof where),
            r->insn ? disasm(r->insn, r->pc, symbols, text) : "(not fetched)",
            describe_effects(r, rtl), differ ? describe_effects(&p->model, model) : "same");
    r = &p->model;
    if (r->pc != p->rtl.pc || r->insn != p->rtl.insn || r->mode != p->rtl.mode)
        fprintf(out, "*   model: %s %08x %-24s %s\n", isa_mode_name(r->mode), r->pc,
                elf_image_format_addr(symbols, r->pc, where, sizeof where),
                r->insn ? disasm(r->insn, r->pc, symbols, text) : "(not fetched)");
}

void lockstep_report(const struct lockstep *ls, FILE *out, const struct elf_image *symbols)
{
    unsigned n = ls->count < ls->last ? (unsigned)ls->count : ls->last;

    report_fields(ls, out);
    fprintf(out, "the last %u instructions: order, mode, pc, instruction, what it did: RTL | model\n",
            n);
    for (unsigned i = n; i > 0; i--)
        report_pair(&ls->ring[(ls->at + ls->last - i + 1) % ls->last], out, symbols);
}
