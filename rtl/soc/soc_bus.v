// Wishbone interconnect: owns the address map. Every access of the core is answered exactly once: by the
// DRAM port (bursts pass through untouched), by a device two cycles after its strobe, or by err two cycles
// after the strobe when no window holds the address or the boot ROM is written.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_bus (
    input  wire        clk,
    input  wire        rst,

    // The core, the only master.
    input  wire        wb_cyc,
    input  wire        wb_stb,
    input  wire        wb_we,
    input  wire [31:0] wb_adr,
    output wire [31:0] wb_dat_r,
    output wire        wb_ack,
    output wire        wb_err,

    // DRAM: everything from 0x8000_0000 up; the slave itself answers err beyond its size.
    output wire        dram_cyc,
    output wire        dram_stb,
    input  wire [31:0] dram_dat_r,
    input  wire        dram_ack,
    input  wire        dram_err,

    // Devices share address, write data and byte lanes. An enable is high for exactly one cycle an access, the one
    // after the strobe; writes happen at its end, and read data must stand in the next cycle.
    output reg         rom_en,
    output reg         finisher_en,
    output reg         clint_en,
    output reg         plic_en,
    output reg         uart_en,
    output reg         spi_en,
    input  wire [31:0] rom_dat_r,
    input  wire [31:0] clint_dat_r,
    input  wire [31:0] plic_dat_r,
    input  wire [31:0] uart_dat_r,
    input  wire [31:0] spi_dat_r
);

    wire at_dram     = wb_adr[31];
    wire at_rom      = wb_adr[31:12] == 20'h00001;
    wire at_finisher = wb_adr[31:12] == 20'h00100;
    wire at_clint    = wb_adr[31:16] == 16'h0200;
    wire at_plic     = wb_adr[31:22] == 10'h030;
    wire at_uart     = wb_adr[31:8]  == 24'h100000;
    wire at_spi      = wb_adr[31:12] == 20'h10050;

    wire readable = at_rom & ~wb_we;
    wire mapped   = readable | at_finisher | at_clint | at_plic | at_uart | at_spi;

    reg none_q;                             // like an enable, for an address that nobody has
    reg ack_q;
    reg err_q;

    // A strobe is new when it is not the one being served.
    wire enabled = rom_en | finisher_en | clint_en | plic_en | uart_en | spi_en;
    wire start   = wb_cyc & wb_stb & ~at_dram & ~enabled & ~none_q & ~ack_q & ~err_q;

    always @(posedge clk) begin
        {rom_en, finisher_en, clint_en, plic_en, uart_en, spi_en, none_q} <= 7'd0;
        if (start & ~rst) begin
            rom_en      <= readable;
            finisher_en <= at_finisher;
            clint_en    <= at_clint;
            plic_en     <= at_plic;
            uart_en     <= at_uart;
            spi_en      <= at_spi;
            none_q      <= ~mapped;
        end
    end

    // The source of the read data is remembered for the answer.
    reg rom_q;
    reg clint_q;
    reg plic_q;
    reg uart_q;
    reg spi_q;

    always @(posedge clk) begin
        ack_q <= enabled & ~rst;
        err_q <= none_q & ~rst;
        if (enabled) begin
            rom_q   <= rom_en;
            clint_q <= clint_en;
            plic_q  <= plic_en;
            uart_q  <= uart_en;
            spi_q   <= spi_en;
        end
    end

    wire [31:0] dev_dat_r = ({32{rom_q}}   & rom_dat_r)
                          | ({32{clint_q}} & clint_dat_r)
                          | ({32{plic_q}}  & plic_dat_r)
                          | ({32{uart_q}}  & uart_dat_r)
                          | ({32{spi_q}}   & spi_dat_r);

    assign dram_cyc = wb_cyc & at_dram;
    assign dram_stb = wb_stb & at_dram;

    assign wb_dat_r = ack_q ? dev_dat_r : dram_dat_r;
    assign wb_ack   = ack_q | dram_ack;
    assign wb_err   = err_q | dram_err;

    wire unused = &{1'b0, wb_adr[7:0]};       // the devices' share of the address

endmodule

`default_nettype wire
