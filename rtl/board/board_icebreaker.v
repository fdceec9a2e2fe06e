// iCEBreaker (iCE40 UP5K): the small machine, with the chip's 128 KiB of single-ported RAM as its memory, the USB
// serial line, and an SD card on Pmod 1A (pins as in Digilent's Pmod SD). 12 MHz, from the board's oscillator.
// The boot ROM takes the image from the SD card, else from the serial line.
// SPDX-License-Identifier: ISC

`default_nettype none

module board_icebreaker #(
    parameter ROM_FILE = ""
) (
    input  wire CLK,
    input  wire BTN_N,                      // reset
    input  wire RX,
    output wire TX,
    output wire LEDR_N,
    output wire LEDG_N,
    output wire LED_RED_N,
    output wire LED_GRN_N,
    output wire LED_BLU_N,
    output wire SD_CS_N,
    output wire SD_MOSI,
    input  wire SD_MISO,
    output wire SD_SCK
);

    localparam CLK_HZ = 12000000;

    wire clk = CLK;
    wire rst;

    board_reset u_reset (.clk(clk), .good(1'b1), .button(~BTN_N), .rst(rst));

    wire        cyc;
    wire        stb;
    wire        we;
    wire [31:0] adr;
    wire [3:0]  sel;
    wire [31:0] dat_w;
    wire [2:0]  cti;
    wire [1:0]  bte;
    wire [31:0] dat_r;
    wire        ack;
    wire        err;
    wire        finish_valid;
    wire [31:0] finish_code;
    wire [1:0]  mode;

    gatehouse_soc #(
`include "small/config.vh"
        .MTIME_DIV(1), .ROM_FILE(ROM_FILE)
    ) u_soc (
        .clk(clk), .rst(rst),
        .dram_cyc(cyc), .dram_stb(stb), .dram_we(we), .dram_adr(adr), .dram_sel(sel),
        .dram_dat_w(dat_w), .dram_cti(cti), .dram_bte(bte),
        .dram_dat_r(dat_r), .dram_ack(ack), .dram_err(err),
        .uart_tx(TX), .uart_rx(RX),
        .spi_sck(SD_SCK), .spi_mosi(SD_MOSI), .spi_miso(SD_MISO), .spi_cs_n(SD_CS_N),
        .finish_valid(finish_valid), .finish_code(finish_code), .mode(mode)
    );

    memory_spram u_memory (
        .clk(clk), .rst(rst),
        .wb_cyc(cyc), .wb_stb(stb), .wb_we(we), .wb_adr(adr), .wb_sel(sel),
        .wb_dat_w(dat_w), .wb_cti(cti), .wb_bte(bte), .wb_dat_r(dat_r), .wb_ack(ack), .wb_err(err)
    );

    wire led_u;
    wire led_s;
    wire led_m;
    wire led_active;
    wire led_done;
    wire led_beat;

    board_leds #(.CLK_HZ(CLK_HZ)) u_leds (
        .clk(clk), .rst(rst), .mode(mode), .active(cyc),
        .finish_valid(finish_valid), .finish_code(finish_code),
        .led_u(led_u), .led_s(led_s), .led_m(led_m), .led_active(led_active),
        .led_done(led_done), .led_beat(led_beat)
    );

    // The coloured light shows the mode: green U, blue S, red M.
    assign LED_GRN_N = ~led_u;
    assign LED_BLU_N = ~led_s;
    assign LED_RED_N = ~led_m;
    assign LEDR_N    = ~led_active;
    assign LEDG_N    = ~led_done;

    wire unused = &{1'b0, led_beat};

endmodule

`default_nettype wire
