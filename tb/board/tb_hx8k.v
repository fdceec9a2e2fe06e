// The HX8K breakout board from power-up: its top with an SD card at the header and a terminal. Ends when the software
// does, which the LED tells, or at a limit of time.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module tb_hx8k #(
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
    wire [7:0] led;

    board_hx8k #(.ROM_FILE(ROM_FILE)) u_board (
        .clk_12mhz(clk), .uart_rx(from_terminal), .uart_tx(to_terminal), .led(led),
        .sd_sck(sd_sck), .sd_mosi(sd_mosi), .sd_miso(sd_miso), .sd_cs_n(sd_cs_n)
    );

    sd_card u_card (.cs_n(sd_cs_n), .sck(sd_sck), .mosi(sd_mosi), .miso(sd_miso));

    terminal #(.BIT_NS(17361.1)) u_terminal (.rx(to_terminal), .tx(from_terminal));

    integer ms;
    initial begin
        if (!$value$plusargs("ms=%d", ms)) ms = 1000;
        while (ms > 0 && !led[6]) begin
            #1000000 ms = ms - 1;
        end
        #200000;
        if (!led[6]) $display("FAIL tb_hx8k: not done");
        $finish;
    end

endmodule

`default_nettype wire
