/* Translate filter for GTKWave: turns the values of one kind of signal into words
 * and colours. GTKWave starts it, writes one value a line (hexadecimal) and
 * reads one line back; "?Colour?text" colours the cell.
 *
 *   filter KIND          with KIND from the table at the end of this file
 *
 * Symbols come from the environment: GATEHOUSE_ELF is the image, GATEHOUSE_MODULES
 * a list "ASID=FILE ..." of the modules' programs.
 * SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../sim/common/disasm.h"
#include "../../sim/common/elf_image.h"
#include "../../sim/common/isa_names.h"

#define TEXT 160
#define ASIDS 512

/* A field of a bundle: signals side by side, the first one highest. */
#define FIELD(v, low, bits) ((uint32_t)((v) >> (low) & ((UINT64_C(1) << (bits)) - 1)))
#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const char mode_colour[4][12] = {"PaleGreen", "LightBlue", "gray80", "LightSalmon"};

static struct elf_image *kernel, *modules[ASIDS];

/* ---- Symbols */

static struct elf_image *open_image(const char *path)
{
    struct elf_image *image = NULL;

    if (path && *path) {
        char message[ELF_IMAGE_MESSAGE];

        elf_image_open(&image, path, message);
    }
    return image;
}

static void open_symbols(void)
{
    const char *list = getenv("GATEHOUSE_MODULES");
    char *words, *save = NULL;

    kernel = open_image(getenv("GATEHOUSE_ELF"));
    words = strdup(list ? list : "");
    for (char *w = strtok_r(words, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
        char *file;
        unsigned long asid = strtoul(w, &file, 10);

        if (*file == '=' && asid < ASIDS)
            modules[asid] = open_image(file + 1);
    }
    free(words);
}

static const struct elf_image *symbols_of(unsigned mode, unsigned asid)
{
    return mode == 0 ? modules[asid] : kernel;
}

/* ---- Kinds. v is the value, buf has TEXT bytes and is empty. */

static void mode(uint64_t v, char *buf)
{
    snprintf(buf, TEXT, "?%s?%s", mode_colour[v & 3], isa_mode_name(v & 3));
}

/* {valid, insn} */
static void insn(uint64_t v, char *buf)
{
    if (FIELD(v, 32, 1)) {
        char text[DISASM_TEXT];

        snprintf(buf, TEXT, "%s", disasm((uint32_t)v, 0, NULL, text));
    }
}

/* {valid, mode, upmar[31], upmar ASID, satp ASID, pc} */
static void pc(uint64_t v, char *buf)
{
    unsigned m = FIELD(v, 51, 2);
    unsigned asid = FIELD(v, 50, 1) ? FIELD(v, 41, 9) : FIELD(v, 32, 9);
    uint32_t offset;
    const char *name;

    if (!FIELD(v, 53, 1))
        return;
    name = elf_image_name_at(symbols_of(m, asid), (uint32_t)v, &offset);
    if (name)
        snprintf(buf, TEXT, offset ? "?%s?%s+%x" : "?%s?%s", mode_colour[m], name, offset);
    else
        snprintf(buf, TEXT, "?%s?%08" PRIx32, mode_colour[m], (uint32_t)v);
}

/* {valid, interrupt, cause[4:0]} */
static void trap(uint64_t v, char *buf)
{
    if (FIELD(v, 6, 1))
        snprintf(buf, TEXT, "?%s?%s", FIELD(v, 5, 1) ? "plum" : "salmon",
                 isa_cause_name(FIELD(v, 5, 1) << 31 | FIELD(v, 0, 5)));
}

/* mcause or scause as it stands */
static void cause(uint64_t v, char *buf)
{
    snprintf(buf, TEXT, "%s", isa_cause_name((uint32_t)v));
}

/* {valid, entry} */
static void pte(uint64_t v, char *buf)
{
    char flags[ISA_PTE_FLAGS];

    if (!FIELD(v, 32, 1))
        return;
    isa_pte_flags((uint32_t)v, flags);
    if (!(v & 1))
        snprintf(buf, TEXT, "?salmon?%08" PRIx32 " not valid", (uint32_t)v);
    else
        snprintf(buf, TEXT, "?%s?%06" PRIx32 " %s", v & 0xE ? "PaleGreen" : "LightBlue",
                 FIELD(v, 10, 22), flags);
}

/* {valid, address}: page number and offset */
static void va(uint64_t v, char *buf)
{
    if (FIELD(v, 32, 1))
        snprintf(buf, TEXT, "%05x:%03x", FIELD(v, 12, 20), FIELD(v, 0, 12));
}

/* {valid, page number}: the indexes at both levels */
static void vpn(uint64_t v, char *buf)
{
    if (FIELD(v, 20, 1))
        snprintf(buf, TEXT, "VPN %05x = indexes %03x, %03x", FIELD(v, 0, 20), FIELD(v, 10, 10),
                 FIELD(v, 0, 10));
}

/* {valid, 34-bit physical address} */
static void pa(uint64_t v, char *buf)
{
    if (FIELD(v, 34, 1))
        snprintf(buf, TEXT, "%06x:%03x", FIELD(v, 12, 22), FIELD(v, 0, 12));
}

/* satp or upmar */
static void map(uint64_t v, char *buf)
{
    if (FIELD(v, 31, 1))
        snprintf(buf, TEXT, "ASID %u, root %06x", FIELD(v, 22, 9), FIELD(v, 0, 22));
    else
        snprintf(buf, TEXT, "no map");
}

/* {valid, hit, allowed} of a first-level TLB */
static void tlb(uint64_t v, char *buf)
{
    if (!FIELD(v, 2, 1))
        return;
    if (!FIELD(v, 1, 1))
        snprintf(buf, TEXT, "?salmon?miss");
    else
        snprintf(buf, TEXT, FIELD(v, 0, 1) ? "?PaleGreen?hit" : "?salmon?refused");
}

/* {serving, answered, hit}: the TLB answers in the first cycle of serving */
static void answer(uint64_t v, char *buf)
{
    if (FIELD(v, 1, 2) == 2)
        snprintf(buf, TEXT, FIELD(v, 0, 1) ? "?PaleGreen?hit" : "?salmon?miss");
}

/* {done, fault, page fault, for data}: how a walk ended */
static void walk(uint64_t v, char *buf)
{
    if (!FIELD(v, 3, 1))
        return;
    if (FIELD(v, 2, 1))
        snprintf(buf, TEXT, FIELD(v, 1, 1) ? "?salmon?page fault" : "?salmon?access fault");
    else
        snprintf(buf, TEXT, FIELD(v, 0, 1) ? "?PaleGreen?fill data" : "?PaleGreen?fill fetch");
}

/* {sent round again, reason} */
static void again(uint64_t v, char *buf)
{
    static const char *const why[] = {"busy", "TLB", "line", "access"};

    if (FIELD(v, 2, 1))
        snprintf(buf, TEXT, "?khaki?%s", why[v & 3]);
}

/* rvfi_event: what the counters count, but for cycles without retirement */
static void events(uint64_t v, char *buf)
{
    static const char *const names[] = {
        "fetch TLB miss", "data TLB miss", "map read", "flush", "GATE", "TRAP", "icache miss",
        "dcache miss", "mispredicted",
    };
    size_t n = 0;

    for (unsigned i = 0; i < COUNT(names); i++)
        if (v >> i & 1)
            n += (size_t)snprintf(buf + n, TEXT - n, "%s%s", n ? ", " : "", names[i]);
}

/* {valid, gate name} */
static void gate(uint64_t v, char *buf)
{
    if (FIELD(v, 32, 1))
        snprintf(buf, TEXT, "?PaleGreen?gate %" PRIu32, (uint32_t)v);
}

/* {valid, descriptor} */
static void descriptor(uint64_t v, char *buf)
{
    char where[96];

    if (!FIELD(v, 32, 1))
        return;
    if ((v & 3) != 1) {
        snprintf(buf, TEXT, "?salmon?%08" PRIx32 " not valid", (uint32_t)v);
        return;
    }
    elf_image_format_addr(kernel, (uint32_t)v & ~3u, where, sizeof where);
    snprintf(buf, TEXT, "?LightBlue?%s", where[0] ? where : "?");
}

/* {valid, rd, value} */
static void reg(uint64_t v, char *buf)
{
    if (FIELD(v, 37, 1) && FIELD(v, 32, 5))
        snprintf(buf, TEXT, "%s = %08" PRIx32, isa_reg_name(FIELD(v, 32, 5)), (uint32_t)v);
}

/* ---- States, by the names in the RTL. The state of rest, 0, has no colour. */

#define STATES 16
#include "states.h"

static void state(uint64_t v, char *buf, const char *const names[STATES])
{
    const char *name = v < STATES ? names[v] : NULL;

    if (!name)
        snprintf(buf, TEXT, "?salmon?%u", (unsigned)v);
    else
        snprintf(buf, TEXT, "%s%s", v ? "?khaki?" : "", name);
}

static void state_fetch(uint64_t v, char *buf) { state(v, buf, states_fetch); }
static void state_walker(uint64_t v, char *buf) { state(v, buf, states_walker); }
static void state_dcache(uint64_t v, char *buf) { state(v, buf, states_dcache); }
static void state_gate(uint64_t v, char *buf) { state(v, buf, states_gate); }

/* {serving, for data} */
static void state_mmu(uint64_t v, char *buf)
{
    snprintf(buf, TEXT, FIELD(v, 1, 1) ? "?khaki?serves %s" : "idle", FIELD(v, 0, 1) ? "data" : "fetch");
}

static const struct {
    const char *name;
    void (*text)(uint64_t v, char *buf);
} kinds[] = {
    {"mode", mode}, {"insn", insn}, {"pc", pc}, {"trap", trap}, {"cause", cause}, {"pte", pte},
    {"va", va}, {"vpn", vpn}, {"pa", pa}, {"map", map}, {"tlb", tlb}, {"answer", answer},
    {"walk", walk}, {"again", again}, {"events", events}, {"gate", gate},
    {"descriptor", descriptor}, {"reg", reg}, {"state-fetch", state_fetch},
    {"state-walker", state_walker}, {"state-dcache", state_dcache}, {"state-gate", state_gate},
    {"state-mmu", state_mmu},
};

int main(int argc, char **argv)
{
    void (*text)(uint64_t v, char *buf) = NULL;
    char line[256];

    for (size_t i = 0; argc == 2 && i < COUNT(kinds); i++)
        if (strcmp(argv[1], kinds[i].name) == 0)
            text = kinds[i].text;
    if (!text) {
        fprintf(stderr, "usage: filter KIND, with KIND one of\n");
        for (size_t i = 0; i < COUNT(kinds); i++)
            fprintf(stderr, "  %s\n", kinds[i].name);
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    open_symbols();
    while (fgets(line, sizeof line, stdin)) {
        char buf[TEXT] = "", *end;
        uint64_t v = strtoull(line, &end, 16);

        line[strcspn(line, "\n")] = 0;
        if (end == line || *end) /* x and z: as they are */
            snprintf(buf, sizeof buf, "?salmon?%.100s", line);
        else
            text(v, buf);
        puts(buf[0] ? buf : " ");
    }
    return 0;
}
