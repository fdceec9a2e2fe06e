// The iCEBreaker from power-up: its top with the chip's single-ported RAMs, an SD card and a terminal. Ends when the software
// does, which the LED tells, or at a limit of time.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module tb_icebreaker #(
    parameter ROM_FILE = ""
);

    reg clk = 1'b0;
    always #41.667 clk = ~clk;

    wire to_terminal;
    wire from_terminal;
    wire sd_cs_n;
    wire sd_mosi;
    wire sd_miso;
    wire sd_sck;
    wire done_n;
    wire memory_n;
    wire red_n;
    wire green_n;
    wire blue_n;

    board_icebreaker #(.ROM_FILE(ROM_FILE)) u_board (
        .CLK(clk), .BTN_N(1'b1), .RX(from_terminal), .TX(to_terminal),
        .LEDR_N(memory_n), .LEDG_N(done_n), .LED_RED_N(red_n), .LED_GRN_N(green_n), .LED_BLU_N(blue_n),
        .SD_CS_N(sd_cs_n), .SD_MOSI(sd_mosi), .SD_MISO(sd_miso), .SD_SCK(sd_sck)
    );

    sd_card u_card (.cs_n(sd_cs_n), .sck(sd_sck), .mosi(sd_mosi), .miso(sd_miso));

    terminal #(.BIT_NS(17361.1)) u_terminal (.rx(to_terminal), .tx(from_terminal));

    integer ms;
    initial begin
        if (!$value$plusargs("ms=%d", ms)) ms = 5000;
        while (ms > 0 && done_n) begin
            #1000000 ms = ms - 1;
        end
        #200000;
        if (done_n) $display("FAIL tb_icebreaker: not done");
        $finish;
    end

endmodule

`default_nettype wire
