// The one adder of the small core, with logic: everything that is computed, an address, a target, a mask, a step
// of a multiplication, goes through here. Two LUTs a bit: one makes of b what is then added, or xored, to a.
// SPDX-License-Identifier: ISC
`default_nettype none

module small_alu (
    input  wire [ 3:0] op,         // `OP_...
    input  wire [31:0] a,
    input  wire        a_top,      // bit 32, in multiplication and division
    input  wire [31:0] b,
    input  wire        b_signed,   // b's bit 32 is its sign
    input  wire        unsigned_less,
    output wire [31:0] result,
    output wire [33:0] sum,        // of 33 bits, and its carry
    output wire        zero,
    output wire        less        // in a subtraction
);
    wire carries = op[3];
    wire [31:0] made = op[1:0] == 2'b00 ? b
                     : op[1:0] == 2'b01 ? ~b
                     : op[1:0] == 2'b10 ? a & ~b     // a xor this: and
                     :                    ~a & b;    // a xor this: or
    wire made_top = (b_signed && b[31]) ^ op[0];
    wire [34:0] sum_one = {1'b0, a_top, a, 1'b1} + {1'b0, made_top, made, op[2]};
    assign sum    = sum_one[34:1];
    assign result = carries ? sum[31:0] : a ^ made;
    assign zero   = result == 32'd0;
    assign less   = a[31] == b[31] ? sum[31] : unsigned_less ? b[31] : a[31];
    wire unused = &{1'b0, sum_one[0]};
endmodule
`default_nettype wire
