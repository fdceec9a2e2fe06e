// K: the ALU's second operand when it does not come from the file: the instruction's immediate, in each of its
// forms, small constants, counts, CSRs that are kept in flip-flops.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "small_defs.vh"

module small_operand (
    input  wire [ 3:0] select,
    input  wire [31:0] insn,
    input  wire        flag,
    input  wire [ 5:0] cause,       // interrupt, code
    input  wire [ 9:0] cycles,
    input  wire [ 6:0] insns,
    input  wire [31:2] pa,
    input  wire [31:0] field,
    output reg  [31:0] k
);
    // An immediate's form: LUI and AUIPC have bits 4 and 2 of the opcode, stores bit 5, but neither bit 4 nor bit 2.
    wire form_u = insn[4] && insn[2];
    wire form_s = insn[5] && !insn[4];
    wire jump   = insn[3];
    always @* begin
        k = 32'd0;
        case (select)
            `K_IMM:
                if (form_u) k = {insn[31:12], 12'd0};
                else k = {{20{insn[31]}}, insn[31:25], form_s && !insn[2] ? insn[11:7] : insn[24:20]};
            `K_TARGET: begin
                k[31:20] = {12{insn[31]}};
                k[19:12] = jump ? insn[19:12] : {8{insn[31]}};
                k[11]    = jump ? insn[20] : insn[7];
                k[10:5]  = insn[30:25];
                k[4:1]   = jump ? insn[24:21] : insn[11:8];
            end
            `K_INSN:   k = insn;
            `K_FOUR:   k[2] = 1'b1;
            `K_FLAG:   k[0] = flag;
            `K_ZIMM:   k[4:0] = insn[19:15];
            `K_CAUSE:  {k[31], k[4:0]} = cause;
            `K_CYCLES: k[9:0] = cycles;
            `K_INSNS:  k[6:0] = insns;
            `K_PA:     k[31:2] = pa;
            `K_FIELD:  k = field;
            default:   ;
        endcase
    end
endmodule
`default_nettype wire
