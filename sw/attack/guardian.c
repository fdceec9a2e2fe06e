/* The witness of all attacks: before, between and after them it verifies that
 * its memory, its messages and its share of the time are whole. Argument: 1 is
 * the friend it talks to.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

static uint32_t table[1024];

int main(uint32_t arg)
{
    uint32_t stage, number, expected = 0, wrong = 0;
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
        get(stages, &stage, sizeof stage);
        for (uint32_t i = 0; i < 1024; i++)
            wrong += table[i] != i * 2654435761u;
        for (uint32_t i = 0; i < 4; i++) {
            number = ++expected;
            put(to, &number, sizeof number);
            wrong += get(from, &number, sizeof number) != sizeof number || number != expected * 3;
        }
        put(whole, &wrong, sizeof wrong);
    } while (stage);
    printf("all is whole after %u messages: %u wrong\n", expected, wrong);
    return wrong != 0;
}
