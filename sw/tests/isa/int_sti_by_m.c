/* The supervisor timer interrupt (mip.STIP), not delegated: taken in M with MIE only, in S and U
 * always, if enabled in mie.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    handled_by_m(INT_STI);
    return 0;
}
