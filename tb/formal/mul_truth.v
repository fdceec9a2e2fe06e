// Does the multiplier multiply?
// For all operands: the four pairs of halves that it multiplies are the operands, cut in two, with the sign that the
// instruction gives them (unprivileged manual, 7.1); each partial product is that of its pair; and what it gives is the lower or upper half
// of their sum, each in its place. The rest is (h*2^16 + l)(k*2^16 + m) = hk*2^32 + (hm + lk)*2^16 + lm. The 17 by 17 bit products
// are Verilog's `*`, here and there.
// Method: induction
// Cover: 3
// Trace: 4
// Quick
// Files: core/mul.v
// SPDX-License-Identifier: ISC
`default_nettype none

module mul_truth (
    input wire        clk,
    input wire [1:0]  op,      // MUL, MULH, MULHSU, MULHU
    input wire [31:0] a,
    input wire [31:0] b
);
    wire [63:0] product;
    wire        high;
    mul dut (.clk(clk), .op(op), .a(a), .b(b), .product(product), .high(high));
    wire [31:0] result = high ? product[63:32] : product[31:0];

    (* hierconn *) wire [16:0] \dut.a_hi , \dut.a_lo , \dut.b_hi , \dut.b_lo ;
    (* hierconn *) wire [33:0] \dut.ll_q , \dut.lh_q , \dut.hl_q , \dut.hh_q ;
    wire signed [16:0] ah = \dut.a_hi , al = \dut.a_lo , bh = \dut.b_hi , bl = \dut.b_lo ;
    reg first = 1'b1;
    reg [1:0]  op_q;
    reg [31:0] a_q, b_q;
    reg signed [33:0] ll, lh, hl, hh;
    always @(posedge clk) begin
        first <= 1'b0;
        {op_q, a_q, b_q} <= {op, a, b};
        ll <= al * bl; lh <= al * bh; hl <= ah * bl; hh <= ah * bh;
    end
    wire signed [33:0] ll_q = \dut.ll_q , lh_q = \dut.lh_q , hl_q = \dut.hl_q , hh_q = \dut.hh_q ;
    wire [34:0] middle = {lh_q[33], lh_q} + {hl_q[33], hl_q};
    wire [63:0] sum = {hh_q[31:0], ll_q[31:0]} + {{13{middle[34]}}, middle, 16'd0};
    always @* begin
        // The lower half of a product is the same whatever the signs.
        low_halves: assert (al == {1'b0, a[15:0]} && bl == {1'b0, b[15:0]});
        high_halves: assert (ah[15:0] == a[31:16] && bh[15:0] == b[31:16]);
        if (op != 2'd0) signs: assert (ah[16] == ((op == 2'd1 || op == 2'd2) && a[31]) && bh[16] == (op == 2'd1 && b[31]));
        if (!first) begin
            products: assert (ll_q == ll && lh_q == lh && hl_q == hl && hh_q == hh);
            result_is_right: assert (result == (op_q == 2'd0 ? sum[31:0] : sum[63:32]));
            cover (op_q == 2'd1 && a_q == 32'hffff_fff0 && b_q == 32'h7000_0001 && result == 32'hffff_fff8);
        end
    end
endmodule
`default_nettype wire
