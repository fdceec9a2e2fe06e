/* All that one file of the kernel may know of another.
 * SPDX-License-Identifier: ISC */
#ifndef KERNEL_H
#define KERNEL_H

#include "abi.h"
#include "common.h"
#include "entry.h"
#include "fs.h"
#include "memlayout.h"
#include "riscv.h"

#include <stdbool.h>

typedef uint32_t pte_t;

#define MODULE_PAGES 1024 /* in memory, for each */
#define NHANDLES 4    /* open files, for each */
#define NFRAMES ((REGION_BASE - DRAM_BASE) / PAGE_SIZE)
#define NSEGMENTS 4   /* in a program */
#define PTE_ALLOCATED 0x100 /* a software bit: may be released */
#define PTE_RIGHTS (PTE_R | PTE_W | PTE_X | PTE_U | PTE_ALLOCATED)
#define QUANTUM 20000 /* time ticks before another module's turn */
#define LINE_MAX 128   /* a console line, without the module's name */

#define PAGE_OF(va) ((va) & ~(PAGE_SIZE - 1))
#define PAGE_UP(n) PAGE_OF((n) + PAGE_SIZE - 1)
#define PTE_FRAME(pte) (((pte) >> 10) << 12)
#define FRAME_PTE(pa) (((uint32_t)(pa) >> 12) << 10)

/* Registers in a module's frame, by number; x0's place holds the pc. */
enum { PC = 0, RA = 1, SP = 2, T0 = 5, S0 = 8, A0 = 10, A1, A2, A3, A4, A5, A6, A7 };

/* A program's bytes: in the archive in memory, or a file on the disk. */
struct image {
    const uint8_t *mem; /* the archive's copy, or 0 */
    uint32_t size;
    int file; /* the file's number in the directory, if mem is 0 */
};

struct segment {
    uint32_t va, filesz, memsz, offset;
    uint32_t perm; /* PTE_R, PTE_W, PTE_X */
};

/* States of a module */
#define FREE STATE_FREE
#define READY STATE_READY /* in the ready queue */
/* RUNNING: the one that left for user mode last; BLOCKED: waits on `chan`, or
 * for another to complete it (both in entry.h) */
#define ENDED STATE_ENDED /* until its maker has asked how */
_Static_assert(RUNNING == STATE_RUNNING && BLOCKED == STATE_BLOCKED, "entry.h");
_Static_assert(GATE_RCALL == GATE_rcall && GATE_RSERVE == GATE_rserve, "entry.h");

struct module {
    uint32_t regs[32]; /* entry.S knows the places of these: */
    uint32_t map;      /* the value of its map register */
    uint8_t gate;      /* number of the gate it is in */
    uint8_t in_gate;   /* stopped in a gate: temporaries are dead */
    uint8_t mail;      /* somebody may sleep on mailbox */
    uint32_t state;
    uint32_t id;      /* handle: generation and slot */
    uint32_t partner; /* in a register call: who may go on with it, or ANYONE */

    uint8_t retry;    /* the gate is to be tried again */
    uint8_t retrying; /* and just is */
    struct module *next; /* in the ready queue */
    const void *chan;    /* what a blocked module waits for */
    uint32_t ticket;     /* when it began to */
    uint32_t awaits;     /* the handle of the module that is to answer, or 0 */
    char mailbox, inbox; /* their addresses: who would meet it; itself */
    uint32_t *waits_in;  /* the count of those in line at a queue */
    uint32_t queues;     /* the queues it holds, a bit each */
    uint64_t until;      /* the end of its sleep() */
    pte_t *root;         /* its page map */
    char name[NAME_MAX];
    uint32_t parent;     /* whose wait() tells it how this one ended */
    const struct boot_entry *boot; /* what the boot configuration says, or 0 */
    void *fixed_frame;             /* where the next page is to lie, or 0 */
    struct image image;
    struct segment seg[NSEGMENTS];
    int nsegments;
    uint32_t heap, brk, stack_low; /* heap is [heap, brk) */
    uint32_t pages;                /* mapped in its space */
    uint32_t handler;              /* where its next fault goes, or 0 */
    uint64_t ran;                  /* time on the processor */
    uint32_t debt;                 /* what it had beyond its quanta */
    uint32_t end, status;          /* how it ended */
    struct handle {
        uint8_t mode; /* OPEN_* + 1; 0: free */
        uint8_t file;
        uint32_t at;
    } files[NHANDLES];
    uint32_t line_len;
    char line[LINE_MAX];
} __attribute__((aligned(32)));
_Static_assert(sizeof(struct module) == MODULE_SIZE, "entry.h");
_Static_assert(offsetof(struct module, map) == 128 && offsetof(struct module, gate) == 132 &&
                   offsetof(struct module, mail) == 134 && offsetof(struct module, state) == 136 &&
                   offsetof(struct module, id) == 140 && offsetof(struct module, partner) == 144,
               "entry.S");

/* Why a page is not to be had (index of page_error()). */
enum { PAGE_OK, PAGE_UNMAPPED, PAGE_KERNEL, PAGE_READONLY, PAGE_NOEXEC, PAGE_NOREAD,
       PAGE_MEETS, PAGE_NOMEM, PAGE_DISK };

/* entry.S: lies at the end of the kernel stack; only the stubs know it so. */
extern struct cpu {
    struct module *current; /* whose gate or fault is served */
    uint32_t leave;         /* current cannot go on: schedule another */
    uint32_t switches;      /* of the module that runs */
} cpu;
void user_enter(struct module *m) __attribute__((noreturn));
extern const uint32_t gate_stubs[];
extern char text_start[], text_end[], rodata_end[], stack_guard[];
extern char trap_entry[];

/* main.c */
void finish(uint32_t code) __attribute__((noreturn));

/* uart.c, console.c */
void uart_init(void);
void uart_put(char c);
void uart_interrupt(void);
void uart_drain(void);
void print(const char *f, ...); /* formats as in common.h */
void console_flush(struct module *m);
void console_input(char c);
bool console_awaited(void);

/* frame.c: frames of physical memory; handed out and kept all zero */
void frame_init(uint32_t limit);
void *frame_alloc(void);
void frame_share(void *frame);
void frame_free(void *frame);
uint32_t frame_number(void *frame);
void frame_own(void *frame, const struct module *m, uint32_t va);
struct module *frame_next(void **frame, uint32_t *va);
uint16_t *frame_slot(void *frame);

/* swap.c: frames taken from one page for another */
void swap_init(void);
void *frame_get(void);
void *frame_for(struct module *m, uint32_t page);
int frame_refusal(void);
int swap_in(struct module *m, uint32_t page, const pte_t *e, uint32_t access);
void slot_free(uint32_t slot);

/* sd.c: the disk, as ../fs/fs.h wants it; E_IO: no card */
int sd_init(void);

/* vm.c: page maps */
extern pte_t *kernel_root;
void vm_init(void);
pte_t *vm_walk(pte_t *root, uint32_t va, bool make);
int vm_new(struct module *m);
void vm_free(struct module *m);
int vm_map(struct module *m, uint32_t va, void *frame, uint32_t perm);
void vm_unmap(struct module *m, uint32_t va);
uint32_t module_asid(const struct module *m);

/* memory.c */
bool page_unused(struct module *m, uint32_t va);

/* fault.c: pages that are to be had although the map does not say so yet */
const struct segment *segment_of(const struct module *m, uint32_t va);
int page_get(struct module *m, uint32_t va, uint32_t access, void **out);
const char *page_error(int why);

/* copy.c: the only ways from and to a module's memory; E_FAULT or 0 */
bool user_range(uint32_t va, uint32_t len);
int copy_in(struct module *m, void *dst, uint32_t va, uint32_t len);
int copy_out(struct module *m, uint32_t va, const void *src, uint32_t len);
int copy_between(struct module *to, uint32_t to_va, struct module *from, uint32_t from_va,
                 uint32_t len, bool *receivers);
int copy_name(struct module *m, char name[NAME_MAX], uint32_t va);

/* archive.c: images in memory and what to start at boot */
enum { START = 1 }; /* flags */
struct boot_entry {
    char name[NAME_MAX], image[NAME_MAX];
    uint32_t offset, size; /* of the image in the archive */
    uint32_t flags, arg;
    uint32_t expect, status; /* END_*, and with what */
    uint32_t nframes;        /* pages placed in frames of the region: */
    uint8_t page[8], frame[8];
};
extern const struct archive {
    uint32_t magic, entries;
    uint32_t frames;  /* the kernel has only so many to give; 0: all */
    uint32_t symbols; /* where in the archive the kernel's own are, as text; 0: none */
    uint32_t disk;    /* there is one to be used */
    struct boot_entry entry[];
} archive_start;
int image_find(const char *name, struct image *image);
int image_read(const struct image *image, uint32_t offset, void *dst, uint32_t len);

/* elf.c */
int elf_load(struct module *m, uint32_t *entry, uint32_t low);

/* module.c */
extern struct module modules[NMODULES];
struct module *module_new(const char *name, const struct image *image, uint32_t arg,
                          const struct boot_entry *boot, int *error);
struct module *module_find(uint32_t id);
void module_end(struct module *m, uint32_t end, uint32_t status);

/* boot.c: the boot configuration: starts modules, judges how they end */
void boot_start(void);
void boot_ended(struct module *m);
void boot_stuck(void);

/* sched.c */
void make_ready(struct module *m);
void unready(struct module *m);
int sleep_on(struct module *m, const void *chan);
bool wake_one(const void *chan);
void wake_all(const void *chan);
void complete(struct module *m, int result);
void hand_over(struct module *to);
struct module *schedule(uint32_t result);

/* what is left of m in queues, messages, shares and files when it ends */
void queue_leave(struct module *m);
void message_leave(struct module *m);
void share_leave(struct module *m);

/* trap.c */
struct module *trap(struct module *m);

/* gate.c; the gates themselves are in the files of what they do */
typedef int gate_function(struct module *m, const uint32_t *a);
#define QUICK(n, name, args) uint32_t gate_##name(void);
#define QUICK2(n, name, args) uint64_t gate_##name(void);
#define FULL(n, name, args) gate_function gate_##name;
#define SWITCH(n, name, args) gate_function gate_##name;
#include "gates.def"
#undef QUICK
#undef QUICK2
#undef FULL
#undef SWITCH
void gate_init(void);
int gate_again(struct module *m);

#endif
