/* Numbers that entry.S and C must agree on.
 * SPDX-License-Identifier: ISC */
#ifndef KERNEL_ENTRY_H
#define KERNEL_ENTRY_H

#include "limits.h"

#define MODULE_SIZE 544 /* struct module: no power of two, for the cache's sake */
#define RUNNING 2       /* states, as in abi.h */
#define BLOCKED 3
#define ANYONE 0xFFFFFFFF /* a partner: whoever calls */
#define GATE_RCALL 24
#define GATE_RSERVE 25

#endif
