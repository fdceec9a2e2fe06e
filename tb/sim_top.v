// The simulated machine: the SoC and its DRAM. The serial and SPI pins end in the harness, which drives them
// once a clock cycle; of the RVFI port comes out what the harness compares.
// SPDX-License-Identifier: ISC

`default_nettype none
`include "rvfi_ports.vh"

module sim_top #(
    parameter ASID_BITS    = 9,
    parameter TLB_ENTRIES  = 64,
    parameter ICACHE_BYTES = 4096,
    parameter DCACHE_BYTES = 4096,
    parameter MTIME_DIV    = 1
) (
    input  wire        clk,
    input  wire        rst,
    input  wire [15:0] dram_latency,
    input  wire [31:0] dram_bytes,

    output wire        uart_tx,
    input  wire        uart_rx,
    output wire        spi_sck,
    output wire        spi_mosi,
    input  wire        spi_miso,
    output wire        spi_cs_n,
    output wire        finish_valid,
    output wire [31:0] finish_code,
    output wire [1:0]  mode,
    output wire [3:0]  asid_bits            // the parameter, for the reference model
    `RVFI_VALUES_OUTPUTS
);

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
    `RVFI_VALUES_UNUSED

    assign asid_bits = ASID_BITS[3:0];

    gatehouse_soc #(
        .ASID_BITS(ASID_BITS), .TLB_ENTRIES(TLB_ENTRIES),
        .ICACHE_BYTES(ICACHE_BYTES), .DCACHE_BYTES(DCACHE_BYTES),
        .MTIME_DIV(MTIME_DIV)
    ) u_soc (
        .clk(clk), .rst(rst),
        .dram_cyc(cyc), .dram_stb(stb), .dram_we(we), .dram_adr(adr), .dram_sel(sel),
        .dram_dat_w(dat_w), .dram_cti(cti), .dram_bte(bte),
        .dram_dat_r(dat_r), .dram_ack(ack), .dram_err(err),
        .uart_tx(uart_tx), .uart_rx(uart_rx),
        .spi_sck(spi_sck), .spi_mosi(spi_mosi), .spi_miso(spi_miso), .spi_cs_n(spi_cs_n),
        .finish_valid(finish_valid), .finish_code(finish_code), .mode(mode)
        `RVFI_VALUES_CONN
    );

    dram u_dram (
        .clk(clk), .rst(rst), .latency(dram_latency), .size(dram_bytes),
        .cyc(cyc), .stb(stb), .we(we), .adr(adr), .sel(sel),
        .dat_w(dat_w), .cti(cti), .bte(bte),
        .dat_r(dat_r), .ack(ack), .err(err)
    );

endmodule

`default_nettype wire
