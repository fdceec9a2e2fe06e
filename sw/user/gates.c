/* Gate calls with arguments, results and errors.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

static int failures;

static void check(const char *what, int got, int expected)
{
    printf("%s: %d%s\n", what, got, got == expected ? "" : ", WRONG");
    failures += got != expected;
}

int main(uint32_t arg)
{
    static char text[32];
    uint64_t before = time(), after;

    check("argument given at the start", arg, 42);
    check("null", null_gate(), 0);
    check("self is a handle", self() > 0, true);
    check("name", name(text, sizeof text), 5);
    check("name is gates", strcmp(text, "gates"), 0);
    check("name, buffer too short", name(text, 5), E_TOOBIG);
    check("name, no buffer", name((char *)0x70000000, 32), E_FAULT);
    check("name, read-only buffer", name((char *)main, 32), E_FAULT);
    check("write of 4", write("1234", 4), 4);
    check("\nwrite of 0", write(text, 0), 0);
    check("write from the kernel", write((void *)0x80000000, 4), E_FAULT);
    check("write that wraps", write((void *)0x7FFFFFF0, 0xFFFFFFF0), E_FAULT);
    check("write from page 0", write((void *)4, 4), E_FAULT);
    check("allocate, not a page's address", allocate((void *)0x50000004, 4, PROT_R), E_INVAL);
    check("allocate, no protection", allocate((void *)0x50000000, 4, 0), E_INVAL);
    check("allocate, writable code", allocate((void *)0x50000000, 4, PROT_R | PROT_W | PROT_X),
          E_INVAL);
    check("release of what is not there", release((void *)0x50000000, 4), E_FAULT);
    check("release of code", release((void *)0x10000, 4), E_FAULT);
    after = time();
    check("time goes forward", after > before, true);
    printf("%d wrong\n", failures);
    return failures;
}
