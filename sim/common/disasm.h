/* The disassembler: RV32IMA with Zicsr, Zifencei, the privileged instructions
 * and Xgate's svc, in the notation of the GNU tools. Stateless; knows exactly
 * the instructions that this machine executes, so what it shows as .word is
 * what the machine finds illegal (but for fields that only CSR rules forbid).
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_DISASM_H
#define GATEHOUSE_DISASM_H

#include <stddef.h>
#include <stdint.h>

struct elf_image;

#define DISASM_TEXT 128

/* Text of one instruction. pc and symbols (may be NULL) serve the targets of
 * branches and jumps. Returns buf. */
char *disasm(uint32_t insn, uint32_t pc, const struct elf_image *symbols, char buf[DISASM_TEXT]);

#endif
