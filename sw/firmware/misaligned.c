/* Misaligned loads and stores, which the hardware raises as exceptions and an operating
 * system leaves to its firmware: carried out byte by byte with the privilege and the map
 * of the code that trapped. A byte that faults becomes that fault, at the byte's own
 * address; a misaligned atomic stays what it is and goes to the supervisor.
 * SPDX-License-Identifier: ISC */
#include "firmware.h"

#define OPCODE(insn) ((insn) & 0x7f)
#define FUNCT3(insn) ((insn) >> 12 & 7)
#define RD(insn) ((insn) >> 7 & 31)
#define RS2(insn) ((insn) >> 20 & 31)
#define OP_LOAD 0x03
#define OP_STORE 0x23
#define F3_UNSIGNED 4

uint32_t guarded_load(uint32_t addr, uint32_t bits, uint8_t *byte);
uint32_t guarded_store(uint32_t addr, uint32_t bits, uint8_t byte);

/* Reads `size` bytes; a fault leaves its address in `*addr`. MXR lets code be read. */
static uint32_t load(uint32_t *addr, uint32_t size, uint32_t bits, uint32_t *value)
{
    uint8_t byte;

    *value = 0;
    for (uint32_t i = 0; i < size; i++, ++*addr) {
        uint32_t cause = guarded_load(*addr, MSTATUS_MPRV | bits, &byte);

        if (cause)
            return cause;
        *value |= (uint32_t)byte << 8 * i;
    }
    return 0;
}

static uint32_t store(uint32_t *addr, uint32_t size, uint32_t value)
{
    for (uint32_t i = 0; i < size; i++, ++*addr) {
        uint32_t cause = guarded_store(*addr, MSTATUS_MPRV, (uint8_t)(value >> 8 * i));

        if (cause)
            return cause;
    }
    return 0;
}

void misaligned_access(struct frame *f, uint32_t cause)
{
    uint32_t pc = CSR_READ(CSR_MEPC), addr = CSR_READ(CSR_MTVAL), at = pc, insn, value = 0;
    uint32_t fault, size;

    if (load(&at, 4, MSTATUS_MXR, &insn) ||
        (OPCODE(insn) != OP_LOAD && OPCODE(insn) != OP_STORE)) {
        trap_redirect(cause, addr);
        return;
    }
    size = 1u << (FUNCT3(insn) & 3);
    if (OPCODE(insn) == OP_LOAD)
        fault = load(&addr, size, 0, &value);
    else
        fault = store(&addr, size, f->x[RS2(insn)]);
    if (fault) {
        trap_redirect(fault, addr);
        return;
    }
    if (OPCODE(insn) == OP_LOAD) {
        if (size == 2 && !(FUNCT3(insn) & F3_UNSIGNED))
            value = (uint32_t)(int16_t)value;
        f->x[RD(insn)] = value; /* x0's slot is never loaded from */
    }
    CSR_WRITE(CSR_MEPC, pc + 4);
}
