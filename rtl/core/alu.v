// Arithmetic and logic unit with the branch comparator. Combinational. There are
// two: the early one in X and the late one in M, for operations whose operands
// come from a load or a multiplication right before them.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module alu (
    input  wire [ 3:0] op,        // funct3, with bit 3 for SUB and SRA
    input  wire        is_branch, // op[2:0] is a branch's funct3
    input  wire [31:0] a,
    input  wire [31:0] b,
    output reg  [31:0] result,
    output wire        taken      // the branch condition holds
);
    wire eq = a == b;
    wire unsigned_cmp = is_branch ? op[1] : op[0];
    wire lt = $signed({!unsigned_cmp && a[31], a}) < $signed({!unsigned_cmp && b[31], b});
    assign taken = (op[2] ? lt : eq) ^ op[0];

    wire [31:0] sum = op[3] ? a - b : a + b;

    // One right shifter serves both directions, by reversal.
    wire left = op[2:0] == `ALU_SLL;
    wire [31:0] a_reversed, right_reversed;
    genvar i;
    generate
        for (i = 0; i < 32; i = i + 1) begin : reverse
            assign a_reversed[i]     = a[31-i];
            assign right_reversed[i] = right[31-i];
        end
    endgenerate
    wire [31:0] shift_in = left ? a_reversed : a;
    wire [32:0] right33  = $signed({op[3] && a[31] && !left, shift_in}) >>> b[4:0];
    wire [31:0] right    = right33[31:0];
    wire        unused   = &{1'b0, right33[32]};

    always @* begin
        case (op[2:0])
            `ALU_SLL:            result = right_reversed;
            `ALU_SR:             result = right;
            `ALU_SLT, `ALU_SLTU: result = {31'd0, lt};
            `ALU_XOR:            result = a ^ b;
            `ALU_OR:             result = a | b;
            `ALU_AND:            result = a & b;
            default:             result = sum;
        endcase
    end
endmodule
`default_nettype wire
