// iCE40 HX8K breakout board: the small machine, with 8 KiB of block RAM as its memory and the USB
// serial line. An SD card may be wired to the header's pins. 12 MHz. The boot ROM takes the image from the SD card,
// else from the serial line.
// SPDX-License-Identifier: ISC

`default_nettype none

module board_hx8k #(
    parameter ROM_FILE = ""
) (
    input  wire       clk_12mhz,
    input  wire       uart_rx,
    output wire       uart_tx,
    output wire [7:0] led,
    output wire       sd_sck,
    output wire       sd_mosi,
    input  wire       sd_miso,
    output wire       sd_cs_n
);

    localparam CLK_HZ = 12000000;

    wire clk = clk_12mhz;
    wire rst;

    board_reset u_reset (.clk(clk), .good(1'b1), .button(1'b0), .rst(rst));

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
        .uart_tx(uart_tx), .uart_rx(uart_rx),
        .spi_sck(sd_sck), .spi_mosi(sd_mosi), .spi_miso(sd_miso), .spi_cs_n(sd_cs_n),
        .finish_valid(finish_valid), .finish_code(finish_code), .mode(mode)
    );

    memory_bram #(.BYTES(8192)) u_memory (
        .clk(clk), .rst(rst),
        .wb_cyc(cyc), .wb_stb(stb), .wb_we(we), .wb_adr(adr), .wb_sel(sel),
        .wb_dat_w(dat_w), .wb_cti(cti), .wb_bte(bte), .wb_dat_r(dat_r), .wb_ack(ack), .wb_err(err)
    );

    board_leds #(.CLK_HZ(CLK_HZ)) u_leds (
        .clk(clk), .rst(rst), .mode(mode), .active(cyc),
        .finish_valid(finish_valid), .finish_code(finish_code),
        .led_u(led[0]), .led_s(led[1]), .led_m(led[2]), .led_active(led[3]),
        .led_done(led[6]), .led_beat(led[7])
    );
    assign led[4] = ~sd_cs_n;
    assign led[5] = ~uart_rx | ~uart_tx;

endmodule

`default_nettype wire
