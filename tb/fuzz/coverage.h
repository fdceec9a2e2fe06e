/* Counts of the cover points of coverage.def, and what is told about them.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_COVERAGE_H
#define GATEHOUSE_FUZZ_COVERAGE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum group {
#define GROUP(name, what, ...) GROUP_##name,
#include "coverage.def"
    GROUPS
};

/* One hit of the point with these indices, in the order of the group's axes;
 * unused ones are 0. */
void cover5(enum group g, unsigned a, unsigned b, unsigned c, unsigned d, unsigned e);
#define cover1(g, a) cover5(GROUP_##g, a, 0, 0, 0, 0)
#define cover2(g, a, b) cover5(GROUP_##g, a, b, 0, 0, 0)
#define cover3(g, a, b, c) cover5(GROUP_##g, a, b, c, 0, 0)
#define cover4(g, a, b, c, d) cover5(GROUP_##g, a, b, c, d, 0)

/* Reads the file of unreachable points. False: message says what is wrong. */
bool coverage_init(const char *unreachable_path, char message[256]);

/* Totals over the runs whose counts were added. */
struct coverage_run {
    uint64_t instructions, programs, mismatches;
};

bool coverage_write(const char *path, const struct coverage_run *run);
bool coverage_add(const char *path, struct coverage_run *run); /* adds to *run */

struct coverage_summary {
    unsigned points, unreachable, hit, wrong; /* wrong: unreachable ones that were hit */
};

struct coverage_summary coverage_summary(void);
double coverage_percent(const struct coverage_summary *s);
void coverage_list(FILE *out);   /* the groups and their results */
void coverage_holes(FILE *out);  /* the points not hit, and those wrongly unreachable */

#endif
