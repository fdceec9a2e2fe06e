/* Where everything of a random program lies, for the generator in C and for
 * the fixture in assembly. Owns the numbers; holds nothing but numbers.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_LAYOUT_H
#define GATEHOUSE_FUZZ_LAYOUT_H

#define FUZZ_DRAM 0x80000000
#define FUZZ_DRAM_BYTES 0x80000 /* 512 KiB */

#define FUZZ_FIXTURE 0x80000000  /* reset, M-mode trap handler, dispatcher */
#define FUZZ_DISPATCH 0x80000400 /* the dispatcher begins here */
#define FUZZ_STATE 0x80002000    /* the fixture's own variables, see below */
#define FUZZ_CONTEXTS 0x80003000 /* what the dispatcher chooses from */
#define FUZZ_MAP_OPS 0x80004000  /* changes of memory that it makes */
#define FUZZ_TABLES 0x80010000   /* page maps */
#define FUZZ_GATES 0x80030000    /* gate tables */
#define FUZZ_CODE 0x80040000     /* random code */
#define FUZZ_DATA 0x80060000     /* what it works on */

#define FUZZ_TABLE_PAGES 32
#define FUZZ_GATE_PAGES 2
#define FUZZ_CODE_PAGES 32
#define FUZZ_DATA_PAGES 32

/* Offsets from FUZZ_STATE. */
#define STATE_SEED 0           /* of the fixture's own random numbers, never 0 */
#define STATE_SAVE 4           /* x28, x29, x30 of the trapped code */
#define STATE_DISPATCH_MASK 16 /* exceptions: random & mask == 0 dispatches */
#define STATE_IRQ_MASK 20      /* the same for interrupts */
#define STATE_TIMER_MASK 24    /* the next timer interrupt is at most so far */
#define STATE_MTVEC 28
#define STATE_PLIC_M 32        /* sources enabled for M and S */
#define STATE_PLIC_S 36
#define STATE_REGS 128         /* x0 to x31 at the start */

/* A context: 64 of them, 64 bytes each. */
#define CONTEXT_COUNT 64
#define CONTEXT_BYTES 64
#define CONTEXT_MEPC 0
#define CONTEXT_MSTATUS 4
#define CONTEXT_SATP 8
#define CONTEXT_UPMAR 12
#define CONTEXT_GTBL 16
#define CONTEXT_MEDELEG 20
#define CONTEXT_MIDELEG 24
#define CONTEXT_MIE 28
#define CONTEXT_STVEC 32
#define CONTEXT_MCOUNTEREN 36
#define CONTEXT_SCOUNTEREN 40
#define CONTEXT_MENVCFGH 44
#define CONTEXT_TIMER 48     /* cycles until the machine timer interrupt */
#define CONTEXT_STIMECMP 52  /* and until the supervisor's; 0: leave it */
#define CONTEXT_UART_IER 56
#define CONTEXT_MIP 60

/* A change of memory: 128 of them, 32 bytes each. */
#define MAP_OP_COUNT 128
#define MAP_OP_BYTES 32
#define MAP_OP_ADDRESS 0
#define MAP_OP_VALUE 4
#define MAP_OP_FENCE 8 /* 0 none, 1 everything, 2 va, 3 asid, 4 both */
#define MAP_OP_VA 12
#define MAP_OP_ASID 16

#endif
