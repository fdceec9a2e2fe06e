/* Sets hostile modules loose, one after the other, and asks the guardian after
 * each. Argument: thousands of random gate calls for each of five seeds (1: of
 * two, for a short run).
 * SPDX-License-Identifier: ISC */
#include "test.h"

static uint32_t stage;

static void ask_guardian(void)
{
    uint32_t wrong = 1;
    stage++;
    put(queue("stages"), &stage, sizeof stage);
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
    ask_guardian();
}

int main(uint32_t arg)
{
    uint32_t last = 0;
    ask_guardian();
    for (uint32_t seed = 1; seed <= (arg > 1 ? 5 : 2); seed++)
        attack("random gate calls", "fuzz", seed << 16 | arg, END_EXIT, 0);
    for (uint32_t what = 0; what <= 5; what++)
        if (what != 4)
            attack("all of one thing", "hog", what, END_EXIT, 0);
    attack("forged and stale handles", "stale", 0, END_EXIT, 0);
    attack("wild stack pointers", "wild", 0, END_EXIT, 0);
    attack("a fault with one", "wild", 1, END_FAULT, 15);
    attack("races", "race", 0, END_EXIT, 0);
    put(queue("stages"), &last, sizeof last);
    get(queue("whole"), &last, sizeof last);
    return test_wrong;
}
