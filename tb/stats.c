/* See stats.h.
 * SPDX-License-Identifier: ISC */
#include "stats.h"

#include "../sim/common/isa_names.h"

/* In the order of mhpmcounter3 to 12: for people, and as JSON keys. */
static const char *const event_names[MACHINE_EVENTS][2] = {
    {"instruction TLB misses", "itlb_misses"},
    {"data TLB misses", "dtlb_misses"},
    {"page-map words walked", "walker_reads"},
    {"TLB flushes", "tlb_flushes"},
    {"gate entries", "gate_entries"},
    {"traps taken", "traps"},
    {"instruction cache misses", "icache_misses"},
    {"data cache misses", "dcache_misses"},
    {"mispredictions", "mispredictions"},
    {"cycles with no retirement", "empty_cycles"},
};

void stats_retire(struct stats *s, const struct retire *r)
{
    s->interrupts += r->intr;
    if (r->trap) {
        s->exceptions++;
        s->by_cause[r->cause & 31]++;
        return;
    }
    s->instructions++;
    s->in_mode[r->mode & 3]++;
    s->gates += (r->insn & 0x7F) == ISA_OPCODE_SVC;
}

static double ratio(uint64_t a, uint64_t b)
{
    return b ? (double)a / (double)b : 0;
}

static void line(FILE *out, const char *name, uint64_t value)
{
    fprintf(out, "%-28s %12llu\n", name, (unsigned long long)value);
}

void stats_print(const struct stats *s, FILE *out)
{
    line(out, "cycles", s->cycles);
    line(out, "instructions", s->instructions);
    fprintf(out, "%-28s %12.3f\n", "instructions per cycle", ratio(s->instructions, s->cycles));
    line(out, "  in U", s->in_mode[0]);
    line(out, "  in S", s->in_mode[1]);
    line(out, "  in M", s->in_mode[3]);
    line(out, "gates", s->gates);
    line(out, "exceptions", s->exceptions);
    for (unsigned i = 0; i < 32; i++) {
        char name[64];

        snprintf(name, sizeof name, "  %s", isa_cause_name(i));
        if (s->by_cause[i])
            line(out, name, s->by_cause[i]);
    }
    line(out, "interrupts", s->interrupts);
    for (unsigned i = 0; i < MACHINE_EVENTS; i++)
        line(out, event_names[i][0], s->events[i]);
    if (s->seconds > 0)
        fprintf(out, "%-28s %12.0f\n", "cycles simulated a second", (double)s->cycles / s->seconds);
}

void stats_print_json(const struct stats *s, FILE *out)
{
    fprintf(out, "{\"cycles\": %llu, \"instructions\": %llu, \"ipc\": %.4f",
            (unsigned long long)s->cycles, (unsigned long long)s->instructions,
            ratio(s->instructions, s->cycles));
    fprintf(out, ", \"user_instructions\": %llu, \"supervisor_instructions\": %llu"
            ", \"machine_instructions\": %llu",
            (unsigned long long)s->in_mode[0], (unsigned long long)s->in_mode[1],
            (unsigned long long)s->in_mode[3]);
    fprintf(out, ", \"gates\": %llu, \"exceptions\": %llu, \"interrupts\": %llu",
            (unsigned long long)s->gates, (unsigned long long)s->exceptions,
            (unsigned long long)s->interrupts);
    for (unsigned i = 0; i < MACHINE_EVENTS; i++)
        fprintf(out, ", \"%s\": %llu", event_names[i][1], (unsigned long long)s->events[i]);
    fprintf(out, "}\n");
}
