/* The one header of the directed tests. An assembly test gets the macros of lib/asm.h (no run-time
 * support, M mode only); a C test gets lib/rt.h (trap catcher, page maps, snippets in S and U).
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include "../common/csr.h"

#define FINISHER 0x00100000
#define FINISH_PASS 0x5555
#define FINISH_FAIL 0x3333 /* the code in the upper half */

#ifdef __ASSEMBLER__
#include "lib/asm.h"
#else
#include "lib/rt.h"
#endif
#endif
