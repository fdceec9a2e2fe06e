/* Chooses the mutations that go into the netlist, from the candidates that
 * Yosys proposes for each module.
 *
 *     choose SETS DIR LIST FILE.v...
 *
 * DIR/MODULE.txt has the candidates; DIR/MODULE.chosen gets a Yosys command a
 * mutation, in force when the input `mutant` is its number; LIST a line a
 * mutation: number, set, machine, module, and what it is.
 * Left out are clocks (the machine has one) and all that only the RVFI port
 * reads: its module, what stands under `ifdef RVFI, the wires named below.
 * SPDX-License-Identifier: ISC */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LINE 4096
#define MAX_SPANS 64
#define MAX_CHOSEN 4000
#define MUTANT_BITS 12 /* as the wrapper has it */

/* Read by nothing but RVFI records. */
static const char *const only_rvfi[] = {"big", "f_big", "d_big", "tlb_big", "d_paddr_q", "d_pte_q",
    "rvfi_d_paddr", "rvfi_d_pte", "uncached_word", "uncached_word_q"};

struct span {
    const char *file;
    unsigned from, to;
};

static struct span spans[MAX_SPANS];
static unsigned span_count;
static char *chosen[MAX_CHOSEN];
static unsigned chosen_count, module_first; /* of the module at hand, the first */

static void fail(const char *what, const char *which)
{
    fprintf(stderr, "choose: %s %s\n", what, which);
    exit(1);
}

static FILE *open_or_fail(const char *path, const char *how)
{
    FILE *f = fopen(path, how);

    if (!f)
        fail("cannot open", path);
    return f;
}

/* The lines of a source file that stand under `ifdef RVFI. */
static void find_spans(const char *path)
{
    FILE *f = open_or_fail(path, "r");
    char line[MAX_LINE];
    unsigned number = 0;
    bool inside = false;

    while (fgets(line, sizeof line, f)) {
        number++;
        if (strncmp(line, "`ifdef RVFI", 11) == 0 && span_count < MAX_SPANS) {
            spans[span_count] = (struct span){path, number, 0};
            inside = true;
        } else if (inside && strncmp(line, "`endif", 6) == 0) {
            spans[span_count++].to = number;
            inside = false;
        }
    }
    fclose(f);
}

static bool word_after(const char *line, const char *option, const char **word, size_t *length)
{
    const char *at = strstr(line, option);

    if (!at)
        return false;
    *word = at + strlen(option);
    *length = strcspn(*word, " \n");
    return true;
}

static bool is(const char *word, size_t length, const char *text)
{
    return strlen(text) == length && memcmp(word, text, length) == 0;
}

static bool in_rvfi_source(const char *line)
{
    for (const char *at = line; (at = strstr(at, "-src ")); at += 5)
        for (unsigned i = 0; i < span_count; i++) {
            size_t n = strlen(spans[i].file);

            if (strncmp(at + 5, spans[i].file, n) == 0 && at[5 + n] == ':') {
                unsigned row = (unsigned)strtoul(at + 6 + n, NULL, 10);

                if (row >= spans[i].from && row <= spans[i].to)
                    return true;
            }
        }
    return false;
}

static bool wanted(const char *line)
{
    const char *word;
    size_t length;

    if (in_rvfi_source(line))
        return false;
    if (word_after(line, "-cell ", &word, &length) && is(word, length, "u_rvfi"))
        return false;
    if (word_after(line, "-port ", &word, &length) &&
        (is(word, length, "CLK") || is(word, length, "clk") || strstr(word, "_CLK ") == word + 2))
        return false;
    if (word_after(line, "-wire ", &word, &length)) {
        if (is(word, length, "clk") || strncmp(word, "rvfi_", 5) == 0)
            return false;
        for (unsigned i = 0; i < sizeof only_rvfi / sizeof *only_rvfi; i++)
            if (is(word, length, only_rvfi[i]))
                return false;
    }
    if (word_after(line, "-port ", &word, &length))
        for (unsigned i = 0; i < sizeof only_rvfi / sizeof *only_rvfi; i++)
            if (is(word, length, only_rvfi[i]))
                return false;
    return true;
}

/* Yosys may propose one thing twice. */
static bool is_new(const char *line)
{
    size_t n = strcspn(line, "\n");
    const char *end = strstr(line, " -wire ");
    const char *src = strstr(line, " -src ");

    if (src && (!end || src < end))
        end = src;
    if (end)
        n = (size_t)(end - line);
    for (unsigned i = module_first; i < chosen_count; i++)
        if (strlen(chosen[i]) == n && memcmp(chosen[i], line, n) == 0)
            return false;
    if (chosen_count == MAX_CHOSEN)
        fail("too many mutations at", line);
    chosen[chosen_count] = strndup(line, n);
    if (!chosen[chosen_count++])
        fail("no memory for", line);
    return true;
}

static void choose(const char *dir, const char *set, const char *machine, const char *module,
                   unsigned count, FILE *list)
{
    char path[600], line[MAX_LINE];
    FILE *f, *script;

    snprintf(path, sizeof path, "%s/%s.txt", dir, module);
    f = open_or_fail(path, "r");
    snprintf(path, sizeof path, "%s/%s.chosen", dir, module);
    script = open_or_fail(path, "w");
    module_first = chosen_count;
    while (count && fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (strncmp(line, "mutate ", 7) != 0 || !wanted(line) || !is_new(line))
            continue;
        count--;
        fprintf(script, "mutate -ctrl mutant %d %u %s\n", MUTANT_BITS, chosen_count, line + 7);
        fprintf(list, "%u %s %s %s %s\n", chosen_count, set, machine, module, line + 7);
    }
    fclose(f);
    if (fclose(script))
        fail("cannot write", path);
    if (count)
        fprintf(stderr, "choose: %s: %u fewer than asked for\n", module, count);
}

int main(int argc, char **argv)
{
    char line[MAX_LINE], set[32], machine[8], module[64];
    unsigned count;
    FILE *sets, *list;

    if (argc < 5)
        fail("usage:", "choose SETS DIR LIST FILE.v...");
    for (int i = 4; i < argc; i++)
        find_spans(argv[i]);
    sets = open_or_fail(argv[1], "r");
    list = open_or_fail(argv[3], "w");
    while (fgets(line, sizeof line, sets))
        if (line[0] != '#' && sscanf(line, "%31s %7s %63s %u", set, machine, module, &count) == 4)
            choose(argv[2], set, machine, module, count, list);
    if (fclose(list) || fclose(sets))
        fail("cannot write", argv[3]);
    return 0;
}
