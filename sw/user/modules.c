/* Modules made by a module: at least 32 at once, each with a handle that is no
 * good after its end; and nothing is left of those that are gone.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define MANY 34

static uint32_t frames_free(void)
{
    struct counters c;
    counters(&c);
    return c.frames;
}

static uint32_t count(const char *of)
{
    struct module_info info;
    uint32_t n = 0;
    for (int i = 0; (i = list(i, &info)) > 0;)
        n += !strcmp(info.name, of);
    return n;
}

int main(uint32_t arg)
{
    uint32_t child[MANY], status, from, free_before;
    struct module_info info;
    (void)arg;

    wait(create("child", 0), &status); /* tables of the kernel's are warm now */
    free_before = frames_free();
    uint32_t c = create("child", 0);
    check_is("a child ended by exit", wait(c, &status), END_EXIT);
    check_is("with", status, 7);
    check_is("its handle is stale", wait(c, &status), E_NONE);
    check_is("no good for destroying", destroy(c), E_NONE);
    check_is("nor for a map", maps(c), E_NONE);

    uint32_t made = 0;
    while (made < MANY && (int)(child[made] = create("child", 1)) > 0)
        made++;
    check_is("children at once", made, MANY);
    check_is("and all are listed", count("child"), MANY);
    check_is("found by name", lookup("child") > 0, true);
    yield();
    for (uint32_t i = 0; i < made; i += 2)
        check_is("destroyed", destroy(child[i]), 0);
    for (uint32_t i = 0; i < made; i += 2)
        wait(child[i], &status);
    check_is("left", count("child"), MANY / 2);
    for (uint32_t i = 1; i < made; i += 2) {
        destroy(child[i]);
        wait(child[i], &status);
    }
    check_is("left", count("child"), 0);
    check_is("frames lost", free_before - frames_free(), 0);

    c = create("child", 2);
    receive(&status, 4, &from);
    check_is("one with a secret destroyed", destroy(c), 0);
    check_is("which shows", wait(c, &status), END_DESTROYED);
    c = create("child", 4); /* in its slot, so with its ASID */
    check_is("the next one looked where it was", wait(c, &status), END_EXIT);
    check_is("and nothing was mapped", status, 0);
    for (uint32_t i = 0; i < 3; i++) {
        c = create("child", 3);
        check_is("another looked for it", wait(c, &status), END_EXIT);
        check_is("and found", status, 0);
    }
    check_is("list from the end", list(1000, &info), E_NONE);
    return test_wrong;
}
