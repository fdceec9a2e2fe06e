// The iCEBreaker from power-up: its top with the chip's single-ported RAMs, an SD card and a terminal.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module tb_icebreaker #(
    parameter ROM_FILE = ""
);

    wire clk, rx, tx, sd_cs_n, sd_mosi, sd_miso, sd_sck;
    wire done_n, memory_n, red_n, green_n, blue_n;

    board_icebreaker #(.ROM_FILE(ROM_FILE)) u_board (
        .CLK(clk), .BTN_N(1'b1), .RX(rx), .TX(tx),
        .LEDR_N(memory_n), .LEDG_N(done_n), .LED_RED_N(red_n), .LED_GRN_N(green_n), .LED_BLU_N(blue_n),
        .SD_CS_N(sd_cs_n), .SD_MOSI(sd_mosi), .SD_MISO(sd_miso), .SD_SCK(sd_sck)
    );

    board_bench #(.MS(5000)) u_bench (
        .clk(clk), .done(!done_n), .rx(tx), .tx(rx),
        .sd_cs_n(sd_cs_n), .sd_sck(sd_sck), .sd_mosi(sd_mosi), .sd_miso(sd_miso)
    );

endmodule

`default_nettype wire
