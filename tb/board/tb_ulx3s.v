// The ULX3S from power-up: its top with the PLL, the SDRAM chip, an SD card and a terminal.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module tb_ulx3s #(
    parameter ROM_FILE = ""
);

    wire clk, rx, tx, sd_cs_n, sd_mosi, sd_miso, sd_sck;
    wire [7:0]  led;
    wire        wifi_gpio0;
    wire        s_clk, s_cke, s_csn, s_rasn, s_casn, s_wen;
    wire [12:0] s_a;
    wire [1:0]  s_ba, s_dqm;
    wire [15:0] s_d;

    board_ulx3s #(.ROM_FILE(ROM_FILE)) u_board (
        .clk_25mhz(clk), .btn(2'b01), .led(led), .ftdi_rxd(tx), .ftdi_txd(rx),
        .sd_clk(sd_sck), .sd_cmd(sd_mosi), .sd_d({2'b11, sd_miso}), .sd_d3(sd_cs_n), .wifi_gpio0(wifi_gpio0),
        .sdram_clk(s_clk), .sdram_cke(s_cke), .sdram_csn(s_csn), .sdram_rasn(s_rasn),
        .sdram_casn(s_casn), .sdram_wen(s_wen), .sdram_a(s_a), .sdram_ba(s_ba),
        .sdram_dqm(s_dqm), .sdram_d(s_d)
    );

    sdram_chip u_sdram (
        .clk(s_clk), .cke(s_cke), .csn(s_csn), .rasn(s_rasn), .casn(s_casn), .wen(s_wen),
        .a(s_a), .ba(s_ba), .dqm(s_dqm), .dq(s_d)
    );

    board_bench #(.PERIOD_NS(40), .BIT_NS(8680.6), .MS(3000)) u_bench (
        .clk(clk), .done(led[6]), .rx(tx), .tx(rx),
        .sd_cs_n(sd_cs_n), .sd_sck(sd_sck), .sd_mosi(sd_mosi), .sd_miso(sd_miso)
    );

endmodule

`default_nettype wire
