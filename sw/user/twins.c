/* Two modules of one image write the same virtual address, each its own value,
 * and find it again although the other wrote there in between.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

volatile uint32_t shared_address;

int main(uint32_t arg)
{
    for (uint32_t round = 1; round <= 3; round++) {
        shared_address = arg * 1000 + round;
        printf("round %u: %u written at %08x\n", round, shared_address, (uint32_t)&shared_address);
        yield();
        if (shared_address != arg * 1000 + round) {
            printf("round %u: found %u\n", round, shared_address);
            return 1;
        }
    }
    printf("every value was still there\n");
    return 0;
}
