/* Memory where it is asked for: zeros at first, the module's own, gone after
 * release; the heap and the stack grow by being touched.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

static int failures;

static void check(const char *what, bool ok)
{
    printf("%s: %s\n", what, ok ? "yes" : "NO");
    failures += !ok;
}

static void touch(uint32_t va)
{
    (void)*(volatile uint32_t *)va;
}

static uint32_t deep(uint32_t n)
{
    volatile uint32_t room[256];
    room[n % 256] = n;
    return n ? deep(n - 1) + room[n % 256] : 0;
}

int main(uint32_t arg)
{
    (void)arg;
    struct fault f;
    volatile uint32_t *p = (void *)0x50000000;

    check("allocated at 50000000", allocate((void *)p, 3 * PAGE_SIZE, PROT_R | PROT_W) == 0x50000000);
    check("all zeros", !p[0] && !p[1023] && !p[1024] && !p[3071]);
    for (uint32_t i = 0; i < 3072; i += 512)
        p[i] = i ^ 0x5A5A;
    bool same = true;
    for (uint32_t i = 0; i < 3072; i += 512)
        same &= p[i] == (i ^ 0x5A5A);
    check("what was written is there", same);
    check("the same again is refused", allocate((void *)p, 4, PROT_R) == E_BUSY);
    check("the page behind it is not mapped", attempt(touch, 0x50003000, &f) && f.cause == 13 &&
          f.value == 0x50003000);
    check("the middle page released", release((void *)(p + 1024), PAGE_SIZE) == 0);
    check("and gone", attempt(touch, 0x50001000, &f) && f.cause == 13 && f.value == 0x50001000);
    check("its neighbours not", p[512] == (512 ^ 0x5A5A) && p[2048] == (2048 ^ 0x5A5A));
    check("allocated again, and zero", allocate((void *)(p + 1024), 4, PROT_R | PROT_W) == 0x50001000 &&
          !p[1024] && !p[1536]);

    uint32_t heap = grow(3 * PAGE_SIZE);
    *(volatile uint32_t *)(heap + 2 * PAGE_SIZE) = 7;
    check("the heap grew", *(volatile uint32_t *)(heap + 2 * PAGE_SIZE) == 7);
    check("but not further", attempt(touch, heap + 4 * PAGE_SIZE, &f) && f.cause == 13);
    check("and cannot reach the stack", grow(0x00400000) == E_NOMEM);
    check("the stack grew", deep(20) == 210);
    printf("%d wrong\n", failures);
    return failures;
}
