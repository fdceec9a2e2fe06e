/* The names that the manuals (and Xgate) give to registers, CSRs, modes,
 * causes and page-map entry flags: one place, for every text we print.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_ISA_NAMES_H
#define GATEHOUSE_ISA_NAMES_H

#include <stddef.h>
#include <stdint.h>

#define ISA_OPCODE_SVC 0x0B /* custom-0 */
#define ISA_SRET 0x10200073u
#define ISA_MRET 0x30200073u
#define ISA_WFI 0x10500073u

const char *isa_reg_name(unsigned reg); /* ABI name: zero, ra, sp, ... */

/* NULL if the number is not one of this machine's CSRs. */
const char *isa_csr_name(unsigned number);

const char *isa_mode_name(unsigned mode); /* "U", "S", "M" */

/* Name of a cause as mcause/scause hold it; bit 31 tells interrupts. Gate
 * entries have a name here too. Never NULL. */
const char *isa_cause_name(uint32_t cause);

/* Flags of a page-map entry as "VRWXUGAD", absent ones left out. Returns buf. */
#define ISA_PTE_FLAGS 9
char *isa_pte_flags(uint32_t pte, char buf[ISA_PTE_FLAGS]);

#endif
