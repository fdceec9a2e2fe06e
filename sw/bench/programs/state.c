/* State machine: a tokeniser that reads a small program text a character at a
 * time, as a compiler's scanner does, and sums up the tokens it finds.
 * SPDX-License-Identifier: ISC */
#include "bench.h"

enum state { START, NAME, NUMBER, HEX, FRACTION, STRING, ESCAPE, OPERATOR, COMMENT, KINDS };

static const char text[] =
    "int find(char *line, int size) {\n"
    "    // returns where the first digit stands\n"
    "    for (int i = 0; i < size; i = i + 1)\n"
    "        if (line[i] >= '0' && line[i] <= '9')\n"
    "            return i;\n"
    "    print(\"no digit in \\\"%s\\\"\\n\", line);\n"
    "    return 0x7fff - 4096 * 3.1415;\n"
    "}\n"
    "\n"
    "// the entry: one call for each line of the table\n"
    "int main() {\n"
    "    int total = 0, count = 128, mask = 0xff00ff;\n"
    "    while (count != 0) {\n"
    "        total = total + find(table[count], 80) & mask;\n"
    "        count = count - 1;\n"
    "    }\n"
    "    print(\"sum %d\\n\", total / 2.5);\n"
    "    return total == 0;\n"
    "}\n";

static unsigned tokens[KINDS];

static int is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int is_operator(char c)
{
    return c == '=' || c == '<' || c == '>' || c == '+' || c == '-' || c == '*' || c == '/' ||
           c == '!' || c == '&';
}

/* What a character means where a new token may begin. */
static enum state begin(char c)
{
    if (is_letter(c))
        return NAME;
    if (is_digit(c))
        return NUMBER;
    if (c == '"')
        return STRING;
    return is_operator(c) ? OPERATOR : START;
}

static uint32_t scan(const char *p, uint32_t sum)
{
    enum state state = START;
    uint32_t value = 0;

    for (char c; (c = *p) != 0; p++) {
        enum state next = state;

        switch (state) {
        case NAME:
            if (!is_letter(c) && !is_digit(c))
                next = begin(c);
            break;
        case NUMBER:
            if (c == 'x')
                next = HEX;
            else if (c == '.')
                next = FRACTION;
            else if (!is_digit(c))
                next = begin(c);
            break;
        case HEX:
            if (!is_digit(c) && !is_letter(c))
                next = begin(c);
            break;
        case FRACTION:
            if (!is_digit(c))
                next = begin(c);
            break;
        case STRING:
            if (c == '\\')
                next = ESCAPE;
            else if (c == '"')
                next = START;
            break;
        case ESCAPE:
            next = STRING;
            break;
        case OPERATOR:
            next = c == '/' && p[-1] == '/' ? COMMENT : begin(c);
            break;
        case COMMENT:
            if (c == '\n')
                next = START;
            break;
        default:
            next = begin(c);
            break;
        }
        if (next != state) {
            tokens[state]++;
            sum = fold(sum, value);
            value = 0;
            state = next;
        }
        value = value * 31 + (uint8_t)c;
    }
    return sum;
}

static uint32_t pass(void)
{
    uint32_t sum;

    for (int i = 0; i < KINDS; i++)
        tokens[i] = 0;
    sum = scan(text, 0);
    for (int i = 0; i < KINDS; i++)
        sum = fold(sum, tokens[i]);
    return sum;
}

const struct bench bench = { .name = "state", .passes = 20, .expect = 0x7883E55E, .pass = pass };
