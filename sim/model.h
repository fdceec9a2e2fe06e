/* The reference model of Gatehouse: RV32IMA_Zicsr_Zifencei with M, S and U,
 * Sv32, Sstc and Xgate, executed one instruction at a time from the manuals.
 * It runs images by itself, or judges the RTL instruction by instruction.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_MODEL_H
#define GATEHOUSE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/retire.h"

#define MODEL_DRAM_BASE 0x80000000u
#define MODEL_ROM_BASE 0x00001000u
#define MODEL_ROM_BYTES 4096u

struct sdcard;

struct model_config {
    uint64_t dram_bytes; /* a multiple of 4096, at most 2 GiB */
    unsigned asid_bits;  /* 0 to 9: how many ASID bits satp and upmar hold */
    bool lockstep;       /* stepped by model_step_lockstep(), without devices */

    /* Lockstep: let the RTL translate by entries that have been in the page map
     * since the last sfence.vma that covers them, as priv 4.2.1 does. Off, every
     * translation must follow the map as it is in memory: right for programs
     * that fence after each change of a valid entry. */
    bool stale_maps;

    /* Stand-alone only; any of these may be NULL. */
    struct sdcard *sdcard;                 /* borrowed: the caller closes it */
    void (*uart_out)(void *ctx, uint8_t c);
    int (*uart_in)(void *ctx);             /* next input byte, -1 for none yet */
    void *uart_ctx;
};

/* What a step came to. */
enum model_status {
    MODEL_OK = 0,
    MODEL_EXIT,       /* the program ended itself: model_exit_code() */
    MODEL_RESET,      /* it asked the finisher for a reset (stand-alone) */
    MODEL_IMPOSSIBLE, /* the RTL's record claims what no legal machine does:
                         model_message() says what (lockstep) */
};

/* A machine at reset, its DRAM zero. NULL when memory runs out. */
struct model *model_new(const struct model_config *config);
void model_free(struct model *m);

/* Sets config.stale_maps. */
void model_set_stale_maps(struct model *m, bool allowed);

/* To the reset state (pc 0x1000, M mode); DRAM and ROM keep their content. */
void model_reset(struct model *m);

/* The DRAM itself, config.dram_bytes long, little-endian, owned by the model.
 * To be written before the first step only: later writes go unnoticed by the
 * model's translation cache. */
uint8_t *model_dram(struct model *m);

/* Content of the boot ROM; without it the ROM holds a0 = a1 = 0 and a jump to
 * DRAM. What is longer than the ROM is cut. */
void model_set_rom(struct model *m, const void *bytes, size_t n);

/* A store of an odd word to this physical address ends the program: 1 passes,
 * 2n + 1 fails with code n. Both ways of stepping honour it. */
void model_set_tohost(struct model *m, uint32_t paddr);

/* Runs one instruction of the machine by itself, taking a pending interrupt
 * first; mtime advances one tick an instruction, and `wfi` skips to the next
 * timer event. `out`, which may be NULL, tells what retired. */
enum model_status model_step(struct model *m, struct retire *out);

/* Runs the instruction that the RTL says has retired, and fills `out` with
 * what should have. Of `rtl` the model believes only what it cannot know:
 *   intr, intr_cause    an interrupt came before this instruction
 *   mip                 the hardware's pending bits as the instruction saw them
 *   mem_rdata           of loads from devices (stores to devices do nothing)
 *   rd_val              of reads of the cycle, time and event counters
 *   insn                where it is a word overwritten since the last fence.i
 * After MODEL_IMPOSSIBLE `out` is still filled, as if the claim were right.
 * order, cycle and mip of `out` are copied from `rtl`. In `out`, rs1 and rs2
 * are zero where the instruction does not read them; on a trap they mean
 * nothing and should not be compared, rd, the mem_ fields are zero, and so is
 * pc_paddr if the fetch itself faulted. */
enum model_status model_step_lockstep(struct model *m, const struct retire *rtl,
                                      struct retire *out);

/* Exit status after MODEL_EXIT: 0 is success. */
int model_exit_code(const struct model *m);

/* The reason of the last MODEL_IMPOSSIBLE, one line, owned by the model. */
const char *model_message(const struct model *m);

/* State for display. Register numbers 0 to 31. */
uint32_t model_pc(const struct model *m);
uint32_t model_reg(const struct model *m, unsigned number);

#endif
