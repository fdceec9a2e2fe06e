/* The supervisor software interrupt (mip.SSIP), not delegated: taken in M with MIE only, in S
 * and U always, if enabled in mie.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    handled_by_m(INT_SSI);
    return 0;
}
