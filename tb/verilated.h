/* The verilated machine, for C. Owns the model that Verilator made and its
 * waveform file; promises that a clock cycle is verilated_low (inputs in,
 * outputs and retirement settled) followed by verilated_high (the edge).
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_VERILATED_H
#define GATEHOUSE_VERILATED_H

#include <stdbool.h>
#include <stdint.h>

#include "../sim/common/retire.h"

#ifdef __cplusplus
extern "C" {
#endif

struct verilated;

#define MACHINE_EVENTS 10 /* events that the core counts: mhpmcounter3 to 12 */

struct machine_inputs {
    uint8_t rst, uart_rx, spi_miso;
    uint16_t dram_latency;
    uint32_t dram_bytes;
};

struct machine_outputs {
    uint8_t uart_tx, spi_sck, spi_mosi, spi_cs_n;
    uint8_t finish_valid;
    uint8_t valid;         /* an instruction retires: verilated_retired() has it */
    uint16_t events;       /* bit i: the event of mhpmcounter3+i happens in this cycle */
    uint32_t finish_code;
};

/* What RVFI reports and struct retire does not hold. */
struct rvfi_before {
    uint32_t mstatus, mepc, mcause, mtval, scause; /* before the instruction */
};

/* rom_file: the boot ROM's content, one 32-bit word in hexadecimal a line. Not
 * watched, the machine is quicker and says no more of an instruction than
 * verilated_outline() gives. */
struct verilated *verilated_new(const char *rom_file, bool watched);
void verilated_free(struct verilated *v); /* closes the waveform */

unsigned verilated_asid_bits(const struct verilated *v);

void verilated_low(struct verilated *v, const struct machine_inputs *in,
                   struct machine_outputs *out);
void verilated_high(struct verilated *v);
/* Between the two: what the card answers to this cycle's pins. */
void verilated_miso(struct verilated *v, bool level);

/* After verilated_low with out->valid: the RVFI signals as they are. cycle,
 * cause, tval, intr_cause and next_mode are left to rvfi_complete(). */
void verilated_retired(struct verilated *v, struct retire *r, struct rvfi_before *before);

/* The same of a machine that is not watched: only insn, trap, pc, next_pc,
 * pc_paddr and the memory access are filled in. */
void verilated_outline(struct verilated *v, struct retire *r);

/* Waveforms exist only in a model that was verilated for them. Between
 * verilated_wave_on(v, true) and (v, false) each half cycle is written. */
bool verilated_can_wave(void);
bool verilated_wave_open(struct verilated *v, const char *path);
void verilated_wave_on(struct verilated *v, bool on);

/* DRAM storage, given by the C side (called from dram.v by DPI-C); addresses
 * are offsets from the base, aligned to 4; sel has a bit for each byte lane. */
int dram_read(int addr);
void dram_write(int addr, int data, int sel);

#ifdef __cplusplus
}
#endif
#endif
