/* What the kernel and the modules agree on: gate numbers, errors, and the
 * structures that cross a gate.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_ABI_H
#define GATEHOUSE_ABI_H

#define PAGE_SIZE 4096u
#define NAME_MAX 16 /* names of modules, images, queues; with the final 0 */

#define NGATES 11   /* numbers in gates.def */

#ifndef __ASSEMBLER__
#include <stdint.h>

enum {
#define QUICK(n, name, args) GATE_##name = n,
#define QUICK2(n, name, args) GATE_##name = n,
#define FULL(n, name, args) GATE_##name = n,
#define SWITCH(n, name, args) GATE_##name = n,
#include "gates.def"
#undef QUICK
#undef QUICK2
#undef FULL
#undef SWITCH
};

/* A gate's result below zero is one of these. */
enum {
    E_FAULT = -1,   /* a pointer or range that is not the caller's to use */
    E_INVAL = -2,   /* an argument that no call accepts */
    E_NOMEM = -3,   /* no frame, or the module's limit is reached */
    E_NONE = -4,    /* no such module, image, queue or file; a stale handle */
    E_BUSY = -5,    /* already there, or in use */
    E_FULL = -6,    /* a table of the kernel is full */
    E_PERM = -7,    /* not yours */
    E_IO = -8,      /* the disk said no */
    E_GONE = -9,    /* the partner ended while the caller waited for it */
    E_TOOBIG = -10, /* longer than the receiver's buffer or the limit */
};

/* Protection of allocated pages: as in the page map entry. */
#define PROT_R 2
#define PROT_W 4
#define PROT_X 8

/* How a module ended: status of exit(), or the cause of its last fault. */
enum { END_NONE, END_EXIT, END_FAULT, END_DESTROYED };
#endif
#endif
