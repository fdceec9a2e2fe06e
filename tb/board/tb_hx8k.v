// The HX8K breakout board from power-up: its top with an SD card at the header and a terminal.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module tb_hx8k #(
    parameter ROM_FILE = ""
);

    wire clk, rx, tx, sd_cs_n, sd_mosi, sd_miso, sd_sck;
    wire [7:0] led;

    board_hx8k #(.ROM_FILE(ROM_FILE)) u_board (
        .clk_12mhz(clk), .uart_rx(rx), .uart_tx(tx), .led(led),
        .sd_sck(sd_sck), .sd_mosi(sd_mosi), .sd_miso(sd_miso), .sd_cs_n(sd_cs_n)
    );

    board_bench u_bench (
        .clk(clk), .done(led[6]), .rx(tx), .tx(rx),
        .sd_cs_n(sd_cs_n), .sd_sck(sd_sck), .sd_mosi(sd_mosi), .sd_miso(sd_miso)
    );

endmodule

`default_nettype wire
