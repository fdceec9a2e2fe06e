// What the boards' benches have in common: the oscillator, an SD card and a terminal. Ends when the software does, which the
// LED tells, or after +ms=N milliseconds of the board's time.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module board_bench #(
    parameter real PERIOD_NS = 83.334,      // 12 MHz
    parameter real BIT_NS    = 17361.1,     // 57600 baud
    parameter MS             = 1000
) (
    output reg  clk,
    input  wire done,
    input  wire rx,
    output wire tx,
    input  wire sd_cs_n,
    input  wire sd_sck,
    input  wire sd_mosi,
    output wire sd_miso
);

    initial clk = 1'b0;
    always #(PERIOD_NS / 2) clk = ~clk;

    sd_card u_card (.cs_n(sd_cs_n), .sck(sd_sck), .mosi(sd_mosi), .miso(sd_miso));

    terminal #(.BIT_NS(BIT_NS)) u_terminal (.rx(rx), .tx(tx));

    integer ms;
    initial begin
        if (!$value$plusargs("ms=%d", ms)) ms = MS;
        while (ms > 0 && !done) begin
            #1000000 ms = ms - 1;
        end
        #200000;
        if (!done) $display("FAIL board_bench: not done");
        $finish;
    end

endmodule

`default_nettype wire
