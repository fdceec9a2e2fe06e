// Divider: restoring, one quotient bit a cycle. `start` is held until `done`;
// `result` is valid while `done`; dropping `start` abandons the division.
// Division by zero and overflow give what the manual's table 7.1 asks for.
// SPDX-License-Identifier: ISC
`default_nettype none

module div (
    input  wire        clk,
    input  wire        rst,
    input  wire        start,
    input  wire [ 1:0] op,      // funct3[1:0]: DIV, DIVU, REM, REMU
    input  wire [31:0] a,
    input  wire [31:0] b,
    output wire        done,
    output wire [31:0] result
);
    reg        busy_q;
    reg [ 5:0] count_q;
    reg [31:0] remainder_q, quotient_q;

    wire is_signed = !op[0];
    wire negate_a  = is_signed && a[31];
    wire negate_b  = is_signed && b[31];
    reg        done_q;
    assign done = done_q;

    // Subtracts the divisor's magnitude; the operands stay while `start` is held.
    wire [32:0] shifted  = {remainder_q, quotient_q[31]};
    wire [33:0] trial    = {shifted, 1'b1} + {{33{!negate_b}} ^ {negate_b, b}, !negate_b};
    wire        too_much = trial[33];

    // One negation: of the dividend as it enters, of the result as it leaves. The
    // quotient of a division by zero is all ones whatever the signs.
    wire        negate_q = (negate_a != negate_b) && b != 32'd0;
    wire        negate   = busy_q && !op[1] ? negate_q : negate_a;
    wire [31:0] plain    = !busy_q ? a : op[1] ? remainder_q : quotient_q;
    wire [32:0] signed_one = {plain ^ {32{negate}}, negate} + {32'd0, negate};
    assign result = signed_one[32:1];

    always @(posedge clk) begin
        if (rst || !start || done) busy_q <= 1'b0;
        else busy_q <= 1'b1;
        done_q <= busy_q && count_q == 6'd1 && start && !rst;
        if (!busy_q) begin
            count_q     <= 6'd32;
            remainder_q <= 32'd0;
            quotient_q  <= result;
        end else begin
            count_q     <= count_q - 6'd1;
            remainder_q <= too_much ? shifted[31:0] : trial[32:1];
            quotient_q  <= {quotient_q[30:0], !too_much};
        end
    end
    wire unused = &{1'b0, trial[0], signed_one[0]};
endmodule
`default_nettype wire
