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
    reg [31:0] remainder_q, quotient_q, divisor_q;

    wire is_signed = !op[0];
    wire negate_a  = is_signed && a[31];
    wire negate_b  = is_signed && b[31];
    assign done = busy_q && count_q == 6'd0;

    wire [32:0] shifted = {remainder_q, quotient_q[31]};
    wire [32:0] trial   = shifted - {1'b0, divisor_q};

    always @(posedge clk) begin
        if (rst || !start || done) begin
            busy_q <= 1'b0;
        end else if (!busy_q) begin
            busy_q <= 1'b1;
        end
        if (start && !busy_q) begin
            count_q     <= 6'd32;
            remainder_q <= 32'd0;
            quotient_q  <= negate_a ? -a : a;
            divisor_q   <= negate_b ? -b : b;
        end else if (busy_q) begin
            count_q     <= count_q - 6'd1;
            remainder_q <= trial[32] ? shifted[31:0] : trial[31:0];
            quotient_q  <= {quotient_q[30:0], !trial[32]};
        end
    end

    // The quotient of a division by zero is all ones whatever the signs.
    wire negate_q = (negate_a != negate_b) && b != 32'd0;
    assign result = op[1] ? (negate_a ? -remainder_q : remainder_q)
                          : (negate_q ? -quotient_q  : quotient_q);
endmodule
`default_nettype wire
