// Encodings shared by more than one module: modes, causes, Sv32 entry bits,
// access types, gate and CSR numbers.
// SPDX-License-Identifier: ISC
`ifndef GATEHOUSE_DEFS
`define GATEHOUSE_DEFS

// Not for use: WITHOUT_GATES and WITHOUT_USER_MAP, if defined, leave out svc and gtbl, and upmar, of both
// cores (decode.v, csr_address.v, small_csr.v, small_fields.v), to see what they cost.

`define MODE_U 2'd0
`define MODE_S 2'd1
`define MODE_M 2'd3

// Access types, as the permission check and the fault causes class them
`define ACC_FETCH 2'd0
`define ACC_LOAD  2'd1
`define ACC_STORE 2'd2

// Bits of an Sv32 entry (privileged manual, 4.3.1)
`define PTE_V 0
`define PTE_R 1
`define PTE_W 2
`define PTE_X 3
`define PTE_U 4
`define PTE_G 5
`define PTE_A 6
`define PTE_D 7

// Exception causes (privileged manual, table 3.6; 24 and 25 are Xgate's)
`define CAUSE_FETCH_MISALIGNED 5'd0
`define CAUSE_FETCH_ACCESS     5'd1
`define CAUSE_ILLEGAL          5'd2
`define CAUSE_BREAKPOINT       5'd3
`define CAUSE_LOAD_MISALIGNED  5'd4
`define CAUSE_LOAD_ACCESS      5'd5
`define CAUSE_STORE_MISALIGNED 5'd6
`define CAUSE_STORE_ACCESS     5'd7
`define CAUSE_ECALL_U          5'd8
`define CAUSE_FETCH_PAGE       5'd12
`define CAUSE_LOAD_PAGE        5'd13
`define CAUSE_STORE_PAGE       5'd15
`define CAUSE_UNDEFINED_GATE   5'd24
`define CAUSE_GATE             5'd25

// ALU operations: the low three bits are funct3 of OP; bit 3 is funct7[5]
`define ALU_ADD  4'b0000
`define ALU_SUB  4'b1000
`define ALU_SLL  3'b001
`define ALU_SLT  3'b010
`define ALU_SLTU 3'b011
`define ALU_XOR  3'b100
`define ALU_SR   3'b101
`define ALU_OR   3'b110
`define ALU_AND  3'b111

// Bits of the decoder's control word, one for each kind of instruction
`define K_ALU     0
`define K_BRANCH  1
`define K_JAL     2
`define K_JALR    3
`define K_LOAD    4
`define K_STORE   5
`define K_LR      6
`define K_SC      7
`define K_AMO     8
`define K_MUL     9
`define K_DIV    10
`define K_CSR    11
`define K_FENCEI 12
`define K_SFENCE 13
`define K_ECALL  14
`define K_EBREAK 15
`define K_MRET   16
`define K_SRET   17
`define K_WFI    18
`define K_SVC    19
`define K_BITS   20

// Which CSR an access names, one bit for each that does not always read as zero. What is read of the
// last nine comes from one RAM.
`define C_MSTATUS      0
`define C_SSTATUS      1
`define C_MEDELEG      2
`define C_MIDELEG      3
`define C_MIE          4
`define C_SIE          5
`define C_MIP          6
`define C_SIP          7
`define C_MCOUNTEREN   8
`define C_SCOUNTEREN   9
`define C_INHIBIT     10
`define C_MENVCFG     11
`define C_SENVCFG     12
`define C_MENVCFGH    13
`define C_MEPC        14
`define C_SEPC        15
`define C_MCAUSE      16
`define C_SCAUSE      17
`define C_MTVAL       18
`define C_STVAL       19
`define C_TIME        20
`define C_TIMEH       21
`define C_COUNTER     22
`define C_MISA        23
`define C_MTVEC       24
`define C_STVEC       25
`define C_STIMECMP    26
`define C_STIMECMPH   27
`define C_SATP        28
`define C_UPMAR       29
`define C_GTBL        30
`define C_MSCRATCH    31
`define C_SSCRATCH    32
`define C_FIRST_COPIED `C_MTVEC
`define C_BITS       33

// Why the write-back stage sends an instruction round again
`define AGAIN_BUSY   2'd0
`define AGAIN_TLB    2'd1
`define AGAIN_LINE   2'd2
`define AGAIN_ACCESS 2'd3

`endif
