/* Inside the generator: what its parts (one file each) know of one another.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_GENERATE_H
#define GATEHOUSE_FUZZ_GENERATE_H

#include <stdbool.h>
#include <stdint.h>

#include "encode.h"
#include "program.h"
#include "rng.h"

enum { IN_U, IN_S, IN_M = 3 };

#define MAPS 4
#define BLOCKS 96
#define GOOD_ENTRIES (MAPS * 2 * (FUZZ_DATA_PAGES + FUZZ_CODE_PAGES))
#define MAP_WORDS 512 /* watched entries of the maps */

struct block {
    uint32_t at;   /* physical */
    unsigned mode; /* that it is written for */
    bool handler;  /* S's, of traps: it comes to an end */
};

struct generator {
    struct program *p;
    struct rng rng;

    /* maps.c */
    unsigned maps;              /* of this program: few meet each other often */
    uint32_t map[MAPS];         /* satp or upmar values */
    unsigned table_pages;       /* used so far */
    uint32_t entry[MAP_WORDS];  /* physical addresses of map words of interest, */
    uint32_t entry_va[MAP_WORDS]; /* an address that each translates */
    unsigned entries;
    uint32_t good_entry[GOOD_ENTRIES]; /* the same, mostly leaves in use */
    uint32_t good_entry_va[GOOD_ENTRIES];
    unsigned good_entries;
    uint16_t flags_offset[256]; /* where a block begins in the page with these flags, if it is code */

    /* blocks.c */
    struct block block[BLOCKS];
    uint32_t at, end;       /* where the next instruction goes, where the block's room ends */
    unsigned mode;          /* that the block under way is written for */
    uint8_t pool[8];        /* registers in frequent use, so that they depend on one another */
    uint8_t pointer[3];     /* registers that hold addresses */
    unsigned weight[40];    /* of the kinds of items, drawn anew for each program */
};

/* maps.c: page maps, gate tables, and addresses worth an access. */
void maps_generate(struct generator *g);
void gates_generate(struct generator *g);
uint32_t random_pte(struct generator *g);
uint32_t random_descriptor(struct generator *g);
uint32_t random_map(struct generator *g);     /* a value for satp or upmar */
uint32_t with_other_frame(struct generator *g, uint32_t pte); /* of the same sort */
uint32_t random_asid(struct generator *g);
uint32_t random_va(struct generator *g);      /* aligned to 4, for loads and stores */
uint32_t random_physical(struct generator *g);
uint32_t random_flags_va(struct generator *g, bool code); /* by an entry with any flags */
uint32_t random_global_va(struct generator *g);
uint32_t random_device_va(struct generator *g);
uint32_t random_cliff(struct generator *g);   /* code just before a page that cannot be fetched */
uint32_t user_address(uint32_t physical);     /* of code or data in U's windows */

/* operands.c */
uint32_t random_operand(struct generator *g);
uint32_t random_instruction(struct generator *g); /* any word: most of them legal */
unsigned random_csr(struct generator *g);
uint32_t random_csr_value(struct generator *g, unsigned csr);

/* blocks.c */
void place_blocks(struct generator *g);   /* before anything that refers to them */
void blocks_generate(struct generator *g);
uint32_t random_entry_point(struct generator *g, unsigned mode); /* physical, of a block */
uint32_t random_handler(struct generator *g);     /* for stvec */
unsigned any_register(struct generator *g);
unsigned source(struct generator *g);
unsigned destination(struct generator *g);
void emit(struct generator *g, uint32_t insn);
void emit_any_access(struct generator *g, unsigned base); /* items_memory.c */
#define CLIFF_POINTER 10 /* what the last word of a page uses */
uint32_t random_last_word(struct generator *g);           /* items_pair.c: of a page of code */
void emit_li(struct generator *g, unsigned rd, uint32_t value);
bool room(const struct generator *g, unsigned words);

/* items_*.c: each emits one idea, at most ITEM_WORDS long. */
#define ITEM_WORDS 24
typedef void item(struct generator *g);
item item_alu, item_multiply, item_branch, item_loop, item_call, item_odd_jump;
item item_access, item_access_run, item_atomic, item_lr_sc, item_device, item_patch;
item item_operands, item_away, item_pair, item_msip, item_uart, item_probe, item_cliff;
item item_csr, item_fence, item_map_change, item_gate_change, item_trap, item_wfi, item_svc,
    item_return, item_resume, item_mprv, item_illegal, item_map_switch, item_timer;

#endif
