// What an AMO writes back, from the old word and the register (unprivileged
// manual, 8.4).
// SPDX-License-Identifier: ISC
`default_nettype none

module amo_alu (
    input  wire [ 4:0] funct5,
    input  wire [31:0] old,
    input  wire [31:0] operand,
    output reg  [31:0] result
);
    wire less = $signed({!funct5[3] && old[31], old}) < $signed({!funct5[3] && operand[31], operand});
    always @* begin
        case (funct5)
            5'b00000: result = old + operand;
            5'b00100: result = old ^ operand;
            5'b01100: result = old & operand;
            5'b01000: result = old | operand;
            5'b10000, 5'b11000: result = less ? old : operand;   // MIN, MINU
            5'b10100, 5'b11100: result = less ? operand : old;   // MAX, MAXU
            default:  result = operand;                          // SWAP, SC
        endcase
    end
endmodule
`default_nettype wire
