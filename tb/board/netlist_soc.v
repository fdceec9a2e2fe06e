// Puts the synthesized netlist of the SoC in the place of the SoC itself, so that the simulator can be built around it. The
// parameters are there to be named; the netlist was made with those of the small machine.
// SPDX-License-Identifier: ISC

`default_nettype none
`include "rvfi_ports.vh"

module gatehouse_soc #(
    parameter ASID_BITS    = 9,
    parameter TLB_ENTRIES  = 64,
    parameter ICACHE_BYTES = 4096,
    parameter DCACHE_BYTES = 4096,
    parameter MTIME_DIV    = 1,
    parameter ROM_FILE     = ""
) (
    input  wire        clk,
    input  wire        rst,
    output wire        dram_cyc,
    output wire        dram_stb,
    output wire        dram_we,
    output wire [31:0] dram_adr,
    output wire [3:0]  dram_sel,
    output wire [31:0] dram_dat_w,
    output wire [2:0]  dram_cti,
    output wire [1:0]  dram_bte,
    input  wire [31:0] dram_dat_r,
    input  wire        dram_ack,
    input  wire        dram_err,
    output wire        uart_tx,
    input  wire        uart_rx,
    output wire        spi_sck,
    output wire        spi_mosi,
    input  wire        spi_miso,
    output wire        spi_cs_n,
    output wire        finish_valid,
    output wire [31:0] finish_code,
    output wire [1:0]  mode
    `RVFI_OUTPUTS
);

    gatehouse_netlist u_netlist (
        .clk(clk), .rst(rst),
        .dram_cyc(dram_cyc), .dram_stb(dram_stb), .dram_we(dram_we), .dram_adr(dram_adr),
        .dram_sel(dram_sel), .dram_dat_w(dram_dat_w), .dram_cti(dram_cti), .dram_bte(dram_bte),
        .dram_dat_r(dram_dat_r), .dram_ack(dram_ack), .dram_err(dram_err),
        .uart_tx(uart_tx), .uart_rx(uart_rx),
        .spi_sck(spi_sck), .spi_mosi(spi_mosi), .spi_miso(spi_miso), .spi_cs_n(spi_cs_n),
        .finish_valid(finish_valid), .finish_code(finish_code), .mode(mode)
        `RVFI_CONN
    );

endmodule

`default_nettype wire
