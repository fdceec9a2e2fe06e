// Multiplier in two stages: four partial products of 17 by 17 bits in X (one DSP
// block each), their sum in M. A new pair may enter every cycle.
// SPDX-License-Identifier: ISC
`default_nettype none

module mul (
    input  wire        clk,
    input  wire [ 1:0] op,      // funct3[1:0]: MUL, MULH, MULHSU, MULHU
    input  wire [31:0] a,
    input  wire [31:0] b,
    output wire [63:0] product, // in the cycle after a and b
    output wire        high     // its upper half is wanted
);
    wire a_signed = op != 2'd3;
    wire b_signed = !op[1];
    wire signed [16:0] a_hi = {a_signed && a[31], a[31:16]};
    wire signed [16:0] b_hi = {b_signed && b[31], b[31:16]};
    wire signed [16:0] a_lo = {1'b0, a[15:0]};
    wire signed [16:0] b_lo = {1'b0, b[15:0]};

    reg signed [33:0] ll_q, lh_q, hl_q, hh_q;
    reg high_q;
    always @(posedge clk) begin
        ll_q   <= a_lo * b_lo;
        lh_q   <= a_lo * b_hi;
        hl_q   <= a_hi * b_lo;
        hh_q   <= a_hi * b_hi;
        high_q <= op != 2'd0;
    end

    wire signed [34:0] mid = lh_q + hl_q;
    assign product = {hh_q[31:0], ll_q[31:0]} + {{13{mid[34]}}, mid, 16'd0};
    assign high    = high_q;
    wire unused = &{1'b0, hh_q[33:32], ll_q[33:32]};
endmodule
`default_nettype wire
