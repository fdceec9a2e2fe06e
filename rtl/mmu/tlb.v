// The TLB: ENTRIES leaves, all searched at once by page number and ASID. Each entry
// has a key, compared by a match line of its own (tlb_line), and a raw leaf in a RAM
// that is read with the number of the line that matched. A search answers in the
// next cycle. Promises: what answers is one whole entry that matches; an entry dropped
// by a fence never answers a search that begins after it; a fill in the cycle of a
// fence is dropped.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module tlb #(
    parameter ENTRIES   = 64,  // power of two, 4 or more
    parameter ASID_BITS = 9    // 0 to 9
) (
    input  wire        clk,
    input  wire        rst,

    // Search, and drop what a search finds
    input  wire        search,
    input  wire        drop,          // with search: what matches is dropped instead
    input  wire [31:12] va,
    input  wire [ 8:0] asid,
    input  wire        user_map,      // entries of the user's and the kernel's map never mix
    output wire        hit,           // in the cycle after search
    output wire [31:0] hit_pte,       // raw leaf
    output wire        hit_big,

    input  wire        fill,          // the page matches no entry
    input  wire [31:12] fill_va,
    input  wire [ 8:0] fill_asid,
    input  wire        fill_user_map,
    input  wire [31:0] fill_pte,
    input  wire        fill_big,

    input  wire        undo,          // the fill of the cycle before is void

    // Drop the entries of one page, whatever their ASID, or all entries
    input  wire        fence_page,    // the page is va
    input  wire        fence_all
);
    localparam EW = $clog2(ENTRIES);
    localparam GROUP  = ENTRIES < 8 ? ENTRIES : 8;
    localparam GROUPS = ENTRIES / GROUP;
    localparam [8:0] ASID_MASK = (9'd1 << ASID_BITS) - 9'd1;

    reg  [ENTRIES-1:0] valid_q, match_q;
    reg  [EW-1:0]      next_q;      // replaced in turn
    wire [ENTRIES-1:0] match;

    // Keys are registers, not a RAM: all are compared at once.
    (* mem2reg *) reg [31:0] key_q [0:ENTRIES-1];
    always @(posedge clk)
        if (fill) key_q[next_q] <= {fill_va, fill_asid & ASID_MASK, fill_user_map, fill_big,
                                    fill_pte[`PTE_G]};
    genvar i;
    generate
        for (i = 0; i < ENTRIES; i = i + 1) begin : line
            tlb_line u_line (
                .key(key_q[i]), .active(search || fence_page), .any(fence_page),
                .va(va), .asid(asid & ASID_MASK), .user_map(user_map), .match(match[i])
            );
        end
    endgenerate

    always @(posedge clk) begin
        if (rst || fence_all) valid_q <= {ENTRIES{1'b0}};
        else if (fence_page || (search && drop)) valid_q <= valid_q & ~match;
        else begin
            if (undo) valid_q[next_q - 1'b1] <= 1'b0;
            if (fill) valid_q[next_q] <= 1'b1;
        end
        if (rst) next_q <= {EW{1'b0}};
        else if (fill) next_q <= next_q + 1'b1;
        match_q <= search && !drop ? match & valid_q : {ENTRIES{1'b0}};
    end

    // Number of the line that matched. Software that turns a table into a 4 MiB leaf
    // without a fence can make two lines match: the lowest answers, never a mixture.
    reg [EW-1:0] number;
    integer g, k;
    always @* begin
        number = {EW{1'b0}};
        g = 0;
        k = 0;
        if (hit)
            for (g = GROUPS - 1; g >= 0; g = g - 1)
                if (|match_q[g*GROUP +: GROUP])
                    for (k = GROUP - 1; k >= 0; k = k - 1)
                        if (match_q[g*GROUP + k]) number = g[EW-1:0] * GROUP[EW-1:0] + k[EW-1:0];
    end
    assign hit = |match_q;

    reg [32:0] leaf [0:ENTRIES-1];
    always @(posedge clk) if (fill) leaf[next_q] <= {fill_big, fill_pte};
    assign {hit_big, hit_pte} = leaf[number];
endmodule
`default_nettype wire
