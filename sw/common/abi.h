/* What the kernel and the modules agree on: gate numbers, errors, and the
 * structures that cross a gate.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_ABI_H
#define GATEHOUSE_ABI_H

#define PAGE_SIZE 4096u
#define NAME_MAX 16 /* names of modules, images, queues; with the final 0 */

#define NGATES 38   /* numbers in gates.def */

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

/* How a module ended: with the status of exit(), or the cause of a fault. */
enum { END_NONE, END_EXIT, END_FAULT, END_DESTROYED };

#ifndef MESSAGE_MAX
#define MESSAGE_MAX 4096 /* bytes in a message or an entry of a queue */
#endif
#define QUEUE_SLOTS 4    /* messages that a queue holds */

#define TRANSFER_MAX 4096 /* bytes that one write, read or append moves */

/* open(): how */
#define OPEN_READ 0
#define OPEN_WRITE 1 /* makes the file, or empties it */

/* list(): one module */
struct module_info {
    uint32_t id, parent;
    char name[NAME_MAX];
    uint32_t state; /* STATE_* */
    uint32_t pages; /* in memory */
    uint32_t ran;   /* time on the processor */
};
enum { STATE_FREE, STATE_READY, STATE_RUNNING, STATE_BLOCKED, STATE_ENDED };

/* directory(): one file */
struct file_info {
    char name[NAME_MAX];
    uint32_t size;
};

/* counters(): what the kernel counts of its own doings */
struct counters {
    uint32_t copies;     /* message bodies copied, once each */
    uint32_t switches;   /* of the map in use, from one module's to another's */
    uint32_t fences;     /* sfence.vma executed */
    uint32_t faults;     /* page faults repaired */
    uint32_t page_ins;   /* pages read from the disk */
    uint32_t page_outs;  /* pages written to it */
    uint32_t drops;      /* clean pages taken away without a write */
    uint32_t frames;     /* free now */
    uint32_t idle;       /* time in which nobody was ready */
};
#endif
#endif
