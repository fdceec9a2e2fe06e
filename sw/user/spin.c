/* An endless loop that never calls a gate.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

int main(uint32_t arg)
{
    for (volatile uint32_t n = arg;; n++)
        ;
}
