// Encodings shared by the modules of the small core: places in the file, operands, what the control asks for.
// SPDX-License-Identifier: ISC
`ifndef GATEHOUSE_SMALL_DEFS
`define GATEHOUSE_SMALL_DEFS

// The file's 128 words: x0 to x31; the 32 slots below; constants; the slots' masks (which bits a CSR write
// reaches). Where M and S have one each, S's is the odd one.
`define SLOT_PC         5'd0
`define SLOT_NEXT       5'd1    // pc + 4
`define SLOT_TMP        5'd2    // also stands for CSRs that are kept in flip-flops
`define SLOT_ZERO       5'd3    // CSRs that read as zero
`define SLOT_TVEC       5'd4    // and stvec
`define SLOT_EPC        5'd6
`define SLOT_CAUSE      5'd8
`define SLOT_TVAL       5'd10
`define SLOT_SCRATCH    5'd12
`define SLOT_COUNTEREN  5'd14
`define SLOT_SCOUNTEREN 5'd15
`define SLOT_ENVCFG     5'd16
`define SLOT_MEDELEG    5'd18
`define SLOT_RESERVED   5'd19   // physical address of the LR/SC reservation
`define SLOT_STIMECMP   5'd20
`define SLOT_STIMECMPH  5'd21
`define SLOT_CYCLE      5'd22
`define SLOT_CYCLEH     5'd23
`define SLOT_INSTRET    5'd24
`define SLOT_INSTRETH   5'd25
`define SLOT_INHIBIT    5'd26
`define SLOT_MENVCFGH   5'd27
`define SLOT_SATP       5'd28
`define SLOT_UPMAR      5'd29
`define SLOT_GTBL       5'd30

`define CONST_RESET_PC  7'd64
`define CONST_ABOVE_255 7'd65   // the bits that a gate's name must not have

// What the file reads and writes
`define READ_RS1_BUS 3'd0   // rs1 of the instruction word that comes from the bus
`define READ_RS2     3'd1
`define READ_CSR     3'd2
`define READ_MASK    3'd3
`define READ_SLOT    3'd4
`define READ_CONST   3'd5

`define WRITE_RD     2'd0
`define WRITE_CSR    2'd1
`define WRITE_SLOT   2'd2
`define WRITE_COUNT  2'd3   // while all is emptied

// Operands of the ALU: a from A or Q, b from the file or K
`define A_ZERO 2'd0
`define A_A    2'd1
`define A_Q    2'd2

`define B_ZERO 2'd0
`define B_FILE 2'd1
`define B_K    2'd2

// ALU: carries, carry in, what is made of b
`define OP_ADD 4'b1000
`define OP_INC 4'b1100      // a + b + 1
`define OP_SUB 4'b1101
`define OP_XOR 4'b0000
`define OP_NOT 4'b0001      // a ^ ~b
`define OP_AND 4'b0010
`define OP_OR  4'b0011

// K, the operand that is not in the file
`define K_IMM    4'd0       // the instruction's immediate
`define K_TARGET 4'd1       // offset of a branch or JAL
`define K_INSN   4'd2       // the instruction
`define K_FOUR   4'd3
`define K_FLAG   4'd4
`define K_ZIMM   4'd5
`define K_CAUSE  4'd6
`define K_CYCLES 4'd7       // not yet in the file
`define K_INSNS  4'd8
`define K_PA     4'd11      // physical address of the access
`define K_FIELD  4'd12      // the CSR, of those in flip-flops

// What A and Q take
`define TO_A_RESULT 2'd0
`define TO_A_BUS    2'd1
`define TO_A_LEFT   2'd2
`define TO_A_RIGHT  2'd3

`define TO_Q_RESULT 2'd0
`define TO_Q_LEFT   2'd1
`define TO_Q_RIGHT  2'd2

// Addresses on the bus
`define ADR_ACCESS 2'd0     // Q, translated
`define ADR_ROOT   2'd1     // first-level entry
`define ADR_TABLE  2'd2     // second-level entry
`define ADR_GATE   2'd3     // a gate's descriptor

// CSRs in flip-flops, one bit each
`define FIELD_MSTATUS 0
`define FIELD_SSTATUS 1
`define FIELD_MIDELEG 2
`define FIELD_MIE     3
`define FIELD_SIE     4
`define FIELD_MIP     5
`define FIELD_SIP     6
`define FIELD_TIME    7
`define FIELD_TIMEH   8
`define FIELD_MISA    9
`define FIELD_BITS    10

`endif
