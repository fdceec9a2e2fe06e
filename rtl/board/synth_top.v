// What `make synth` measures: the machine of the chosen configuration with a memory of the chip's own (single-ported RAM
// on an iCE40 UltraPlus, else block RAM, 32 KiB unless MEMORY_BYTES says another size), and little enough on pins to fit any package.
// SPDX-License-Identifier: ISC

`default_nettype none
`ifndef MEMORY_BYTES
`define MEMORY_BYTES 32768
`endif

module synth_top #(
    parameter ROM_FILE = ""
) (
    input  wire       clk,
    input  wire       rst_n,
    output wire       uart_tx,
    input  wire       uart_rx,
    output wire       spi_sck,
    output wire       spi_mosi,
    input  wire       spi_miso,
    output wire       spi_cs_n,
    output wire       finished,
    output wire [1:0] mode
);

    wire        rst;
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
    wire [31:0] finish_code;

    board_reset u_reset (.clk(clk), .good(1'b1), .button(~rst_n), .rst(rst));

    gatehouse_soc #(
`include "config.vh"
        .ROM_FILE(ROM_FILE)
    ) u_soc (
        .clk(clk), .rst(rst),
        .dram_cyc(cyc), .dram_stb(stb), .dram_we(we), .dram_adr(adr), .dram_sel(sel),
        .dram_dat_w(dat_w), .dram_cti(cti), .dram_bte(bte),
        .dram_dat_r(dat_r), .dram_ack(ack), .dram_err(err),
        .uart_tx(uart_tx), .uart_rx(uart_rx),
        .spi_sck(spi_sck), .spi_mosi(spi_mosi), .spi_miso(spi_miso), .spi_cs_n(spi_cs_n),
        .finish_valid(finished), .finish_code(finish_code), .mode(mode)
    );

`ifdef SPRAM
    memory_spram u_memory (
`else
    memory_bram #(.BYTES(`MEMORY_BYTES)) u_memory (
`endif
        .clk(clk), .rst(rst),
        .wb_cyc(cyc), .wb_stb(stb), .wb_we(we), .wb_adr(adr), .wb_sel(sel),
        .wb_dat_w(dat_w), .wb_cti(cti), .wb_bte(bte), .wb_dat_r(dat_r), .wb_ack(ack), .wb_err(err)
    );

    wire unused = &{1'b0, finish_code};

endmodule

`default_nettype wire
