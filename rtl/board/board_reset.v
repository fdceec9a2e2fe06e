// Reset of a board: held while the clock is not yet good or the button is pressed, and for 255 cycles more.
// Promises a reset synchronous to clk from configuration on; `good` and `button` may be asynchronous.
// SPDX-License-Identifier: ISC

`default_nettype none

module board_reset (
    input  wire clk,
    input  wire good,       // the clock generator has locked
    input  wire button,     // high: pressed
    output reg  rst
);

    reg [1:0] sync_q;
    reg [7:0] count_q;

    // Both families configure flip-flops to these values, and no reset is there yet to do it.
    initial begin
        rst     = 1'b1;
        sync_q  = 2'b00;
        count_q = 8'd0;
    end

    always @(posedge clk) begin
        sync_q <= {sync_q[0], good & ~button};
        if (~sync_q[1]) begin
            count_q <= 8'd0;
        end else if (~&count_q) begin
            count_q <= count_q + 8'd1;
        end
        rst <= ~&count_q;
    end

endmodule

`default_nettype wire
