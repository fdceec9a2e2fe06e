// Arithmetic and logic unit with the branch comparator. Combinational. There are
// two: the early one in X and the late one in M, for operations whose operands
// come from a load or a multiplication right before them; the late one does not shift, and its
// result leaves `less` out, which M adds last.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module alu #(
    parameter SHIFTS = 1
) (
    input  wire [ 3:0] op,        // funct3, with bit 3 for SUB and SRA, and for a branch
    input  wire        left,      // it is SLL
    input  wire [31:0] a,
    input  wire [31:0] b,
    output wire [31:0] result,
    output wire        less,      // SLT, SLTU and branches: a < b
    output wire        taken      // the branch condition holds
);
    // One adder adds, subtracts and compares.
    wire        subtract = op[3] || op[1];
    wire [32:0] sum_one  = {a, subtract} + {b ^ {32{subtract}}, subtract};
    wire [31:0] sum      = sum_one[32:1];
    wire eq = a == b;
    wire unsigned_cmp = op[3] ? op[1] : op[0];
    assign less  = a[31] == b[31] ? sum[31] : unsigned_cmp ? b[31] : a[31];
    assign taken = (op[2] ? less : eq) ^ op[0];

    // One right shifter serves both directions, by reversal.
    // Bits in reverse order, by swaps of halves, which cost the simulator least.
    function [31:0] reversed(input [31:0] x);
        reg [31:0] halves, bytes, nibbles, pairs;
        begin
            halves   = {x[15:0], x[31:16]};
            bytes    = (halves & 32'h00ff00ff) << 8 | (halves & 32'hff00ff00) >> 8;
            nibbles  = (bytes & 32'h0f0f0f0f) << 4 | (bytes & 32'hf0f0f0f0) >> 4;
            pairs    = (nibbles & 32'h33333333) << 2 | (nibbles & 32'hcccccccc) >> 2;
            reversed = (pairs & 32'h55555555) << 1 | (pairs & 32'haaaaaaaa) >> 1;
        end
    endfunction
    wire [31:0] shifted;
    generate
        if (SHIFTS != 0) begin : shifter
            wire [31:0] shift_in = left ? reversed(a) : a;
            wire [32:0] right33  = $signed({op[3] && a[31] && !left, shift_in}) >>> b[4:0];
            wire [31:0] right    = right33[31:0];
            assign shifted = left ? reversed(right) : right;
            wire unused = &{1'b0, right33[32]};
        end else begin : no_shifter
            assign shifted = 32'd0;
            wire unused = &{1'b0, left};
        end
    endgenerate

    wire [31:0] logical = !op[1] ? a ^ b : op[0] ? a & b : a | b;
    reg  [31:0] chosen;
    assign result = chosen;
    always @* begin
        case (op[2:0])
            `ALU_SLL, `ALU_SR:         chosen = shifted;
            `ALU_SLT, `ALU_SLTU:       chosen = {31'd0, less && SHIFTS != 0};
            `ALU_XOR, `ALU_OR, `ALU_AND: chosen = logical;
            default:                   chosen = sum;
        endcase
    end
    wire unused = &{1'b0, sum_one[0]};
endmodule
`default_nettype wire
