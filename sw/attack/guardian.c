/* The witness of all attacks: before, between and after them it verifies that
 * its memory, its messages and its share of the time are whole. Argument: 1 is
 * the friend it talks to.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define WINDOW 800000 /* ticks */

static uint32_t table[1024];

static uint32_t ran(void)
{
    struct module_info info;
    for (int i = 0; (i = list(i, &info)) > 0;)
        if (info.id == self())
            return info.ran;
    return 0;
}

/* Beside `others` that take what they get: at least four fifths of its part. */
static uint32_t share_missing(uint32_t others)
{
    uint32_t start = read_counter(time), before = ran();
    while (read_counter(time) - start < WINDOW)
        ;
    yield(); /* so that all is accounted for */
    uint32_t share = (ran() - before) / ((read_counter(time) - start) / 1000);
    bool right = share * (others + 1) >= 800;
    printf("my share beside %u others is %s (measured: %u per mille)\n", others,
           right ? "whole" : "TOO SMALL", share);
    return !right;
}

int main(uint32_t arg)
{
    uint32_t stage[2], number, expected = 0, wrong = 0;
    int to = queue("to_friend"), from = queue("from_friend");
    if (arg == 1)
        for (;;) {
            get(to, &number, sizeof number);
            number *= 3;
            put(from, &number, sizeof number);
        }
    create("guardian", 1);
    int stages = queue("stages"), whole = queue("whole");
    for (uint32_t i = 0; i < 1024; i++)
        table[i] = i * 2654435761u;
    do {
        get(stages, stage, sizeof stage);
        if (stage[1])
            wrong += share_missing(stage[1]);
        for (uint32_t i = 0; i < 1024; i++)
            wrong += table[i] != i * 2654435761u;
        for (uint32_t i = 0; i < 4; i++) {
            number = ++expected;
            put(to, &number, sizeof number);
            wrong += get(from, &number, sizeof number) != sizeof number || number != expected * 3;
        }
        put(whole, &wrong, sizeof wrong);
    } while (stage[0]);
    printf("all is whole after %u messages: %u wrong\n", expected, wrong);
    return wrong != 0;
}
