// Wishbone interconnect: owns the address map. Every access of the core is answered exactly once: by the
// DRAM port (bursts pass through untouched), by a device one cycle after its strobe, or by err one cycle
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

    // Devices share address, write data and byte lanes. An enable is high for exactly one cycle an access;
    // writes happen at its end, and read data must stand in the next cycle.
    output wire        rom_en,
    output wire        finisher_en,
    output wire        clint_en,
    output wire        plic_en,
    output wire        uart_en,
    output wire        spi_en,
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

    reg ack_q;
    reg err_q;

    // A strobe is new when it is not the one being answered in this cycle.
    wire start = wb_cyc & wb_stb & ~at_dram & ~ack_q & ~err_q;

    assign rom_en      = start & readable;
    assign finisher_en = start & at_finisher;
    assign clint_en    = start & at_clint;
    assign plic_en     = start & at_plic;
    assign uart_en     = start & at_uart;
    assign spi_en      = start & at_spi;

    // The source of the read data is remembered, so that the answer does not hang on the address decode.
    reg rom_q;
    reg clint_q;
    reg plic_q;
    reg uart_q;
    reg spi_q;

    always @(posedge clk) begin
        if (rst) begin
            ack_q <= 1'b0;
            err_q <= 1'b0;
        end else begin
            ack_q <= start & mapped;
            err_q <= start & ~mapped;
        end
        if (start) begin
            rom_q   <= at_rom;
            clint_q <= at_clint;
            plic_q  <= at_plic;
            uart_q  <= at_uart;
            spi_q   <= at_spi;
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
