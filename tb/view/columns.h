/* The columns of a recording: growing arrays of little-endian numbers, which the
 * page reads back as typed arrays. Owns their memory; a failed allocation ends the
 * program, which is a generator and has nothing to save.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_VIEW_COLUMNS_H
#define GATEHOUSE_VIEW_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

/* X(name, bytes of an element). `at` columns hold the first instruction of the
 * window that sees the change: 0 is the state at its beginning. */
#define COLUMNS(X)                                                                  \
    /* one for each instruction */                                                  \
    X(code, 4)      /* index into the table of instructions */                      \
    X(flags, 1)     /* FLAG_*, and the mode in bits 1:0 */                          \
    X(rd, 1)        /* register written, 0 if none */                               \
    X(pc_frame, 4)  /* physical page of the pc; all ones if the fetch faulted */    \
    X(pc_pte, 4)    /* its leaf; 0 if not translated */                             \
    /* one for each with rd not 0 */                                                \
    X(rd_value, 4)                                                                  \
    /* one for each with FLAG_MEMORY */                                             \
    X(mem_va, 4) X(mem_pa, 4) /* the latter without its low two bits */             \
    X(mem_pte, 4) X(mem_mask, 1) /* lanes written in 7:4, read in 3:0 */            \
    X(mem_data, 4)                                                                  \
    /* events: kind, and two numbers by kind */                                     \
    X(event_at, 4) X(event_kind, 1) X(event_a, 4) X(event_b, 4)                     \
    /* changes of control registers */                                              \
    X(csr_at, 4) X(csr_number, 1) X(csr_value, 4)                                   \
    /* changes of words in pages of page maps */                                    \
    X(map_at, 4) X(map_word, 4) X(map_value, 4)                                     \
    /* page maps come into use, and (owner all ones) are given up */                \
    X(root_at, 4) X(root_ppn, 4) X(root_owner, 2)                                   \
    /* stretches of one mode and one module */                                      \
    X(span_at, 4) X(span_mode, 1) X(span_who, 2)                                    \
    /* TLB replay: a slot's key (0: invalid) and leaf */                            \
    X(tlb_at, 4) X(tlb_slot, 1) X(tlb_key, 4) X(tlb_pte, 4)                         \
    /* what the console printed */                                                  \
    X(uart_at, 4) X(uart_char, 1)

enum column_name {
#define X(name, bytes) COL_##name,
    COLUMNS(X)
#undef X
    COLUMN_COUNT
};

enum {
    FLAG_MODE = 0x03, FLAG_TRAP = 0x04, FLAG_INTR = 0x08,
    FLAG_FETCH_MISS = 0x10, FLAG_DATA_MISS = 0x20, FLAG_MEMORY = 0x40,
    FLAG_GATE = 0x80, /* the memory access is the physical read of a gate's descriptor */
};

struct columns {
    struct column {
        uint8_t *bytes;
        size_t used, room;
    } column[COLUMN_COUNT];
};

unsigned column_width(enum column_name c);
const char *column_title(enum column_name c);
void column_add(struct columns *cs, enum column_name c, uint32_t value);
void columns_free(struct columns *cs);

/* realloc() that does not fail. */
void *must_realloc(void *p, size_t bytes);

#endif
