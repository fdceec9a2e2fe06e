// First-level TLB: a few fully searched entries beside a pipeline stage, in front
// of the TLB. An entry holds one 4 KiB page (a 4 MiB leaf is held page by page) with
// its raw leaf. It answers in the cycle of the address, or (AHEAD) in the next one, as it
// stands then. Entries bear no ASID but the map they came from (the user's or the
// kernel's): a write to a map register drops that map's, a fence all.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module tlb_first #(
    parameter ENTRIES = 4,  // power of two, 2 or more
    parameter AHEAD = 0     // 1: hit, pte and big belong to the address of the cycle before
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        flush,
    input  wire        flush_user,   // those of the user's map
    input  wire        flush_kernel,

    input  wire        look,       // AHEAD: there is an address; else: va is translated
    input  wire [31:12] va,
    input  wire        user_map,   // which map register translates the access
    output wire        hit,
    output wire [31:0] pte,        // raw leaf, its PPN made that of the 4 KiB page
    output wire        big,        // the leaf maps 4 MiB
    // Without AHEAD, for fetches:
    input  wire        user,       // the mode is U
    output wire        allowed,    // va is not translated, or hit, and the leaf lets this mode fetch
    input  wire        line_valid, // there is a line in the cache,
    input  wire [31:12] line_tag,  // of this frame; both come late
    output wire        line_hit,   // allowed, and va is in it

    input  wire        fill,       // the page is not in the TLB
    input  wire        fill_good,  // else an entry is lost only; known late
    input  wire [31:12] fill_va,
    input  wire        fill_user_map,
    input  wire [31:0] fill_pte,
    input  wire        fill_big
);
    localparam EW = $clog2(ENTRIES);
    reg [ENTRIES-1:0] valid_q;
    reg [EW-1:0]      next_q;      // replaced in turn
    wire [ENTRIES-1:0] same;
    reg  [ENTRIES-1:0] match;      // one at most: a page is filled only when it is missing
    wire drops = flush || flush_user || flush_kernel;
    wire fill_same = fill_good && fill_user_map == user_map && fill_va == va;

    // For a fetch each entry judges by itself, as there is no time after the match: what its leaf allows, which is known
    // as the leaf comes but for the mode, and whether the line is of its frame. The first one also stands for an address that
    // is not translated.
    wire [1:0] fetch_allowed;
    permission u_permission_s (.flags(fill_pte[7:0]), .access(`ACC_FETCH), .user(1'b0), .sum(1'b0), .mxr(1'b0), .allowed(fetch_allowed[0]));
    permission u_permission_u (.flags(fill_pte[7:0]), .access(`ACC_FETCH), .user(1'b1), .sum(1'b0), .mxr(1'b0), .allowed(fetch_allowed[1]));
    wire [ENTRIES-1:0] counts, may, same_frame;
    assign allowed = |(counts & may);
    line_hit #(.ENTRIES(ENTRIES)) u_line_hit (
        .here(counts), .same_frame(same_frame), .line_valid(line_valid), .hit(line_hit)
    );

    genvar i;
    generate
        for (i = 0; i < ENTRIES; i = i + 1) begin : slot
            reg [20:0] key_q;
            always @(posedge clk) if (rst || fill || drops) begin
                if (fill && next_q == i) key_q <= {fill_user_map, fill_va};
                if (rst) valid_q[i] <= 1'b0;
                else if (fill && next_q == i) valid_q[i] <= fill_good && !drops;
                else if (flush || (key_q[20] ? flush_user : flush_kernel)) valid_q[i] <= 1'b0;
            end
            // The map register is known later than a pc.
            wire here;
            tag_same #(.WIDTH(20)) u_same (.valid(valid_q[i]), .tag(key_q[19:0]), .page(va), .same(here));
            assign same[i] = here && key_q[20] == user_map;
            if (AHEAD == 0) begin : fetches
                reg [1:0]   may_q;
                reg [33:12] frame_q;
                always @(posedge clk) if (fill && next_q == i) {may_q, frame_q} <= {fetch_allowed, fill_pte[31:10]};
                wire itself = i == 0 && !look;
                assign may[i]    = itself || (look && key_q[20] == user_map && (user ? may_q[1] : may_q[0]));
                wire real_frame = itself || frame_q[33:32] == 2'b00;   // no line is above 4 GiB
                tag_same #(.WIDTH(20)) u_frame (
                    .valid(may[i] && real_frame), .tag(line_tag), .page(itself ? va : frame_q[31:12]), .same(same_frame[i])
                );
                assign counts[i] = here || itself;
            end else begin : accesses
                assign {counts[i], may[i], same_frame[i]} = 3'd0;
            end
        end
    endgenerate
    always @* begin
        match = same;
        if (AHEAD != 0 && fill) match[next_q] = fill_same;
    end

    reg [EW-1:0] number;
    integer k;
    always @* begin
        number = {EW{1'b0}};
        for (k = 0; k < ENTRIES; k = k + 1)
            if (match[k]) number = number | k[EW-1:0];
    end
    wire [EW-1:0] chosen;
    generate
        if (AHEAD != 0) begin : ahead
            reg [EW-1:0] number_q;
            reg          hit_q;
            always @(posedge clk) if (look) begin
                number_q <= number;
                hit_q    <= |match && !drops;
            end
            assign chosen = number_q;
            assign hit    = hit_q;
            wire unused = &{1'b0, user, line_valid, line_tag, fetch_allowed};
        end else begin : at_once
            assign chosen = number;
            assign hit    = |match;
            wire unused = &{1'b0, fill_same};
        end
    endgenerate
    reg [32:0] leaf [0:ENTRIES-1];
    always @(posedge clk) if (fill) leaf[next_q] <= {fill_big, fill_pte};
    assign {big, pte} = leaf[chosen];

    always @(posedge clk) begin
        if (rst) next_q <= {EW{1'b0}};
        else if (fill) next_q <= next_q + 1'b1;
    end
endmodule
`default_nettype wire
