// Instruction cache: direct-mapped, at most 4 KiB (so that the index lies within
// the page offset), virtually indexed, physically tagged; the caller compares the
// tag. Owns the line fills: wrapping bursts that begin with the word that was missed,
// so that fetching goes on while the rest arrives. Promises: a word of the line being
// filled is valid only when it is in place; after `flush` nothing that was held
// before is served.
// SPDX-License-Identifier: ISC
`default_nettype none

module icache #(
    parameter BYTES      = 4096, // 256 to 4096, power of two
    parameter LINE_WORDS = 8     // 4 or 8
) (
    input  wire        clk,
    input  wire        rst,

    input  wire        looks,        // else the answer stays as it is
    input  wire [31:2] fetch_addr,   // looked up now, answered in the next cycle
    output wire [31:0] insn,
    output wire        valid,
    output wire [31:12] tag,

    input  wire        request,      // fill the line of pa
    input  wire [33:0] pa,
    output wire        accept,
    output reg         word_done,    // the word asked for is in place, or:
    output reg         word_error,   // the bus answered err
    output reg         line_end,     // a fill has ended

    input  wire        flush,        // one cycle; in the next one no line is valid

    output reg         wb_cyc,
    output reg  [31:0] wb_adr,
    output wire [ 2:0] wb_cti,
    output wire [ 1:0] wb_bte,
    input  wire [31:0] wb_dat_r,
    input  wire        wb_ack,
    input  wire        wb_err
);
    localparam WORDS = BYTES / 4;
    localparam LINES = WORDS / LINE_WORDS;
    localparam IW = $clog2(WORDS);       // word index
    localparam LW = $clog2(LINE_WORDS);
    localparam SW = $clog2(LINES);       // line index

    // A read in the cycle of a write to its place may give anything; it is not used.
    (* no_rw_check *) reg [31:0] data [0:WORDS-1];
    (* no_rw_check *) reg [24:0] tags [0:LINES-1];         // valid, address bits 31:8
    reg [31:0] insn_q;
    reg [24:0] tag_q;
    reg [11:2] index_q;
    reg        written_q;                // tags were written as tag_q was read

    // --- Sweep: makes all lines invalid after reset and on flush
    reg [SW:0] sweep_q;
    wire sweeping = !sweep_q[SW];
    always @(posedge clk) begin
        if (rst || flush) sweep_q <= {(SW+1){1'b0}};
        else if (sweeping) sweep_q <= sweep_q + 1'b1;
    end

    // --- Fill
    reg [LINE_WORDS-1:0] have_q, have_before_q;   // words in place; the same, as the RAM was read
    reg                  cyc_before_q;
    wire last = &(have_q | ({{(LINE_WORDS-1){1'b0}}, 1'b1} << wb_adr[LW+1:2]));
    wire end_of_fill = wb_cyc && (wb_err || (wb_ack && last));
    assign accept = request && !wb_cyc && !sweeping && !line_end;
    assign wb_cti = last ? 3'b111 : 3'b010;
    assign wb_bte = LINE_WORDS == 4 ? 2'b01 : 2'b10;
    always @(posedge clk) begin
        word_done  <= wb_cyc && (wb_ack || wb_err) && have_q == {LINE_WORDS{1'b0}} && !rst;
        word_error <= wb_err;
        line_end   <= end_of_fill && !rst;
        if (looks) begin
            have_before_q <= have_q;
            cyc_before_q  <= wb_cyc;
        end
        if (rst) cyc_before_q <= 1'b0;
        if (rst) begin
            wb_cyc <= 1'b0;
            wb_adr <= 32'd0;
        end else if (accept) begin
            wb_cyc <= 1'b1;
            wb_adr <= {pa[31:2], 2'b00};
            have_q <= {LINE_WORDS{1'b0}};
        end else if (wb_cyc && (wb_ack || wb_err)) begin
            wb_cyc <= !end_of_fill;
            have_q[wb_adr[LW+1:2]] <= 1'b1;
            wb_adr[LW+1:2] <= wb_adr[LW+1:2] + 1'b1;
        end
    end

    // --- RAMs
    wire          tag_we = sweeping || accept || (wb_cyc && wb_err);
    wire [SW-1:0] tag_wa = sweeping ? sweep_q[SW-1:0] : accept ? pa[IW+1:LW+2] : wb_adr[IW+1:LW+2];
    wire [24:0]   tag_wd = {!sweeping && accept && !flush, pa[31:8]};
    always @(posedge clk) begin
        if (wb_cyc && wb_ack) data[wb_adr[IW+1:2]] <= wb_dat_r;
        if (looks) insn_q <= data[fetch_addr[IW+1:2]];
    end
    always @(posedge clk) begin
        if (tag_we) tags[tag_wa] <= tag_wd;
        if (looks) begin
            tag_q     <= tags[fetch_addr[IW+1:LW+2]];
            index_q   <= fetch_addr[11:2];
            written_q <= tag_we;
        end
    end
    assign insn  = insn_q;
    // In a cache of less than 4 KiB some offset bits are part of the tag.
    // Of the line being filled, only what was in place when the RAM was read counts.
    wire awaited = cyc_before_q && index_q[IW+1:LW+2] == wb_adr[IW+1:LW+2] &&
                   !have_before_q[index_q[LW+1:2]];
    assign valid = tag_q[24] && !sweeping && !written_q && !awaited && (IW == 10 || tag_q[3:0] == index_q[11:8]);
    assign tag   = tag_q[23:4];

    wire unused = &{1'b0, fetch_addr, index_q, tag_q, pa[33:32], pa[1:0]};
endmodule
`default_nettype wire
