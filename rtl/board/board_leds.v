// What a board's LEDs tell: the mode now (stretched, so that a short stay in a mode is seen), memory
// activity, a heartbeat of the clock, and whether the software is done (on: with success; blinking: not).
// SPDX-License-Identifier: ISC

`default_nettype none

module board_leds #(
    parameter CLK_HZ = 12000000
) (
    input  wire        clk,
    input  wire        rst,
    input  wire [1:0]  mode,
    input  wire        active,          // a memory access
    input  wire        finish_valid,
    input  wire [31:0] finish_code,
    output reg         led_u,
    output reg         led_s,
    output reg         led_m,
    output reg         led_active,
    output wire        led_beat,        // once a second
    output wire        led_done
);

    localparam BITS = $clog2(CLK_HZ);

    reg [BITS-1:0] time_q;
    reg            done_q;
    reg            failed_q;
    wire           frame = &time_q[BITS-5:0];   // about a sixteenth of a second

    // Seen in this frame; shown in the next.
    reg [3:0] seen_q;
    wire [3:0] now = {active, mode == 2'd3, mode == 2'd1, mode == 2'd0};

    always @(posedge clk) begin
        if (rst) begin
            time_q   <= {BITS{1'b0}};
            seen_q   <= 4'd0;
            done_q   <= 1'b0;
            failed_q <= 1'b0;
            {led_active, led_m, led_s, led_u} <= 4'd0;
        end else begin
            time_q <= time_q + 1'b1;
            seen_q <= frame ? now : seen_q | now;
            if (frame) begin
                {led_active, led_m, led_s, led_u} <= seen_q;
            end
            if (finish_valid) begin
                done_q   <= 1'b1;
                failed_q <= finish_code[15:0] == 16'h3333;
            end
        end
    end

    assign led_beat = time_q[BITS-1];
    assign led_done = done_q & (~failed_q | time_q[BITS-3]);

    wire unused = &{1'b0, finish_code[31:16]};

endmodule

`default_nettype wire
