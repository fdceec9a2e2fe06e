// Gatehouse without its memory and its board: the core, the interconnect, the boot ROM and the devices.
// Promises a Wishbone B4 port to DRAM, the serial and SPI pins, and one cycle of `finish_valid` when
// software is done. One clock, synchronous reset; uart_rx may be asynchronous to it.
// SPDX-License-Identifier: ISC

`default_nettype none

`ifdef RVFI
`include "rvfi_ports.vh"
`endif

// Which core: they have the same ports, and are the same to software.
`ifdef GATEHOUSE_SMALL
`define GATEHOUSE_CORE gatehouse_small
`else
`define GATEHOUSE_CORE gatehouse_core
`endif

module gatehouse_soc #(
    parameter ASID_BITS    = 9,             // 0 to 9; 0 flushes the TLB whenever the map in use changes
    parameter TLB_ENTRIES  = 64,
    parameter ICACHE_BYTES = 4096,
    parameter DCACHE_BYTES = 4096,
    parameter ITLB_ENTRIES = 4,
    parameter DTLB_ENTRIES = 8,
    parameter LINE_WORDS   = 8,
    parameter BTB_ENTRIES  = 256,
    parameter PHT_ENTRIES  = 2048,
    parameter RAS_ENTRIES  = 4,
    parameter HPM          = 1,             // 0: the event counters read as zero
    parameter MTIME_DIV    = 1,             // clocks a tick of mtime; at least 1
    parameter ROM_FILE     = ""             // content of the boot ROM, for $readmemh
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
`ifdef RVFI
    `RVFI_OUTPUTS
`endif
);

    wire        wb_cyc;
    wire        wb_stb;
    wire        wb_we;
    wire [31:0] wb_adr;
    wire [3:0]  wb_sel;
    wire [31:0] wb_dat_w;
    wire [31:0] wb_dat_r;
    wire        wb_ack;
    wire        wb_err;
    wire        irq_msi;
    wire        irq_mti;
    wire        irq_mei;
    wire        irq_sei;
    wire [63:0] mtime;

    `GATEHOUSE_CORE #(
        .ASID_BITS(ASID_BITS), .TLB_ENTRIES(TLB_ENTRIES),
        .ITLB_ENTRIES(ITLB_ENTRIES), .DTLB_ENTRIES(DTLB_ENTRIES), .LINE_WORDS(LINE_WORDS),
        .BTB_ENTRIES(BTB_ENTRIES), .PHT_ENTRIES(PHT_ENTRIES), .RAS_ENTRIES(RAS_ENTRIES), .HPM(HPM),
        .ICACHE_BYTES(ICACHE_BYTES), .DCACHE_BYTES(DCACHE_BYTES)
    ) u_core (
        .clk(clk), .rst(rst),
        .wb_cyc(wb_cyc), .wb_stb(wb_stb), .wb_we(wb_we), .wb_adr(wb_adr), .wb_sel(wb_sel),
        .wb_dat_w(wb_dat_w), .wb_cti(dram_cti), .wb_bte(dram_bte),
        .wb_dat_r(wb_dat_r), .wb_ack(wb_ack), .wb_err(wb_err),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei),
        .mtime(mtime), .mode(mode)
`ifdef RVFI
        `RVFI_CONN
`endif
    );

    // ---- Interconnect; the request's payload goes to DRAM as it is
    wire        rom_en;
    wire        finisher_en;
    wire        clint_en;
    wire        plic_en;
    wire        uart_en;
    wire        spi_en;
    wire [31:0] rom_dat_r;
    wire [31:0] clint_dat_r;
    wire [31:0] plic_dat_r;
    wire [31:0] uart_dat_r;
    wire [31:0] spi_dat_r;

    assign dram_we    = wb_we;
    assign dram_adr   = wb_adr;
    assign dram_sel   = wb_sel;
    assign dram_dat_w = wb_dat_w;

    soc_bus u_bus (
        .clk(clk), .rst(rst),
        .wb_cyc(wb_cyc), .wb_stb(wb_stb), .wb_we(wb_we), .wb_adr(wb_adr),
        .wb_dat_r(wb_dat_r), .wb_ack(wb_ack), .wb_err(wb_err),
        .dram_cyc(dram_cyc), .dram_stb(dram_stb),
        .dram_dat_r(dram_dat_r), .dram_ack(dram_ack), .dram_err(dram_err),
        .rom_en(rom_en), .finisher_en(finisher_en), .clint_en(clint_en),
        .plic_en(plic_en), .uart_en(uart_en), .spi_en(spi_en),
        .rom_dat_r(rom_dat_r), .clint_dat_r(clint_dat_r), .plic_dat_r(plic_dat_r),
        .uart_dat_r(uart_dat_r), .spi_dat_r(spi_dat_r)
    );

    soc_rom #(.ROM_FILE(ROM_FILE)) u_rom (
        .clk(clk), .en(rom_en), .adr(wb_adr[11:2]), .dat_r(rom_dat_r)
    );

    // ---- Devices
    soc_finisher u_finisher (
        .clk(clk), .rst(rst),
        .en(finisher_en), .we(wb_we), .adr(wb_adr[11:2]), .sel(wb_sel), .dat_w(wb_dat_w),
        .finish_valid(finish_valid), .finish_code(finish_code)
    );

    soc_clint #(.MTIME_DIV(MTIME_DIV)) u_clint (
        .clk(clk), .rst(rst),
        .en(clint_en), .we(wb_we), .adr(wb_adr[15:2]), .sel(wb_sel), .dat_w(wb_dat_w),
        .dat_r(clint_dat_r), .irq_msi(irq_msi), .irq_mti(irq_mti), .mtime(mtime)
    );

    wire irq_uart;
    wire irq_spi;

    soc_plic #(.WIRED(31'b1 << 9 | 31'b1 << 10)) u_plic (
        .clk(clk), .rst(rst),
        .en(plic_en), .we(wb_we), .adr(wb_adr[21:2]), .sel(wb_sel), .dat_w(wb_dat_w),
        .dat_r(plic_dat_r),
        .irq_src({20'd0, irq_spi, irq_uart, 9'd0}), .irq_m(irq_mei), .irq_s(irq_sei)
    );

    soc_uart u_uart (
        .clk(clk), .rst(rst),
        .en(uart_en), .we(wb_we), .adr(wb_adr[7:2]), .sel(wb_sel), .dat_w(wb_dat_w),
        .dat_r(uart_dat_r), .irq(irq_uart), .tx(uart_tx), .rx(uart_rx)
    );

    soc_spi u_spi (
        .clk(clk), .rst(rst),
        .en(spi_en), .we(wb_we), .adr(wb_adr[11:2]), .sel(wb_sel), .dat_w(wb_dat_w),
        .dat_r(spi_dat_r), .irq(irq_spi),
        .sck(spi_sck), .mosi(spi_mosi), .miso(spi_miso), .cs_n(spi_cs_n)
    );

endmodule

`default_nettype wire
