// Does the divider divide?
// For all operands, signed or not, quotient or remainder: what it gives is what the unprivileged manual says (7.2 and table
// 7.1): rounded towards zero, the remainder with the sign of the dividend, division by zero and overflow as in the table; and
// it gives it 33 cycles after `start`, if that and the operands are held.
// Of magnitudes, what is left of the dividend after each step is its leading bits less the quotient so far times the divisor.
// That product is kept beside the divider (`taken`): doubled with the quotient, the divisor added when the quotient's new bit is 1.
// Method: induction
// Cover: 36
// Mutants: step
// Quick
// Files: core/div.v
// SPDX-License-Identifier: ISC
`default_nettype none

module div_truth (
    input wire        clk,
    input wire        rst,
    input wire        start,
    input wire [1:0]  op,
    input wire [31:0] a,
    input wire [31:0] b
);
    wire        done;
    wire [31:0] result;
    div dut (.clk(clk), .rst(rst), .start(start), .op(op), .a(a), .b(b), .done(done), .result(result));

    reg        first = 1'b1, start_q, done_q;
    reg [1:0]  op_q;
    reg [31:0] a_q, b_q;
    reg [5:0]  age;          // cycles since start
    always @(posedge clk) begin
        first   <= 1'b0;
        start_q <= start && !rst && !done;
        op_q    <= op;
        a_q     <= a;
        b_q     <= b;
        age     <= rst || !start || done ? 6'd0 : age + 6'd1;
    end
    always @* begin
        if (first) assume (rst);
        else if (start_q && start) assume (op == op_q && a == a_q && b == b_q);
    end

    // --- Magnitudes
    wire        is_signed = op == 2'd0 || op == 2'd2;
    wire        minus_a = is_signed && a[31], minus_b = is_signed && b[31];
    wire [31:0] size_a = minus_a ? 32'd0 - a : a, size_b = minus_b ? 32'd0 - b : b;

    (* hierconn *) wire        \dut.busy_q ;
    (* hierconn *) wire [5:0]  \dut.count_q ;
    (* hierconn *) wire [31:0] \dut.remainder_q , \dut.quotient_q ;
    // The dividend's bits that have come, the quotient's so far, and that times the divisor
    reg  [31:0] come, so_far, taken;
    wire [32:0] come_next = {come, dut.quotient_q[31]};
    wire        fits = come_next - {taken, 1'b0} >= {1'b0, size_b};
    always @(posedge clk) begin
        if (!dut.busy_q) {come, so_far, taken} <= 96'd0;
        else begin
            come   <= come_next[31:0];
            so_far <= {so_far[30:0], fits};
            taken  <= {taken[30:0], 1'b0} + (fits ? size_b : 32'd0);
        end
    end
    wire [5:0] steps = 6'd32 - dut.count_q;
    // At the end: size_a = so_far * size_b + rest, rest < size_b.
    wire [31:0] rest = size_a - taken;
    wire [31:0] quotient = b == 32'd0 ? 32'hffff_ffff : minus_a != minus_b ? 32'd0 - so_far : so_far;
    wire [31:0] remainder = b == 32'd0 ? a : minus_a ? 32'd0 - rest : rest;
    always @* if (!first) begin
        if (done && start) begin
            quotient_is_right: assert (op[1] || result == quotient);
            remainder_is_right: assert (!op[1] || result == remainder);
            if (b != 32'd0) whole: assert (taken <= size_a && rest < size_b);
            overflow: assert (!(is_signed && a == 32'h8000_0000 && b == 32'hffff_ffff) || result == (op[1] ? 32'd0 : 32'h8000_0000));
            in_time: assert (age == 6'd33);
        end
        ends: assert (age <= 6'd33);
        carry_done: assert (done == (dut.busy_q && dut.count_q == 6'd0));
        carry_age: assert (dut.busy_q == (age != 6'd0) && dut.busy_q == start_q && age <= 6'd33);
        if (dut.busy_q) begin
            carry_count: assert (dut.count_q == 6'd33 - age);
            if (start) begin
                carry_come: assert (come == size_a >> dut.count_q && (dut.count_q != 6'd0 || come == size_a));
                carry_left: assert (dut.remainder_q == come - taken && taken <= come && (b == 32'd0 ? taken == 32'd0 : dut.remainder_q < size_b));
                carry_quotient: assert (dut.quotient_q == ((size_a << steps) | so_far));
                carry_by_zero: assert (b != 32'd0 || so_far == ~(32'hffff_ffff << steps));
                carry_by_one: assert (size_b != 32'd1 || taken == so_far);
                carry_so_far: assert ((so_far >> steps) == 32'd0);
            end
        end
        cover (done && start && op == 2'd0 && minus_a && !minus_b && b > 32'd5 && quotient < 32'hffff_f000);
        cover (done && start && b == 32'd0);
    end
endmodule
`default_nettype wire
