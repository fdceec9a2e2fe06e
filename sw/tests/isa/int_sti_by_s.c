/* The supervisor timer interrupt (mip.STIP), delegated: never taken in M, in S with SIE only, in
 * U always.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    handled_by_s(INT_STI);
    return 0;
}
