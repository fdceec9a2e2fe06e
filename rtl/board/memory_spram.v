// Main memory of 128 KiB in the four single-ported RAMs of an iCE40 UltraPlus. Its content after power-up is
// not defined. A Wishbone slave for linear and wrapping bursts, one word a cycle.
// SPDX-License-Identifier: ISC

`default_nettype none

module memory_spram (
    input  wire        clk,
    input  wire        rst,
    input  wire        wb_cyc,
    input  wire        wb_stb,
    input  wire        wb_we,
    input  wire [31:0] wb_adr,
    input  wire [3:0]  wb_sel,
    input  wire [31:0] wb_dat_w,
    input  wire [2:0]  wb_cti,
    input  wire [1:0]  wb_bte,
    output wire [31:0] wb_dat_r,
    output wire        wb_ack,
    output wire        wb_err
);

    localparam BYTES = 128 * 1024;

    wire        read;
    wire        write;
    wire [16:2] address;

    memory_port #(.BYTES(BYTES)) u_port (
        .clk(clk), .rst(rst),
        .wb_cyc(wb_cyc), .wb_stb(wb_stb), .wb_we(wb_we), .wb_adr(wb_adr), .wb_cti(wb_cti), .wb_bte(wb_bte),
        .wb_ack(wb_ack), .wb_err(wb_err),
        .read(read), .write(write), .address(address)
    );

    // Two banks of 64 KiB, each of two RAMs of 16K x 16 side by side. A mask bit is for four data bits.
    wire [31:0] bank_r [0:1];
    reg         bank_q;

    genvar b;
    genvar h;
    generate
        for (b = 0; b < 2; b = b + 1) begin : g_bank
            wire here = address[16] == b;
            for (h = 0; h < 2; h = h + 1) begin : g_half
                SB_SPRAM256KA u_ram (
                    .CLOCK(clk), .STANDBY(1'b0), .SLEEP(1'b0), .POWEROFF(1'b1),
                    .CHIPSELECT(here & (read | write)), .WREN(write), .ADDRESS(address[15:2]),
                    .MASKWREN({{2{wb_sel[2*h+1]}}, {2{wb_sel[2*h]}}}),
                    .DATAIN(wb_dat_w[16*h +: 16]), .DATAOUT(bank_r[b][16*h +: 16])
                );
            end
        end
    endgenerate

    always @(posedge clk) begin
        if (read) begin
            bank_q <= address[16];
        end
    end

    assign wb_dat_r = bank_q ? bank_r[1] : bank_r[0];

endmodule

`default_nettype wire
