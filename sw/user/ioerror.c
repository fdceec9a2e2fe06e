/* A disk that fails: an image that cannot be read is an error to who asked; a
 * module whose page cannot be got is stopped; the rest goes on. Argument: 1
 * needs more memory than there is.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define PAGES 48

int main(uint32_t arg)
{
    uint32_t status;
    if (arg) {
        volatile uint32_t *p = (uint32_t *)grow(PAGES * PAGE_SIZE);
        for (uint32_t i = 0; i < PAGES; i++)
            p[i * 1024] = i;
        return 0;
    }
    check_is("an image on sectors that fail", create("broken", 0), E_IO);
    uint32_t c = create("ioerror", 1);
    check_is("one that needed the disk was stopped", wait(c, &status), END_FAULT);
    check_is("at a store", status, 15);
    c = create("child", 0);
    check_is("another one runs", wait(c, &status), END_EXIT);
    return test_wrong;
}
