/* Single bits flipped inside the machine while a scenario runs, and what comes
 * of it. The real simulator is linked in; each run is a child process.
 *
 *     flips --seed=N --count=N --json=FILE IMAGE.elf... -- OPTIONS
 *
 * IMAGE.img is its disk, if it is there.
 *
 * A flip hits, at a random cycle between U's first and last instruction: an entry of
 * the page map in use (in DRAM and in the data cache), a valid descriptor of
 * the gate table, or the key or leaf of a valid entry of a TLB.
 *
 * The guard: memory as the retired stores made it, without the flip, is kept
 * beside the machine. Each retired instruction of U must have used, for its
 * fetch and its data, the leaf that a walk of that memory finds, or the one that
 * the flipped bit explains; the leaf must grant U the access, and the address
 * must be in its frame; a gate must lead to the entry of a descriptor that is
 * there, or to the flipped one. Anything else is an escape. An access that only
 * the flipped bit explains is counted beside the outcome: the machine did
 * what its state said.
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../sim/common/isa_names.h"
#include "../exit_status.h"
#include "../fuzz/rng.h"
#include "../memory.h"
#include "../verilated.h"
#include "state.h"

int simulator_main(int argc, char **argv);
void __real_verilated_high(struct verilated *v);
void __wrap_verilated_high(struct verilated *v);
void __real_verilated_retired(struct verilated *v, struct retire *r, struct rvfi_before *before);
void __wrap_verilated_retired(struct verilated *v, struct retire *r, struct rvfi_before *before);

#define PTE_V 1u
#define PTE_R 2u
#define PTE_W 4u
#define PTE_X 8u
#define PTE_U 16u
#define PTE_A 64u
#define PTE_D 128u
#define MAP_MODE 0x80000000u
#define SFENCE_VMA 0x12000073u
#define MAX_OPTIONS 16
#define CONSOLE_BYTES 65536
#define SECONDS 300

enum target { AT_MAP, AT_GATES, AT_TLB_KEY, AT_TLB_LEAF, AT_FIRST_KEY, AT_FIRST_LEAF, TARGETS };
static const char *const target_names[] = {
    "page map", "gate descriptor", "TLB key", "TLB leaf", "first-level TLB key",
    "first-level TLB leaf",
};

enum outcome { NO_EFFECT, FAULTS, STOPPED, PANIC, WRONG, ENDLESS, STUCK, ESCAPE, OUTCOMES };
static const char *const outcome_names[] = {
    "no effect", "faults, nothing lost", "module stopped", "kernel panic", "wrong result seen",
    "kernel without end", "nothing retires", "escape",
};

/* Shared with the child that runs. */
struct report {
    uint64_t cycles, first_u, last_u, faults;
    bool injected;
    uint64_t obeyed;   /* accesses that only the flip explains */
    uint64_t escapes;
    char escape[200];  /* the first */
    char what[120];    /* was flipped */
};

static struct report *report;
static enum target target;
static uint64_t inject_at;
static struct rng rng;
static bool inject_wanted;

/* The flip, once done. */
static uint32_t flipped_word;       /* physical address; 0: none */
static uint32_t flipped_mask;
static bool flipped_key;
static uint32_t flipped_leaf, flipped_leaf_was;

static uint8_t *shadow;
static uint32_t now_upmar, now_satp, now_gtbl;

_Noreturn static void die(const char *what)
{
    fprintf(stderr, "flips: %s: %s\n", what, strerror(errno));
    exit(2);
}

/* ---- Memory as it should be, and as the flip makes it */

static bool in_dram(uint64_t paddr)
{
    return paddr >= DRAM_BASE && paddr - DRAM_BASE < memory_size();
}

static uint32_t word_at(uint64_t paddr, bool with_flip)
{
    uint32_t word;

    if (!in_dram(paddr))
        return 0;
    memcpy(&word, shadow + (paddr - DRAM_BASE), 4);
    return with_flip && flipped_word == paddr ? word ^ flipped_mask : word;
}

static void follow_store(const struct retire *r)
{
    if (!in_dram(r->mem_paddr))
        return;
    for (unsigned i = 0; i < 4; i++)
        if (r->mem_wmask >> i & 1)
            shadow[r->mem_paddr - DRAM_BASE + i] = (uint8_t)(r->mem_wdata >> (8 * i));
}

/* The leaf of va, 0 if there is none; *frame: of the 4 KiB page. */
static uint32_t walk(uint32_t map, uint32_t va, bool with_flip, uint64_t *frame)
{
    uint64_t table = (uint64_t)(map & 0x3FFFFF) << 12;
    uint32_t pte = word_at(table + (va >> 22) * 4, with_flip);

    if (!(pte & PTE_V))
        return 0;
    if (pte & (PTE_R | PTE_X)) {
        *frame = (uint64_t)(pte >> 20) << 22 | (va & 0x3FF000);
        return pte;
    }
    pte = word_at(((uint64_t)(pte >> 10) << 12) + (va >> 12 & 0x3FF) * 4, with_flip);
    *frame = (uint64_t)(pte >> 10) << 12;
    return pte & PTE_V ? pte : 0;
}

/* ---- Leaves that U has used and no fence has dropped since: a TLB may keep them.
 * The kernel fences what it changes; misled by a flip, it lays a table where it
 * sees none, and owes no fence for that. */

#define USED 4096

static struct { uint32_t map, page, leaf; uint64_t frame; } used[USED];

static unsigned used_at(uint32_t map, uint32_t va)
{
    return (va >> 12 ^ map >> 22 << 4) % USED;
}

static void remember(uint32_t map, uint32_t va, uint32_t leaf, uint64_t frame)
{
    unsigned i = used_at(map, va);

    used[i].map = map;
    used[i].page = va >> 12;
    used[i].leaf = leaf;
    used[i].frame = frame;
}

static void forget(const struct retire *r)
{
    for (unsigned i = 0; i < USED; i++)
        if (r->rs1 ? used[i].page == r->rs1_val >> 12
                   : !r->rs2 || (used[i].map >> 22 & 0x1FF) == (r->rs2_val & 0x1FF))
            used[i].leaf = 0;
}

/* ---- The guard */

static void escape(const struct retire *r, const char *what, uint32_t va, uint32_t pte)
{
    if (report->escapes++ == 0)
        snprintf(report->escape, sizeof report->escape, "pc %08x: %s, address %08x, leaf %08x",
                 r->pc, what, va, pte);
}

static void check_access(const struct retire *r, const char *what, uint32_t va, uint64_t paddr,
                         uint32_t pte, uint32_t right)
{
    uint32_t map = now_upmar & MAP_MODE ? now_upmar : now_satp;
    uint64_t frame = 0;

    if (!(map & MAP_MODE))
        return;
    if ((pte & (PTE_V | PTE_U | PTE_A | right)) != (PTE_V | PTE_U | PTE_A | right) ||
        (right & PTE_W && !(pte & PTE_D))) {
        escape(r, what, va, pte);
        return;
    }
    if (walk(map, va, false, &frame) == pte && frame == (paddr & ~UINT64_C(0xFFF))) {
        remember(map, va, pte, frame);
        return;
    }
    if (flipped_word && used[used_at(map, va)].map == map && used[used_at(map, va)].page == va >> 12 &&
        used[used_at(map, va)].leaf == pte && used[used_at(map, va)].frame == (paddr & ~UINT64_C(0xFFF))) {
        report->obeyed++;
        return;
    }
    if ((flipped_word && walk(map, va, true, &frame) == pte && frame == (paddr & ~UINT64_C(0xFFF))) ||
        (flipped_leaf_was && walk(map, va, false, &frame) == flipped_leaf_was &&
         pte == flipped_leaf) ||
        (flipped_key && pte == flipped_leaf && (uint64_t)(pte >> 10) << 12 == (paddr & ~UINT64_C(0xFFF)))) {
        report->obeyed++;
        remember(map, va, pte, paddr & ~UINT64_C(0xFFF));
        return;
    }
    escape(r, what, va, pte);
}

static void check_gate(const struct retire *r, uint32_t next_pc)
{
    uint64_t at = ((uint64_t)(now_gtbl & 0x3FFFFF) << 12) + 16 * (uint64_t)(r->mem_addr & 0xFF);
    uint32_t is = word_at(at, false), might = word_at(at, true);

    if (r->mem_addr > 0xFF) {
        escape(r, "gate beyond the table", next_pc, r->mem_addr);
        return;
    }
    if (now_gtbl & MAP_MODE && (is & 3) == 1 && next_pc == (is & ~3u))
        return;
    if (now_gtbl & MAP_MODE && (might & 3) == 1 && next_pc == (might & ~3u))
        report->obeyed++;
    else
        escape(r, "gate", next_pc, is);
}

void __wrap_verilated_retired(struct verilated *v, struct retire *r, struct rvfi_before *before)
{
    __real_verilated_retired(v, r, before);
    if (!shadow) {
        shadow = malloc(memory_size());
        if (!shadow)
            die("memory");
        memcpy(shadow, memory_bytes(), memory_size());
    }
    report->faults += r->trap;
    if (r->mode == 0 && !report->first_u)
        report->first_u = report->cycles;
    if (r->mode == 0)
        report->last_u = report->cycles;
    if (r->mode == 0 && !r->trap) {
        check_access(r, "fetch", r->pc, r->pc_paddr, r->pc_pte, PTE_X);
        if ((r->insn & 0x7F) == ISA_OPCODE_SVC)
            check_gate(r, r->next_pc);
        else if (r->mem_rmask | r->mem_wmask)
            check_access(r, r->mem_wmask ? "store" : "load", r->mem_addr, r->mem_paddr, r->mem_pte,
                         r->mem_wmask ? PTE_W : PTE_R);
    }
    if (r->mem_wmask)
        follow_store(r);
    if ((r->insn & 0xFE007FFF) == SFENCE_VMA && !r->trap)
        forget(r);
    now_upmar = r->upmar;
    now_satp = r->satp;
    now_gtbl = r->gtbl;
}

/* ---- The flip */

static bool flip_memory(struct verilated *v, uint64_t paddr, unsigned bit, const char *what)
{
    bool cached = state_flip_cached(v, (uint32_t)paddr, bit);
    uint8_t *at = memory_at((uint32_t)paddr, 4);

    if (!at)
        return false;
    at[bit / 8] ^= (uint8_t)(1u << bit % 8);
    flipped_word = (uint32_t)paddr;
    flipped_mask = 1u << bit;
    snprintf(report->what, sizeof report->what, "%s at %08x%s, bit %u", what, (uint32_t)paddr,
             cached ? " (cached)" : "", bit);
    return true;
}

/* A random valid entry of the map that U goes through: a leaf, or a pointer. */
static bool flip_map(struct verilated *v)
{
    uint32_t map = now_upmar & MAP_MODE ? now_upmar : now_satp;
    uint64_t root = (uint64_t)(map & 0x3FFFFF) << 12, at = 0;
    unsigned seen = 0;

    if (!(map & MAP_MODE))
        return false;
    for (unsigned i = 0; i < 1024; i++) {
        uint32_t pointer = word_at(root + 4 * i, false);

        if (!(pointer & PTE_V))
            continue;
        if (rng_long(&rng) % ++seen == 0)
            at = root + 4 * i;
        if (pointer & (PTE_R | PTE_X))
            continue;
        for (unsigned k = 0; k < 1024; k++) {
            uint64_t leaf = ((uint64_t)(pointer >> 10) << 12) + 4 * k;

            if (word_at(leaf, false) & PTE_V && rng_long(&rng) % ++seen == 0)
                at = leaf;
        }
    }
    return seen && flip_memory(v, at, rng_long(&rng) % 32, "page map entry");
}

static bool flip_gate(struct verilated *v)
{
    uint64_t table = (uint64_t)(now_gtbl & 0x3FFFFF) << 12, at = 0;
    unsigned seen = 0;

    for (unsigned i = 0; i < 256 && now_gtbl & MAP_MODE; i++)
        if (word_at(table + 16 * i, false) & 1 && rng_long(&rng) % ++seen == 0)
            at = table + 16 * i;
    return seen && flip_memory(v, at, rng_long(&rng) % 32, "descriptor");
}

static bool flip_tlb(struct verilated *v)
{
    enum tlb_part part = target == AT_TLB_KEY || target == AT_TLB_LEAF ? TLB_MAIN
                       : rng_long(&rng) % 2 ? TLB_FETCH : TLB_DATA;
    bool key = target == AT_TLB_KEY || target == AT_FIRST_KEY;
    unsigned entry = 0, seen = 0, bit;

    for (unsigned i = 0; i < state_entries(part); i++)
        if (state_valid(v, part, i) && rng_long(&rng) % ++seen == 0)
            entry = i;
    if (!seen)
        return false;
    bit = (unsigned)(rng_long(&rng) % (key ? state_key_bits(part) : state_leaf_bits(part)));
    if (key) {
        flipped_key = true;
        flipped_leaf = state_leaf(v, part, entry);
        state_flip_key(v, part, entry, bit);
    } else {
        flipped_leaf_was = state_leaf(v, part, entry);
        state_flip_leaf(v, part, entry, bit);
        flipped_leaf = state_leaf(v, part, entry);
    }
    snprintf(report->what, sizeof report->what, "%s entry %u, bit %u of its %s",
             part == TLB_MAIN ? "TLB" : part == TLB_FETCH ? "fetch TLB" : "data TLB", entry, bit,
             key ? "key" : "leaf");
    return true;
}

void __wrap_verilated_high(struct verilated *v)
{
    __real_verilated_high(v);
    report->cycles++;
    if (!inject_wanted || report->injected || report->cycles < inject_at || !shadow)
        return;
    report->injected = target == AT_MAP ? flip_map(v) : target == AT_GATES ? flip_gate(v)
                     : flip_tlb(v);
}

/* ---- A run */

struct result {
    struct report report;
    int status;
    char console[CONSOLE_BYTES];
};

static char *options[MAX_OPTIONS];
static int option_count;

_Noreturn static void child(const char *image, FILE *console)
{
    char *argv[MAX_OPTIONS + 5], disk[400];
    int n = 0, null = open("/dev/null", O_RDWR), length = (int)strlen(image) - 4;

    snprintf(disk, sizeof disk, "--disk=%.*s.img", length, image);
    dup2(null, 0);
    dup2(fileno(console), 1);
    dup2(null, 2);
    alarm(SECONDS);
    argv[n++] = (char *)"simulator";
    for (int i = 0; i < option_count; i++)
        argv[n++] = options[i];
    if (access(disk + strlen("--disk="), R_OK) == 0) {
        argv[n++] = disk;
        argv[n++] = (char *)"--snapshot";
    }
    argv[n++] = (char *)image;
    argv[n] = NULL;
    exit(simulator_main(n, argv));
}

static void run(const char *image, struct result *result)
{
    FILE *console = tmpfile();
    pid_t pid;
    size_t got;

    if (!console)
        die("console");
    memset(report, 0, sizeof *report);
    fflush(NULL);
    pid = fork();
    if (pid < 0)
        die("fork");
    if (pid == 0)
        child(image, console);
    if (waitpid(pid, &result->status, 0) < 0)
        die("waitpid");
    rewind(console);
    got = fread(result->console, 1, CONSOLE_BYTES - 1, console);
    result->console[got] = 0;
    fclose(console);
    result->report = *report;
}

/* Lines of modules' ends. */
static bool stopped_otherwise(const char *golden, const char *console)
{
    const char *end = console;

    while ((end = strstr(end, " ended: "))) {
        const char *start = end, *stop = strchr(end, '\n');
        char line[200];

        while (start > console && start[-1] != '\n')
            start--;
        if (!stop)
            stop = end + strlen(end);
        snprintf(line, sizeof line, "%.*s", (int)(stop - start), start);
        if (!strstr(golden, line))
            return true;
        end = stop;
    }
    return false;
}

static enum outcome judge(const struct result *golden, const struct result *r)
{
    if (r->report.escapes)
        return ESCAPE;
    if (strstr(r->console, "trap in the kernel"))
        return PANIC;
    if (WIFEXITED(r->status) && WEXITSTATUS(r->status) == STATUS_CYCLE_LIMIT)
        return ENDLESS;
    if (!WIFEXITED(r->status) || WEXITSTATUS(r->status) == STATUS_DEADLOCK)
        return STUCK;
    if (stopped_otherwise(golden->console, r->console))
        return STOPPED;
    if (r->status != golden->status || strcmp(r->console, golden->console) != 0)
        return WRONG;
    return r->report.faults != golden->report.faults ? FAULTS : NO_EFFECT;
}

/* ---- All of them */

static unsigned counts[TARGETS][OUTCOMES], obeyed[TARGETS], total[TARGETS];

static void print_table(FILE *json)
{
    unsigned all = 0, escapes = 0;

    printf("%-22s %6s", "flipped", "flips");
    for (unsigned o = 0; o < OUTCOMES; o++)
        printf("  %s", outcome_names[o]);
    printf("  (flip obeyed)\n");
    for (unsigned t = 0; t < TARGETS; t++) {
        printf("%-22s %6u", target_names[t], total[t]);
        for (unsigned o = 0; o < OUTCOMES; o++)
            printf("  %*u", (int)strlen(outcome_names[o]), counts[t][o]);
        printf("  %13u\n", obeyed[t]);
        all += total[t];
        escapes += counts[t][ESCAPE];
    }
    if (!json)
        return;
    fprintf(json, "{\"flips\": %u, \"escapes\": %u", all, escapes);
    for (unsigned t = 0; t < TARGETS; t++) {
        fprintf(json, ",\n \"%s\": {\"flips\": %u, \"obeyed\": %u", target_names[t], total[t],
                obeyed[t]);
        for (unsigned o = 0; o < OUTCOMES; o++)
            fprintf(json, ", \"%s\": %u", outcome_names[o], counts[t][o]);
        fprintf(json, "}");
    }
    fprintf(json, "}\n");
}

int main(int argc, char **argv)
{
    static struct result golden[8], result;
    const char *images[8];
    unsigned image_count = 0, count = 60;
    uint64_t seed = 1;
    FILE *json = NULL;
    bool verbose = false;
    unsigned missed = 0;

    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--seed=", 7) == 0)
            seed = strtoull(argv[i] + 7, NULL, 10);
        else if (strncmp(argv[i], "--count=", 8) == 0)
            count = (unsigned)strtoul(argv[i] + 8, NULL, 10);
        else if (strncmp(argv[i], "--json=", 7) == 0)
            json = fopen(argv[i] + 7, "w");
        else if (strcmp(argv[i], "--verbose") == 0)
            verbose = true;
        else if (strcmp(argv[i], "--") == 0)
            while (++i < argc && option_count < MAX_OPTIONS - 1)
                options[option_count++] = argv[i];
        else if (image_count < 8)
            images[image_count++] = argv[i];
    }
    if (!image_count)
        die("no image");
    report = mmap(NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (report == MAP_FAILED)
        die("mmap");
    for (unsigned i = 0; i < image_count; i++) {
        run(images[i], &golden[i]);
        if (golden[i].status != 0 || golden[i].report.escapes || !golden[i].report.first_u) {
            printf("FAIL %s without a flip: status 0x%x, escape: %s\n", images[i],
                   (unsigned)golden[i].status, golden[i].report.escape);
            if (verbose)
                printf("%s", golden[i].console);
            return 1;
        }
    }
    printf("seeds %llu to %llu\n", (unsigned long long)seed,
           (unsigned long long)(seed + count - 1));
    for (uint64_t s = seed; s < seed + count; s++) {
        unsigned i;
        enum outcome o;
        char limit[40];

        rng.state = s * UINT64_C(0x2545F4914F6CDD1D);
        i = (unsigned)(rng_long(&rng) % image_count);
        target = (enum target)(s % TARGETS);
        inject_at = golden[i].report.first_u +
                    rng_long(&rng) % (golden[i].report.last_u - golden[i].report.first_u);
        inject_wanted = true;
        snprintf(limit, sizeof limit, "--cycles=%llu",
                 3 * (unsigned long long)golden[i].report.cycles);
        options[option_count] = limit;
        option_count++;
        run(images[i], &result);
        option_count--;
        if (!result.report.injected) {
            missed++;
            if (verbose)
                printf("seed %llu: nothing to flip, status 0x%x\n", (unsigned long long)s,
                       (unsigned)result.status);
            continue;
        }
        o = judge(&golden[i], &result);
        counts[target][o]++;
        total[target]++;
        obeyed[target] += result.report.obeyed > 0;
        if (o == ESCAPE)
            printf("FAIL seed %llu: %s, %s: %s\n", (unsigned long long)s, images[i],
                   result.report.what, result.report.escape);
        else if (verbose)
            printf("seed %llu: %s, cycle %llu, %s: %s%s\n", (unsigned long long)s, images[i],
                   (unsigned long long)inject_at, result.report.what, outcome_names[o],
                   result.report.obeyed ? " (obeyed)" : "");
    }
    if (missed)
        printf("%u times there was nothing to flip\n", missed);
    print_table(json);
    if (json && fclose(json) != 0)
        die("json");
    for (unsigned t = 0; t < TARGETS; t++)
        if (counts[t][ESCAPE])
            return 1;
    return 0;
}
