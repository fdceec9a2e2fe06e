/* What is an event, and whose. The state of each module (was it stopped by a
 * gate, a fault, an interrupt?) decides what its next entry to U means; see
 * events.h for the rules that this follows.
 * SPDX-License-Identifier: ISC */
#include "events.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "event_text.h"
#include "isa_names.h"

#define ASIDS 512
#define NAME_BYTES 16
#define SEEN_SLOTS 4096 /* a power of two */
#define GATE_RESULT_HIDDEN 0x80

#define SATP_MODE 0x80000000u
#define MODE_U 0
#define MODE_M 3
#define CAUSE_FROM_S 9
#define CAUSE_FROM_M 11
#define CAUSE_UNDEFINED_GATE 24

enum stopped_by { NEVER_RAN, RUNNING, GATE, FAULT, INTERRUPT };

struct module {
    struct event_text text;
    unsigned asid;
    char name[NAME_BYTES];
    enum stopped_by state;
    uint32_t back;           /* where it goes on after a gate, or faulted */
    unsigned gate;
    uint32_t root;           /* the map it was last seen under, as in upmar */
    struct module *next;
};

struct extra_symbols {
    const char *module;
    const struct elf_image *image;
    struct extra_symbols *next;
};

struct seen { /* a translation that was written already */
    struct module *module;
    uint32_t key, pte, frame;
};

struct events {
    const struct elf_image *image;
    bool has_range, has_gates, wants_switches, has_booted, failed;
    uint32_t range_begin, range_end;
    uint32_t names_paddr, names_bytes;
    uint8_t names[ASIDS * NAME_BYTES];  /* what trace_names holds now */
    char given_names[ASIDS][NAME_BYTES];
    uint8_t gates[256];

    uint32_t x[32];
    uint32_t satp, upmar, gtbl;
    uint8_t mode; /* after the last instruction */
    struct module kernel, *modules;
    struct extra_symbols *symbols;
    struct seen seen[SEEN_SLOTS];
};

/* ---- Set up */

static void copy_initial(const struct events_config *config, const char *symbol, uint8_t *to,
                         uint32_t room, uint32_t *paddr, uint32_t *bytes)
{
    uint32_t address, size;
    const uint8_t *from;

    *bytes = 0;
    if (!elf_image_symbol(config->image, symbol, &address, &size))
        return;
    *paddr = address;
    *bytes = size < room ? size : room;
    from = config->memory ? config->memory(config->memory_ctx, address, *bytes) : NULL;
    if (from)
        memcpy(to, from, *bytes);
}

struct events *events_new(const struct events_config *config)
{
    struct events *ev = calloc(1, sizeof *ev);
    uint32_t paddr, bytes, unused;

    if (!ev)
        return NULL;
    ev->image = config->image;
    ev->mode = MODE_M;
    ev->has_range = config->has_range;
    ev->range_begin = config->range_begin;
    ev->range_end = config->range_end;
    if (!ev->has_range)
        ev->has_range = elf_image_symbol(config->image, "trace_begin", &ev->range_begin, NULL) &&
                        elf_image_symbol(config->image, "trace_end", &ev->range_end, NULL);
    copy_initial(config, "trace_names", ev->names, sizeof ev->names, &ev->names_paddr,
                 &ev->names_bytes);
    copy_initial(config, "trace_gates", ev->gates, sizeof ev->gates, &paddr, &bytes);
    ev->has_gates = bytes > 0;
    ev->wants_switches = elf_image_symbol(config->image, "trace_switches", &unused, NULL);
    return ev;
}

void events_free(struct events *ev)
{
    if (!ev)
        return;
    while (ev->modules) {
        struct module *m = ev->modules;

        ev->modules = m->next;
        event_text_free(&m->text);
        free(m);
    }
    while (ev->symbols) {
        struct extra_symbols *s = ev->symbols;

        ev->symbols = s->next;
        free(s);
    }
    event_text_free(&ev->kernel.text);
    free(ev);
}

void events_name_module(struct events *ev, unsigned asid, const char *name)
{
    if (asid < ASIDS)
        snprintf(ev->given_names[asid], NAME_BYTES, "%s", name);
}

void events_add_symbols(struct events *ev, const char *module, const struct elf_image *image)
{
    struct extra_symbols *s = calloc(1, sizeof *s);

    if (!s) {
        ev->failed = true;
        return;
    }
    *s = (struct extra_symbols){module, image, ev->symbols};
    ev->symbols = s;
}

/* ---- Modules */

static const char *name_of(const struct events *ev, unsigned asid)
{
    if (ev->given_names[asid][0])
        return ev->given_names[asid];
    return (const char *)ev->names + asid * NAME_BYTES; /* may lack its final zero */
}

/* The map that U runs under, as upmar or satp hold it. */
static uint32_t user_map(const struct events *ev)
{
    return ev->upmar & SATP_MODE ? ev->upmar : ev->satp;
}

static unsigned asid_of(uint32_t map)
{
    return map >> 22 & (ASIDS - 1);
}

/* The module that U runs as under the present map. NULL: out of memory. */
static struct module *current_module(struct events *ev)
{
    unsigned asid = asid_of(user_map(ev));
    const char *name = name_of(ev, asid);
    struct module *m;

    for (m = ev->modules; m; m = m->next)
        if (m->asid == asid && strncmp(m->name, name, NAME_BYTES - 1) == 0)
            return m;
    m = calloc(1, sizeof *m);
    if (!m) {
        ev->failed = true;
        return NULL;
    }
    m->asid = asid;
    memcpy(m->name, name, NAME_BYTES - 1);
    m->next = ev->modules;
    ev->modules = m;
    return m;
}

/* The section of what the kernel does now, or NULL if it is to be left out. */
static struct module *section_of_kernel(struct events *ev)
{
    struct module *m;

    if (!ev->has_booted)
        return &ev->kernel;
    m = current_module(ev);
    return m && (m->state == GATE || m->state == FAULT) ? m : NULL;
}

/* ---- Text */

__attribute__((format(printf, 4, 5)))
static void say(struct events *ev, struct module *section, bool open, const char *fmt, ...)
{
    char line[EVENT_LINE] = "  ";
    bool indent = section != &ev->kernel && (section->state == GATE || section->state == FAULT) &&
                  ev->mode != MODE_U;
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(indent ? line + 2 : line, sizeof line - 2, fmt, ap);
    va_end(ap);
    if (open)
        event_text_open(&section->text, line);
    else
        event_text_add(&section->text, line);
}

/* Code's place: symbol, or number. User code is looked up in its module's. */
static const char *place(struct events *ev, const struct module *m, uint32_t pc, bool user,
                         char buf[64])
{
    for (struct extra_symbols *s = ev->symbols; user && s; s = s->next)
        if ((!s->module || (m && strcmp(s->module, m->name) == 0)) &&
            *elf_image_format_addr(s->image, pc, buf, 64))
            return buf;
    if (!*elf_image_format_addr(ev->image, pc, buf, 64))
        snprintf(buf, 64, "0x%08x", pc);
    return buf;
}

static const char *value(uint32_t v, char buf[16])
{
    if ((int32_t)v > -4096 && (int32_t)v < 4096)
        snprintf(buf, 16, "%d", (int32_t)v);
    else
        snprintf(buf, 16, "0x%08x", v);
    return buf;
}

static unsigned long long root_of(uint32_t map)
{
    return (unsigned long long)(map & 0x3FFFFF) << 12;
}

/* ---- Gates, faults, entries */

static void gate_called(struct events *ev, struct module *m, const struct retire *r)
{
    char text[EVENT_LINE], entry[64], number[16];
    unsigned count = 4;
    size_t n;

    m->gate = r->mem_addr;
    m->back = r->pc + 4;
    if (ev->has_gates)
        count = ev->gates[m->gate & 255] & 7;
    n = (size_t)snprintf(text, sizeof text, "gate %u %s(", m->gate,
                         place(ev, NULL, r->next_pc, false, entry));
    for (unsigned i = 0; i < count && i < 4; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", i ? ", " : "",
                              value(ev->x[10 + i], number));
    ev->mode = MODE_U;
    say(ev, m, true, "%s)", text);
    m->state = GATE;
}

static void faulted(struct events *ev, struct module *m, const struct retire *r, bool user)
{
    char where[64];

    place(ev, m, r->pc, user, where);
    if (r->cause == CAUSE_UNDEFINED_GATE)
        say(ev, m, false, "fault: undefined gate at %s, name %u", where, r->tval);
    else if (r->tval)
        say(ev, m, false, "fault: %s at %s, %s 0x%08x", isa_cause_name(r->cause), where,
            r->cause == 2 ? "instruction" : "address", r->tval);
    else
        say(ev, m, false, "fault: %s at %s", isa_cause_name(r->cause), where);
}

static void user_entered(struct events *ev, uint32_t pc)
{
    struct module *m = current_module(ev);
    enum stopped_by was;
    char text[64];

    ev->has_booted = true;
    if (!m)
        return;
    was = m->state;
    if (was == INTERRUPT) {
        m->state = RUNNING;
        return;
    }
    if (m->root != user_map(ev)) {
        m->root = user_map(ev);
        if (m->root & SATP_MODE)
            say(ev, m, false, "%s = asid %u, root 0x%08llx",
                ev->upmar & SATP_MODE ? "upmar" : "satp", m->asid, root_of(m->root));
    }
    if (was == GATE && pc == m->back) {
        bool hidden = ev->has_gates && ev->gates[m->gate & 255] & GATE_RESULT_HIDDEN;
        char number[16];

        snprintf(text, sizeof text, " -> %s", value(ev->x[10], number));
        if (!event_text_complete(&m->text, hidden ? "" : text)) {
            if (hidden)
                say(ev, m, false, "return");
            else
                say(ev, m, false, "return %s", number);
        }
    } else if (was == FAULT && pc == m->back) {
        say(ev, m, false, "resume");
    } else {
        say(ev, m, false, "%s at %s", was == FAULT ? "resume" : "enter",
            place(ev, m, pc, true, text));
    }
    m->state = RUNNING;
}

/* An interrupt came before this instruction: whoever ran in U was stopped. */
static void interrupted(struct events *ev)
{
    struct module *m = ev->mode == MODE_U ? current_module(ev) : NULL;

    if (m && m->state == RUNNING)
        m->state = INTERRUPT;
}

static void trapped(struct events *ev, const struct retire *r)
{
    struct module *m;

    if (r->mode == MODE_U) {
        m = current_module(ev);
        if (!m)
            return;
        ev->mode = MODE_U;
        faulted(ev, m, r, true);
        m->state = FAULT;
        m->back = r->pc;
        return;
    }
    m = section_of_kernel(ev);
    if (r->cause == CAUSE_FROM_S || r->cause == CAUSE_FROM_M) {
        /* calls of the firmware: after the boot they come with timers */
        if (m == &ev->kernel)
            faulted(ev, m, r, false);
        return;
    }
    faulted(ev, m ? m : &ev->kernel, r, false);
}

/* ---- Maps and fences */

static void maps_changed(struct events *ev, const struct retire *r)
{
    uint32_t old_upmar = ev->upmar;

    if (r->gtbl != ev->gtbl) {
        ev->gtbl = r->gtbl;
        if (r->gtbl >> 31)
            say(ev, &ev->kernel, false, "gate table at 0x%08llx", root_of(r->gtbl));
        else
            say(ev, &ev->kernel, false, "gate table off");
    }
    if (r->satp != ev->satp) {
        ev->satp = r->satp;
        if (!ev->has_booted && r->satp & SATP_MODE)
            say(ev, &ev->kernel, false, "satp = kernel map, asid %u, root 0x%08llx",
                asid_of(r->satp), root_of(r->satp));
        else if (!ev->has_booted)
            say(ev, &ev->kernel, false, "satp = no map");
    }
    ev->upmar = r->upmar;
    if (ev->wants_switches && r->upmar != old_upmar)
        say(ev, &ev->kernel, false, "switch upmar: asid %u, root 0x%08llx -> asid %u, root 0x%08llx",
            asid_of(old_upmar), root_of(old_upmar), asid_of(r->upmar), root_of(r->upmar));
}

static void fenced(struct events *ev, const struct retire *r)
{
    struct module *m = section_of_kernel(ev);
    unsigned asid = r->rs2_val & (ASIDS - 1);

    if (!m)
        return;
    if ((r->insn >> 15 & 31) && (r->insn >> 20 & 31))
        say(ev, m, false, "fence 0x%08x asid %u", r->rs1_val & ~0xFFFu, asid);
    else if (r->insn >> 15 & 31)
        say(ev, m, false, "fence 0x%08x", r->rs1_val & ~0xFFFu);
    else if (r->insn >> 20 & 31)
        say(ev, m, false, "fence asid %u", asid);
    else
        say(ev, m, false, "fence all");
}

/* ---- Translations of interest */

static bool is_new(struct events *ev, struct module *m, char kind, uint32_t va, uint32_t pte,
                   uint64_t pa)
{
    uint32_t key = (va & ~0xFFFu) | (uint32_t)kind, frame = (uint32_t)(pa >> 12);
    size_t slot = ((key ^ m->asid << 12) * UINT32_C(2654435761)) >> 16 & (SEEN_SLOTS - 1);

    for (size_t i = 0; i < 16; i++, slot = (slot + 1) & (SEEN_SLOTS - 1)) {
        struct seen *s = &ev->seen[slot];

        if (s->module && (s->module != m || s->key != key))
            continue;
        if (s->module && s->pte == pte && s->frame == frame)
            return false;
        *s = (struct seen){m, key, pte, frame};
        return true;
    }
    return true; /* the neighbourhood is full: better twice than never */
}

static void translated(struct events *ev, uint8_t mode, const char *kind, uint32_t va, uint64_t pa,
                       uint32_t pte)
{
    struct module *m;

    if (va < ev->range_begin || va >= ev->range_end)
        return;
    m = mode == MODE_U ? current_module(ev) : section_of_kernel(ev);
    if (!m || !is_new(ev, m, kind[0], va, pte, pa))
        return;
    if (pte) {
        char flags[ISA_PTE_FLAGS];

        say(ev, m, false, "%s 0x%08x -> 0x%08llx (%s)", kind, va, (unsigned long long)pa,
            isa_pte_flags(pte, flags));
    } else {
        say(ev, m, false, "%s 0x%08x -> 0x%08llx (no map)", kind, va, (unsigned long long)pa);
    }
}

static void watch_names(struct events *ev, const struct retire *r)
{
    for (unsigned i = 0; i < 4; i++) {
        uint64_t at = r->mem_paddr + i - ev->names_paddr;

        if (r->mem_wmask >> i & 1 && at < ev->names_bytes)
            ev->names[at] = (uint8_t)(r->mem_wdata >> (8 * i));
    }
}

/* ---- The stream */

static bool is_gate(const struct retire *r)
{
    return (r->insn & 0x7F) == ISA_OPCODE_SVC;
}

void events_retire(struct events *ev, const struct retire *r)
{
    if (r->intr)
        interrupted(ev);
    ev->mode = r->mode;
    if (ev->has_range && !r->trap) {
        translated(ev, r->mode, "fetch", r->pc, r->pc_paddr | (r->pc & 3), r->pc_pte);
        if ((r->mem_rmask || r->mem_wmask) && !is_gate(r))
            translated(ev, r->mode, !r->mem_wmask ? "load" : r->mem_rmask ? "amo" : "store",
                       r->mem_addr, r->mem_paddr, r->mem_pte);
    }
    if (ev->names_bytes && r->mem_wmask)
        watch_names(ev, r);
    if (r->satp != ev->satp || r->upmar != ev->upmar || r->gtbl != ev->gtbl)
        maps_changed(ev, r);

    if (r->trap) {
        trapped(ev, r);
    } else if (is_gate(r)) {
        struct module *m = current_module(ev);

        if (m)
            gate_called(ev, m, r);
    } else if (r->insn == ISA_SRET || r->insn == ISA_MRET) {
        char where[64];

        if (r->next_mode == MODE_U)
            user_entered(ev, r->next_pc);
        else if (r->mode == MODE_M && !ev->has_booted)
            say(ev, &ev->kernel, false, "enter %s at %s", isa_mode_name(r->next_mode),
                place(ev, NULL, r->next_pc, false, where));
    } else if ((r->insn & 0xFE007FFF) == 0x12000073) {
        fenced(ev, r);
    }
    ev->mode = r->next_mode;
    if (r->rd)
        ev->x[r->rd] = r->rd_val;
}

static int by_name(const void *a, const void *b)
{
    const struct module *x = *(struct module *const *)a, *y = *(struct module *const *)b;
    int order = strcmp(x->name, y->name);

    return order ? order : (int)x->asid - (int)y->asid;
}

bool events_write(struct events *ev, FILE *out, int exit_code)
{
    struct module **sorted;
    size_t count = 0, i = 0;
    bool ok = !ev->failed;

    for (struct module *m = ev->modules; m; m = m->next)
        count++;
    sorted = calloc(count + 1, sizeof(struct module *));
    if (!sorted)
        return false;
    for (struct module *m = ev->modules; m; m = m->next)
        sorted[i++] = m;
    qsort(sorted, count, sizeof(struct module *), by_name);

    fprintf(out, "== kernel\n");
    ok = event_text_write(&ev->kernel.text, out) && ok;
    for (i = 0; i < count; i++) {
        if (sorted[i]->state == NEVER_RAN)
            continue;
        if (sorted[i]->name[0])
            fprintf(out, "== module %s\n", sorted[i]->name);
        else
            fprintf(out, "== module of asid %u\n", sorted[i]->asid);
        ok = event_text_write(&sorted[i]->text, out) && ok;
    }
    fprintf(out, "== end\nexit %d\n", exit_code);
    free(sorted);
    return ok && !ferror(out);
}
