/* Forged and stale handles, and mappings used after they are gone. Argument:
 * 1 has a page and says so; 2, in its place, finds none there.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define PAGE ((void *)0x50000000)

static uint32_t wrong;

static void refuse(int got)
{
    wrong += got != E_NONE && got != E_PERM;
}

static void touch(uint32_t a) { (void)*(volatile uint32_t *)a; }

int main(uint32_t arg)
{
    uint32_t status, witness = lookup("guardian"), child = create("hog", 4);
    struct words w = {0, 0, 0};
    struct fault f;
    char text[4] = "";
    if (arg == 1) {
        allocate(PAGE, PAGE_SIZE, PROT_R | PROT_W);
        touch((uint32_t)PAGE);
        call(lookup("stale"), text, 4, 4); /* which never answers */
    }
    if (arg == 2)
        return !attempt(touch, (uint32_t)PAGE, &f);
    for (uint32_t i = 0; i < 64; i++) { /* other generations, other slots */
        refuse(destroy(child ^ i << 8 ^ 0x4000));
        refuse(destroy((child & ~0xFF) | i | 0x40));
    }
    refuse(destroy(witness));
    refuse(wait(witness, &status));
    refuse(reply(witness, text, 4));
    destroy(child);
    wait(child, &status);
    refuse(destroy(child));
    refuse(wait(child, &status));
    refuse(maps(child));
    refuse(send(child, text, 4));
    refuse(call(child, text, 4, 4));
    refuse(rcall(child, &w));
    refuse(offer((void *)0x50000000, 4, child));
    for (uint32_t i = 0; i < 40; i++) {
        refuse(accept(i, (void *)0x60000000));
        refuse(put(i, text, 4));
        refuse(get(i, text, 4));
        refuse(read(i, text, 4));
        refuse(close(i));
    }
    allocate((void *)0x50000000, PAGE_SIZE, PROT_R | PROT_W);
    touch(0x50000000);
    release((void *)0x50000000, PAGE_SIZE);
    wrong += !attempt(touch, 0x50000000, &f);
    child = create("stale", 1); /* from here on destruction */
    receive(text, sizeof text, &status);
    refuse(reply(child ^ 0x100, text, 4));
    destroy(child);
    refuse(reply(child, text, 4));
    wait(child, &status);
    child = create("stale", 2);
    wrong += wait(child, &status) != END_EXIT || status;
    printf("%u handles or mappings wrongly good\n", wrong);
    return wrong != 0;
}
