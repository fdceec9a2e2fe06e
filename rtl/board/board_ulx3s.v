// ULX3S (ECP5-85F or -25F): the whole machine, with the board's 32 MiB SDRAM as its memory, the USB serial
// line and the SD card. 50 MHz. The boot ROM takes the image from the SD card, else from the serial line.
// SPDX-License-Identifier: ISC

`default_nettype none

module board_ulx3s #(
    parameter ROM_FILE = "",
    parameter POWER_UP = 10000              // cycles before the SDRAM's first command: 200 us
) (
    input  wire        clk_25mhz,
    input  wire [1:0]  btn,                 // 0: reset (active low), 1: unused
    output wire [7:0]  led,
    output wire        ftdi_rxd,            // to the USB chip
    input  wire        ftdi_txd,            // from it
    output wire        sd_clk,
    output wire        sd_cmd,
    input  wire [2:0]  sd_d,                // SPI: 0 is the card's answer
    output wire        sd_d3,               // its select
    output wire        wifi_gpio0,          // low would restart the board's other processor
    output wire        sdram_clk,
    output wire        sdram_cke,
    output wire        sdram_csn,
    output wire        sdram_rasn,
    output wire        sdram_casn,
    output wire        sdram_wen,
    output wire [12:0] sdram_a,
    output wire [1:0]  sdram_ba,
    output wire [1:0]  sdram_dqm,
    inout  wire [15:0] sdram_d
);

    localparam CLK_HZ = 50000000;

    wire clk;
    wire clk_late;
    wire locked;
    wire rst;

    board_ulx3s_clock u_clock (
        .clk_25mhz(clk_25mhz), .clk(clk), .clk_late(clk_late), .locked(locked)
    );

    board_reset u_reset (.clk(clk), .good(locked), .button(~btn[0]), .rst(rst));

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
    wire        sd_cs_n;
    wire        finish_valid;
    wire [31:0] finish_code;
    wire [1:0]  mode;

    gatehouse_soc #(.MTIME_DIV(CLK_HZ / 10000000), .ROM_FILE(ROM_FILE)) u_soc (
        .clk(clk), .rst(rst),
        .dram_cyc(cyc), .dram_stb(stb), .dram_we(we), .dram_adr(adr), .dram_sel(sel),
        .dram_dat_w(dat_w), .dram_cti(cti), .dram_bte(bte),
        .dram_dat_r(dat_r), .dram_ack(ack), .dram_err(err),
        .uart_tx(ftdi_rxd), .uart_rx(ftdi_txd),
        .spi_sck(sd_clk), .spi_mosi(sd_cmd), .spi_miso(sd_d[0]), .spi_cs_n(sd_cs_n),
        .finish_valid(finish_valid), .finish_code(finish_code), .mode(mode)
    );

    wire [15:0] sdram_out;
    wire [15:0] sdram_in;
    wire        sdram_drive;

    memory_sdram #(.CLK_HZ(CLK_HZ), .POWER_UP(POWER_UP)) u_memory (
        .clk(clk), .rst(rst),
        .wb_cyc(cyc), .wb_stb(stb), .wb_we(we), .wb_adr(adr), .wb_sel(sel),
        .wb_dat_w(dat_w), .wb_cti(cti), .wb_bte(bte), .wb_dat_r(dat_r), .wb_ack(ack), .wb_err(err),
        .sdram_cke(sdram_cke), .sdram_csn(sdram_csn), .sdram_rasn(sdram_rasn),
        .sdram_casn(sdram_casn), .sdram_wen(sdram_wen), .sdram_a(sdram_a), .sdram_ba(sdram_ba),
        .sdram_dqm(sdram_dqm), .sdram_d_out(sdram_out), .sdram_d_drive(sdram_drive), .sdram_d_in(sdram_in)
    );

    genvar b;
    generate
        for (b = 0; b < 16; b = b + 1) begin : g_sdram_d
            BB u_pin (.I(sdram_out[b]), .T(~sdram_drive), .O(sdram_in[b]), .B(sdram_d[b]));
        end
    endgenerate

    // The clock leaves through a cell of the pin's own, as far from the clock network as the data are.
    ODDRX1F u_sdram_clk (.SCLK(clk_late), .RST(1'b0), .D0(1'b1), .D1(1'b0), .Q(sdram_clk));

    assign sd_d3      = sd_cs_n;
    assign wifi_gpio0 = 1'b1;

    board_leds #(.CLK_HZ(CLK_HZ)) u_leds (
        .clk(clk), .rst(rst), .mode(mode), .active(cyc),
        .finish_valid(finish_valid), .finish_code(finish_code),
        .led_u(led[0]), .led_s(led[1]), .led_m(led[2]), .led_active(led[3]),
        .led_done(led[6]), .led_beat(led[7])
    );
    assign led[4] = ~sd_cs_n;
    assign led[5] = ~ftdi_rxd | ~ftdi_txd;

    wire unused = &{1'b0, btn[1], sd_d[2:1]};

endmodule

`default_nettype wire
