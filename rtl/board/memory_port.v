// The Wishbone side of a board's synchronous RAM, read in one cycle: registered-feedback bursts at one word a
// cycle, err beyond BYTES. Promises one access of the RAM a cycle, read or write, so that a single-ported RAM will
// do: `read` at `address` (its word must stand in the next cycle) or `write` at `address` with the bytes of wb_sel.
// SPDX-License-Identifier: ISC

`default_nettype none

module memory_port #(
    parameter BYTES = 16384                 // a multiple of 4
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        wb_cyc,
    input  wire        wb_stb,
    input  wire        wb_we,
    input  wire [31:0] wb_adr,
    input  wire [2:0]  wb_cti,
    input  wire [1:0]  wb_bte,
    output wire        wb_ack,
    output wire        wb_err,

    output wire        read,
    output wire        write,
    output wire [$clog2(BYTES)-1:2] address
);

    localparam AW = $clog2(BYTES);

    reg ack_q;
    reg err_q;

    // A burst goes on while the master says "incrementing" on an acknowledged beat (Wishbone B4, 4.3).
    wire more     = wb_cyc & wb_stb & ack_q & (wb_cti == 3'b010);
    wire first    = wb_cyc & wb_stb & ~ack_q & ~err_q;
    wire go       = first | more;
    // The next word: linear, or wrapping within 4, 8 or 16.
    wire [30:2] inc  = wb_adr[30:2] + 29'd1;
    wire [30:2] next = (wb_bte == 2'b00) ? inc
                     : (wb_bte == 2'b01) ? {wb_adr[30:4], inc[3:2]}
                     : (wb_bte == 2'b10) ? {wb_adr[30:5], inc[4:2]}
                     :                     {wb_adr[30:6], inc[5:2]};
    wire [30:2] word = more ? next : wb_adr[30:2];
    // A line never straddles the end of the RAM, so that its first word tells for all.
    wire in_range = {1'b0, wb_adr[30:2]} < BYTES[31:2];

    always @(posedge clk) begin
        if (rst) begin
            ack_q <= 1'b0;
            err_q <= 1'b0;
        end else begin
            ack_q <= go & in_range;
            err_q <= go & ~in_range;
        end
    end

    assign wb_ack  = ack_q;
    assign wb_err  = err_q;
    assign read    = go & ~wb_we;
    assign write   = wb_cyc & wb_stb & wb_we & ack_q;
    assign address = wb_we ? wb_adr[AW-1:2] : word[AW-1:2];

    wire unused = &{1'b0, wb_adr[31], wb_adr[1:0], word[30:AW]};

endmodule

`default_nettype wire
