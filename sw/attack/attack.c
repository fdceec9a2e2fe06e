/* Sets hostile modules loose, one after the other, and asks the guardian after
 * each. Argument: thousands of random gate calls for each of five seeds (1: of
 * two, for a short run); or FORGED and how many forged images.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define FORGED 0x10000

static uint32_t stages;

/* `others` take all the time that they get, while it looks for its own. */
static void ask_guardian(uint32_t stage, uint32_t others)
{
    uint32_t wrong = 1, text[2] = {stage, others};
    put(queue("stages"), text, sizeof text);
    get(queue("whole"), &wrong, sizeof wrong);
    check_is("the guardian noticed", wrong, 0);
}

/* Starts one and checks its end; the guardian must not have noticed. */
static void attack(const char *what, const char *image, uint32_t arg, int end, uint32_t with)
{
    uint32_t status = 0;
    int id = create(image, arg), how = wait(id, &status);
    check_is(what, how, end);
    check_is("with", status, with);
    ask_guardian(++stages, 0);
}

/* From to to: hogs of all kinds (hog.c) */
static void hogs(uint32_t from, uint32_t to)
{
    for (uint32_t what = from; what <= to; what++)
        if (what != 4)
            attack("all of one thing", "hog", what, END_EXIT, 0);
}

static void spinners(void)
{
    uint32_t id[3], status;
    for (uint32_t i = 0; i < 3; i++)
        id[i] = create("hog", 10 + i);
    ask_guardian(++stages, 3);
    for (uint32_t i = 0; i < 3; i++) {
        destroy(id[i]);
        check_is("a spinner ended", wait(id[i], &status), END_DESTROYED);
    }
}

int main(uint32_t arg)
{
    ask_guardian(++stages, 0);
    if (arg & FORGED) {
        attack("forged images", "forge", arg & ~FORGED, END_EXIT, 0);
        hogs(7, 9);
    } else {
        for (uint32_t seed = 1; seed <= (arg > 1 ? 5 : 2); seed++)
            attack("random gate calls", "fuzz", seed << 16 | arg, END_EXIT, 0);
        attack("pointers", "point", 0, END_EXIT, 0);
        hogs(0, 6);
        attack("forged and stale handles", "stale", 0, END_EXIT, 0);
        attack("wild stack pointers", "wild", 0, END_EXIT, 0);
        attack("a fault with one", "wild", 1, END_FAULT, 15);
        attack("races", "race", 0, END_EXIT, 0);
        spinners();
    }
    ask_guardian(0, 0);
    return test_wrong;
}
