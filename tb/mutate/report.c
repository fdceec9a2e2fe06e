/* What the mutation run came to.
 *
 *     report LIST RESULTS PROOFS EXPLAINED JSON
 *
 * PROOFS has what prove.sh said, EXPLAINED a line a surviving mutant that was
 * looked at: what it is, as in LIST from its module on, then " # " and a class,
 * "equivalent" or "performance", and why. Prints the table by module and the
 * survivors that nothing explains; JSON gets the figures of each set.
 * SPDX-License-Identifier: ISC */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_MUTANTS 4096
#define MAX_LINE 2000
#define MAX_MODULES 64

enum verdict { NOT_ASKED, KILLED, COUNTED, SLOWER, SURVIVED, PROVEN, EQUIVALENT, PERFORMANCE, VERDICTS };

struct mutant {
    char set[20], module[40];
    char *what;
    enum verdict verdict;
};

struct counts {
    char set[20], module[40];
    unsigned of[VERDICTS];
};

static struct mutant mutants[MAX_MUTANTS + 1];
static struct counts modules[MAX_MODULES], sets[2] = {{.set = "protection"}, {.set = "rest"}};
static unsigned module_count;

static FILE *open_or_fail(const char *path, const char *how)
{
    FILE *f = fopen(path, how);

    if (!f) {
        perror(path);
        exit(2);
    }
    return f;
}

/* What a mutation is, without the places in the source. */
static char *copy_what(const char *text)
{
    size_t n = strcspn(text, "\n");
    const char *end = strstr(text, " -src ");

    return strndup(text, end ? (size_t)(end - text) : n);
}

static void read_list(const char *path)
{
    FILE *f = open_or_fail(path, "r");
    char line[MAX_LINE], set[20], machine[20], module[40];
    unsigned number;
    int at;

    while (fgets(line, sizeof line, f))
        if (sscanf(line, "%u %19s %19s %39s %n", &number, set, machine, module, &at) == 4 &&
            number <= MAX_MUTANTS) {
            struct mutant *m = &mutants[number];

            snprintf(m->set, sizeof m->set, "%s", set);
            snprintf(m->module, sizeof m->module, "%s", module);
            m->what = copy_what(line + at);
        }
    fclose(f);
}

/* Later lines come from more runs: killed stays killed, and the verdicts are in the order of what counts for more. */
static void read_results(const char *path)
{
    FILE *f = open_or_fail(path, "r");
    char line[MAX_LINE], word[40];
    enum verdict verdict;
    unsigned number;

    while (fgets(line, sizeof line, f)) {
        if (sscanf(line, "%u %39s", &number, word) != 2 || number > MAX_MUTANTS)
            continue;
        verdict = strcmp(word, "killed") == 0    ? KILLED
                  : strcmp(word, "counted") == 0 ? COUNTED
                  : strcmp(word, "slower") == 0  ? SLOWER
                                                 : SURVIVED;
        if (mutants[number].verdict == NOT_ASKED || verdict < mutants[number].verdict)
            mutants[number].verdict = verdict;
    }
    fclose(f);
}

static void set_aside(struct mutant *m, enum verdict verdict)
{
    if (verdict == PERFORMANCE && m->verdict == COUNTED)
        return;
    if (m->verdict == KILLED || m->verdict == COUNTED)
        fprintf(stderr, "report: killed, though it was set aside: %s %s\n", m->module, m->what);
    else
        m->verdict = verdict;
}

static void read_proofs(const char *path)
{
    FILE *f = open_or_fail(path, "r");
    char line[MAX_LINE], word[40];
    unsigned number;

    while (fgets(line, sizeof line, f))
        if (sscanf(line, "%u %39s", &number, word) == 2 && number <= MAX_MUTANTS &&
            strcmp(word, "equivalent") == 0 && mutants[number].what)
            set_aside(&mutants[number], PROVEN);
    fclose(f);
}

static void read_explained(const char *path)
{
    FILE *f = open_or_fail(path, "r");
    char line[MAX_LINE];

    while (fgets(line, sizeof line, f)) {
        char *reason = strstr(line, " # ");
        char *what = strchr(line, ' ');
        bool found = false;

        if (line[0] == '#' || !reason || !what || what > reason)
            continue;
        *reason = *what++ = 0;
        reason += 3;
        for (unsigned i = 1; i <= MAX_MUTANTS; i++) {
            struct mutant *m = &mutants[i];

            if (!m->what || strcmp(m->module, line) != 0 || strcmp(m->what, what) != 0)
                continue;
            found = true;
            if (strncmp(reason, "equivalent", 10) == 0)
                set_aside(m, EQUIVALENT);
            else if (strncmp(reason, "performance", 11) == 0)
                set_aside(m, PERFORMANCE);
        }
        if (!found)
            fprintf(stderr, "report: explained, but not on the list: %s %s\n", line, what);
    }
    fclose(f);
}

static struct counts *counts_of(const struct mutant *m)
{
    for (unsigned i = 0; i < module_count; i++)
        if (strcmp(modules[i].module, m->module) == 0)
            return &modules[i];
    if (module_count == MAX_MODULES)
        exit(2);
    snprintf(modules[module_count].set, sizeof modules->set, "%s", m->set);
    snprintf(modules[module_count].module, sizeof modules->module, "%s", m->module);
    return &modules[module_count++];
}

static unsigned total(const struct counts *c)
{
    unsigned all = 0;

    for (unsigned v = 0; v < VERDICTS; v++)
        all += c->of[v];
    return all;
}

/* Of those that were asked and are not equivalent, in percent: killed, by their results or also by their counts; without the
 * proofs, what they have shown to be equivalent has survived. */
static double percent(const struct counts *c, bool by_counts, bool with_proofs)
{
    unsigned killed = c->of[KILLED] + (by_counts ? c->of[COUNTED] : 0);
    unsigned all = c->of[KILLED] + c->of[COUNTED] + c->of[SLOWER] + c->of[SURVIVED] + c->of[PERFORMANCE] +
                   (with_proofs ? 0 : c->of[PROVEN]);

    return all ? 100.0 * killed / all : 0;
}

static void print_row(const struct counts *c, const char *name)
{
    printf("%-10s %-15s %6u %6u %7u %6u %10u %11u %8u %9u %7.1f %10.1f %7.1f\n", c->set, name,
           total(c) - c->of[NOT_ASKED], c->of[KILLED], c->of[COUNTED], c->of[PROVEN], c->of[EQUIVALENT],
           c->of[PERFORMANCE], c->of[SURVIVED] + c->of[SLOWER], c->of[NOT_ASKED], percent(c, true, true),
           percent(c, false, true), percent(c, true, false));
}

int main(int argc, char **argv)
{
    FILE *json;

    if (argc != 6) {
        fprintf(stderr, "usage: report LIST RESULTS PROOFS EXPLAINED JSON\n");
        return 2;
    }
    read_list(argv[1]);
    read_results(argv[2]);
    read_proofs(argv[3]);
    read_explained(argv[4]);
    for (unsigned i = 1; i <= MAX_MUTANTS; i++) {
        const struct mutant *m = &mutants[i];

        if (!m->what)
            continue;
        counts_of(m)->of[m->verdict]++;
        sets[strcmp(m->set, "rest") == 0].of[m->verdict]++;
        if (m->verdict == SURVIVED || m->verdict == SLOWER)
            printf("survived %u %s %s%s\n", i, m->module, m->what,
                   m->verdict == SLOWER ? " (random programs took other cycles)" : "");
    }
    printf("%-10s %-15s %6s %6s %7s %6s %10s %11s %8s %9s %7s %10s %7s\n", "set", "module", "asked", "killed",
           "counted", "proven", "equivalent", "performance", "survived", "not asked", "percent", "by results", "without");
    for (unsigned i = 0; i < module_count; i++)
        print_row(&modules[i], modules[i].module);
    print_row(&sets[0], "all");
    print_row(&sets[1], "all");

    json = open_or_fail(argv[5], "w");
    for (unsigned i = 0; i < 2; i++)
        fprintf(json,
                "%s\"%s\": {\"mutants\": %u, \"not_asked\": %u, \"killed_by_results\": %u, \"killed_by_counts\": %u, "
                "\"proven_equivalent\": %u, \"equivalent\": %u, \"performance_only\": %u, \"survived\": %u, "
                "\"killed_percent\": %.2f, \"killed_percent_by_results\": %.2f, "
                "\"killed_percent_without_proofs\": %.2f}",
                i ? ",\n " : "{", sets[i].set, total(&sets[i]), sets[i].of[NOT_ASKED], sets[i].of[KILLED],
                sets[i].of[COUNTED], sets[i].of[PROVEN], sets[i].of[EQUIVALENT], sets[i].of[PERFORMANCE],
                sets[i].of[SURVIVED] + sets[i].of[SLOWER], percent(&sets[i], true, true),
                percent(&sets[i], false, true), percent(&sets[i], true, false));
    fprintf(json, "}\n");
    return fclose(json) != 0;
}
