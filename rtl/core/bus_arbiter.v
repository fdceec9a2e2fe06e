// Arbiter of the core's one Wishbone port between the two caches. Data goes first;
// a cycle that has begun is never broken off.
// SPDX-License-Identifier: ISC
`default_nettype none

module bus_arbiter (
    input  wire        clk,
    input  wire        rst,

    input  wire        i_cyc,
    input  wire [31:0] i_adr,
    input  wire [ 2:0] i_cti,
    input  wire [ 1:0] i_bte,
    output wire        i_ack,
    output wire        i_err,

    input  wire        d_cyc,
    input  wire        d_we,
    input  wire [31:0] d_adr,
    input  wire [ 3:0] d_sel,
    input  wire [31:0] d_dat_w,
    input  wire [ 2:0] d_cti,
    input  wire [ 1:0] d_bte,
    output wire        d_ack,
    output wire        d_err,

    output wire        wb_cyc,
    output wire        wb_stb,
    output wire        wb_we,
    output wire [31:0] wb_adr,
    output wire [ 3:0] wb_sel,
    output wire [31:0] wb_dat_w,
    output wire [ 2:0] wb_cti,
    output wire [ 1:0] wb_bte,
    input  wire        wb_ack,
    input  wire        wb_err
);
    reg  held_q, held_i_q;   // who has the bus since the cycle before
    wire grant_i = held_q ? held_i_q : !d_cyc;
    always @(posedge clk) begin
        held_q   <= !rst && wb_cyc;
        held_i_q <= grant_i;
    end
    assign wb_cyc   = grant_i ? i_cyc : d_cyc;
    assign wb_stb   = wb_cyc;
    assign wb_we    = !grant_i && d_we;
    assign wb_adr   = grant_i ? i_adr : d_adr;
    assign wb_sel   = grant_i ? 4'hf : d_sel;
    assign wb_dat_w = d_dat_w;
    assign wb_cti   = grant_i ? i_cti : d_cti;
    assign wb_bte   = grant_i ? i_bte : d_bte;
    assign i_ack    = grant_i && i_cyc && wb_ack;
    assign i_err    = grant_i && i_cyc && wb_err;
    assign d_ack    = !grant_i && d_cyc && wb_ack;
    assign d_err    = !grant_i && d_cyc && wb_err;
endmodule
`default_nettype wire
