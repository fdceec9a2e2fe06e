// The ULX3S from power-up: its top with the PLL, the SDRAM chip, an SD card and a terminal. Ends when the software does,
// which the LED tells, or at a limit of time.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module tb_ulx3s #(
    parameter ROM_FILE = ""
);

    reg clk_25mhz = 1'b0;
    always #20 clk_25mhz = ~clk_25mhz;

    wire [7:0]  led;
    wire        to_terminal;
    wire        from_terminal;
    wire        sd_clk;
    wire        sd_cmd;
    wire        sd_miso;
    wire [3:0]  sd_d;
    wire        wifi_gpio0;
    wire        s_clk, s_cke, s_csn, s_rasn, s_casn, s_wen;
    wire [12:0] s_a;
    wire [1:0]  s_ba, s_dqm;
    wire [15:0] s_d;

    assign sd_d[0] = sd_miso;

    board_ulx3s #(.ROM_FILE(ROM_FILE)) u_board (
        .clk_25mhz(clk_25mhz), .btn(2'b01), .led(led),
        .ftdi_rxd(to_terminal), .ftdi_txd(from_terminal),
        .sd_clk(sd_clk), .sd_cmd(sd_cmd), .sd_d(sd_d), .wifi_gpio0(wifi_gpio0),
        .sdram_clk(s_clk), .sdram_cke(s_cke), .sdram_csn(s_csn), .sdram_rasn(s_rasn),
        .sdram_casn(s_casn), .sdram_wen(s_wen), .sdram_a(s_a), .sdram_ba(s_ba),
        .sdram_dqm(s_dqm), .sdram_d(s_d)
    );

    sdram_chip u_sdram (
        .clk(s_clk), .cke(s_cke), .csn(s_csn), .rasn(s_rasn), .casn(s_casn), .wen(s_wen),
        .a(s_a), .ba(s_ba), .dqm(s_dqm), .dq(s_d)
    );

    sd_card u_card (.cs_n(sd_d[3]), .sck(sd_clk), .mosi(sd_cmd), .miso(sd_miso));

    terminal u_terminal (.rx(to_terminal), .tx(from_terminal));

    integer ms;
    initial begin
        if (!$value$plusargs("ms=%d", ms)) ms = 3000;
        while (ms > 0 && !led[6]) begin
            #1000000 ms = ms - 1;
        end
        #200000;
        if (!led[6]) $display("FAIL tb_ulx3s: not done");
        $finish;
    end

endmodule

`default_nettype wire
