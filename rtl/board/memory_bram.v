// Main memory in block RAM, filled by the bitstream from INIT_FILE (words in hexadecimal), if one is named.
// A Wishbone slave for linear and wrapping bursts, one word a cycle.
// SPDX-License-Identifier: ISC

`default_nettype none

module memory_bram #(
    parameter BYTES     = 16384,            // a multiple of 4
    parameter INIT_FILE = ""
) (
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
    output reg  [31:0] wb_dat_r,
    output wire        wb_ack,
    output wire        wb_err
);

    localparam AW = $clog2(BYTES);

    wire          read;
    wire          write;
    wire [AW-1:2] address;

    memory_port #(.BYTES(BYTES)) u_port (
        .clk(clk), .rst(rst),
        .wb_cyc(wb_cyc), .wb_stb(wb_stb), .wb_we(wb_we), .wb_adr(wb_adr), .wb_cti(wb_cti), .wb_bte(wb_bte),
        .wb_ack(wb_ack), .wb_err(wb_err),
        .read(read), .write(write), .address(address)
    );

    reg [31:0] mem [0:BYTES/4-1];

    generate
        if (INIT_FILE != "") begin : g_file
            initial $readmemh(INIT_FILE, mem);
        end
    endgenerate

    integer i;
    always @(posedge clk) begin
        for (i = 0; i < 4; i = i + 1) begin
            if (write & wb_sel[i]) begin
                mem[address][8*i +: 8] <= wb_dat_w[8*i +: 8];
            end
        end
        if (read) begin
            wb_dat_r <= mem[address];
        end
    end

endmodule

`default_nettype wire
