/* mhpmcounter3 to 6 count TLB misses of fetch and data, words read by the walker, and flushes;
 * inhibited they stand still.
 * Machine: RTL
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(1), S_RWX);
    fence_all();
    uint32_t code = READ(mhpmcounter3), data = READ(mhpmcounter4), words = READ(mhpmcounter5);
    uint32_t flushes = READ(mhpmcounter6);
    EQ(TOUCH(S, LOAD, VA), OK);
    TRUE(READ(mhpmcounter4) - data >= 1);
    TRUE(READ(mhpmcounter3) - code >= 1);
    TRUE(READ(mhpmcounter5) - words >= 3);
    data = READ(mhpmcounter4);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(READ(mhpmcounter4), data);
    fence_all();
    TRUE(READ(mhpmcounter6) - flushes >= 1);
    WRITE(mcountinhibit, 0xffffffff);
    data = READ(mhpmcounter4);
    words = READ(mhpmcounter5);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(READ(mhpmcounter4), data);
    EQ(READ(mhpmcounter5), words);
    return 0;
}
