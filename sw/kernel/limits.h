/* How many of each the kernel can hold: with plenty of memory, and on a board
 * with little. Read by C and by entry.S.
 * SPDX-License-Identifier: ISC */
#ifndef KERNEL_LIMITS_H
#define KERNEL_LIMITS_H

#include "memlayout.h"

#if DRAM_SIZE >= 0x400000
#define NMODULES 48    /* modules at once */
#define NQUEUES 16
#define NLIBRARIES 8
#define NOFFERS 16     /* of shared pages */
#define SHARE_PAGES 16 /* of a library, or in an offer */
#define NSLOTS 1024    /* pages on the disk */
#define RING 2048      /* characters on their way out; a power of two */
#define STACK 6144     /* bytes; does not end where in a page the users' stacks do: a small cache has both */
#else
#define NMODULES 8
#define NQUEUES 2
#define NLIBRARIES 1
#define NOFFERS 2
#define SHARE_PAGES 4
#define NSLOTS 128
#define RING 256
#define STACK 4032
#endif

#endif
