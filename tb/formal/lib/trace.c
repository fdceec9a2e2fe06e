// Replays a counterexample of ABC on the model it refutes: trace MODEL.aig MODEL.map MODEL.il TRACE.abc OUT.vcd. Prints where
// the assertions stand that fail in the last cycle; writes all named wires as a waveform. MODEL.map is what
// `write_aiger -vmap` writes, MODEL.il names the assertions in the order in which the model has them.
// SPDX-License-Identifier: ISC
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct wire {
    char *name;
    unsigned width;
    unsigned *literals;
};

static unsigned max_var, inputs, latches, outputs, ands, bads, constraints;
static unsigned *next_state, *bad, *constraint, (*gates)[2];
static uint8_t *value;  // of each variable, in this cycle

_Noreturn static void die(const char *what, const char *which)
{
    fprintf(stderr, "trace: %s: %s\n", what, which);
    exit(1);
}

static FILE *open_or_die(const char *name, const char *mode)
{
    FILE *file = fopen(name, mode);
    if (!file)
        die("cannot open", name);
    return file;
}

static void *array(size_t n, size_t size)
{
    void *p = calloc(n + 1, size);
    if (!p)
        die("out of memory", "array");
    return p;
}

static unsigned read_delta(FILE *file)
{
    unsigned x = 0, shift = 0;
    int c;
    while ((c = getc(file)) & 0x80 && c != EOF) {
        x |= (unsigned)(c & 0x7f) << shift;
        shift += 7;
    }
    return x | (unsigned)c << shift;
}

static unsigned read_literal(FILE *file, const char *name)
{
    unsigned literal;
    if (fscanf(file, "%u%*[^\n]", &literal) != 1 && !feof(file))
        die("not a binary AIGER file", name);
    return literal;
}

static void read_model(const char *name)
{
    FILE *file = open_or_die(name, "rb");
    if (fscanf(file, "aig %u %u %u %u %u %u %u%*[^\n]", &max_var, &inputs, &latches, &outputs, &ands, &bads,
               &constraints) != 7)
        die("not a binary AIGER file", name);
    next_state = array(latches, sizeof *next_state);
    bad = array(bads, sizeof *bad);
    constraint = array(constraints, sizeof *constraint);
    gates = array(ands, sizeof *gates);
    value = array(max_var + 1, 1);
    for (unsigned i = 0; i < latches; i++)
        next_state[i] = read_literal(file, name);
    for (unsigned i = 0; i < outputs; i++)
        read_literal(file, name);
    for (unsigned i = 0; i < bads; i++)
        bad[i] = read_literal(file, name);
    for (unsigned i = 0; i < constraints; i++)
        constraint[i] = read_literal(file, name);
    getc(file);
    for (unsigned i = 0; i < ands; i++) {
        unsigned lhs = 2 * (1 + inputs + latches + i);
        gates[i][0] = lhs - read_delta(file);
        gates[i][1] = gates[i][0] - read_delta(file);
    }
    fclose(file);
}

static unsigned of(unsigned literal)
{
    return value[literal / 2] ^ (literal & 1);
}

static void evaluate(void)
{
    for (unsigned i = 0; i < ands; i++)
        value[1 + inputs + latches + i] = of(gates[i][0]) & of(gates[i][1]);
}

static struct wire *read_wires(const char *name, unsigned *count)
{
    FILE *file = open_or_die(name, "r");
    struct wire *wires = NULL;
    char line[4096], wire[4096];
    unsigned literal, bit;
    *count = 0;
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "wire %u %u %4095[^\n]", &literal, &bit, wire) != 3 || strchr(wire, '$'))
            continue;
        unsigned i = 0;
        while (i < *count && strcmp(wires[i].name, wire) != 0)
            i++;
        if (i == *count) {
            wires = realloc(wires, ++*count * sizeof *wires);
            if (!wires)
                die("out of memory", name);
            wires[i] = (struct wire){strdup(wire), 0, NULL};
        }
        if (bit >= wires[i].width) {
            wires[i].literals = realloc(wires[i].literals, (bit + 1) * sizeof(unsigned));
            if (!wires[i].literals)
                die("out of memory", name);
            for (unsigned k = wires[i].width; k < bit; k++)
                wires[i].literals[k] = 0;
            wires[i].width = bit + 1;
        }
        wires[i].literals[bit] = literal;
    }
    fclose(file);
    return wires;
}

// Prints the places of the assertions that fail.
static void print_failed(const char *name)
{
    FILE *file = open_or_die(name, "r");
    char line[65536], source[4096] = "?";
    unsigned i = 0;
    while (fgets(line, sizeof line, file)) {
        sscanf(line, " attribute \\src \"%4095[^\"]", source);
        if (strncmp(line, "  cell $assert ", 15) == 0 && i < bads && of(bad[i++]))
            printf("%s ", source);
    }
    printf("\n");
    fclose(file);
}

static bool an_assertion_fails(void)
{
    for (unsigned i = 0; i < bads; i++)
        if (of(bad[i]))
            return true;
    return false;
}

// The inputs of one cycle, up to the end of their line.
static bool read_inputs(FILE *trace)
{
    int c;
    for (unsigned i = 0; i < inputs; i++) {
        c = getc(trace);
        if (c != '0' && c != '1')
            return false;
        value[1 + i] = c == '1';
    }
    do
        c = getc(trace);
    while (c != '\n' && c != EOF && c != '#');
    return true;
}

static void write_header(FILE *vcd, struct wire *wires, unsigned count)
{
    fprintf(vcd, "$timescale 1ns $end\n");
    for (unsigned i = 0; i < count; i++) {
        for (char *c = wires[i].name; *c; c++)
            if (*c == ' ')
                *c = '_';
        fprintf(vcd, "$var wire %u w%u %s $end\n", wires[i].width, i, wires[i].name);
    }
    fprintf(vcd, "$enddefinitions $end\n");
}

// True at the first cycle in which an assertion fails, false if the trace ends without one.
static bool replay(FILE *trace, FILE *vcd, const struct wire *wires, unsigned count)
{
    uint8_t *next = array(latches, 1);
    bool failed = false;
    for (unsigned cycle = 0; !failed && read_inputs(trace); cycle++) {
        evaluate();
        fprintf(vcd, "#%u\n", 10 * cycle);
        for (unsigned i = 0; i < count; i++) {
            fprintf(vcd, "b");
            for (unsigned bit = wires[i].width; bit-- > 0;)
                fprintf(vcd, "%u", of(wires[i].literals[bit]));
            fprintf(vcd, " w%u\n", i);
        }
        for (unsigned i = 0; i < constraints; i++)
            if (!of(constraint[i]))
                printf("(assumption %u does not hold in cycle %u) ", i, cycle);
        failed = an_assertion_fails();
        for (unsigned i = 0; i < latches; i++)
            next[i] = (uint8_t)of(next_state[i]);
        if (!failed)
            memcpy(value + 1 + inputs, next, latches);
    }
    free(next);
    return failed;
}

int main(int argc, char **argv)
{
    if (argc != 6)
        die("usage", "trace MODEL.aig MODEL.map MODEL.il TRACE.abc OUT.vcd");
    read_model(argv[1]);
    unsigned count;
    struct wire *wires = read_wires(argv[2], &count);
    FILE *trace = open_or_die(argv[4], "r"), *vcd = open_or_die(argv[5], "w");
    write_header(vcd, wires, count);
    while (getc(trace) != '\n')     // the latches' first values, which are zero
        if (feof(trace))
            die("no trace", argv[4]);
    bool failed = replay(trace, vcd, wires, count);
    if (failed)
        print_failed(argv[3]);
    else
        printf("(no assertion fails in the replay)\n");
    fclose(trace);
    if (fclose(vcd) != 0)
        die("cannot write", argv[5]);
    for (unsigned i = 0; i < count; i++) {
        free(wires[i].name);
        free(wires[i].literals);
    }
    free(wires);
    return failed ? 0 : 1;
}
