// The TLB: ENTRIES leaves, all searched at once by page number and ASID. The
// match lines are in tlb_line; the leaves lie in a RAM read with the number of the
// line that matched. A search answers in the next cycle. Promises: what answers is
// one whole entry that matches; an entry dropped by a fence never answers a search that
// begins after it; a fill in the cycle of a fence is dropped.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module tlb #(
    parameter ENTRIES   = 64,  // power of two, 4 or more
    parameter ASID_BITS = 9    // 0 to 9
) (
    input  wire        clk,
    input  wire        rst,

    // Search, and drop what a search finds (also used to fence one page)
    input  wire        search,
    input  wire        drop,          // with search: what matches is dropped instead
    input  wire [31:12] va,
    input  wire [ 8:0] asid,
    input  wire        user_map,      // entries of the user's and the kernel's map never mix
    output reg         hit,           // in the cycle after search
    output wire [31:0] hit_pte,       // raw leaf
    output wire        hit_big,

    input  wire        fill,          // the page matches no entry
    input  wire [31:12] fill_va,
    input  wire [ 8:0] fill_asid,
    input  wire        fill_user_map,
    input  wire [31:0] fill_pte,
    input  wire        fill_big,

    // sfence.vma: va and asid above are its operands
    input  wire        fence,
    input  wire        fence_all_va,
    input  wire        fence_all_asid
);
    localparam EW = $clog2(ENTRIES);
    localparam AW = ASID_BITS == 0 ? 1 : ASID_BITS;

    wire [AW-1:0] key_asid  = ASID_BITS == 0 ? {AW{1'b0}} : asid[AW-1:0];
    wire [AW-1:0] new_asid  = ASID_BITS == 0 ? {AW{1'b0}} : fill_asid[AW-1:0];

    reg  [ENTRIES-1:0] valid_q;
    reg  [EW-1:0]      next_q;
    wire [ENTRIES-1:0] match_va, match_asid, global_page, match_map;
    genvar i;
    generate
        for (i = 0; i < ENTRIES; i = i + 1) begin : line
            tlb_line #(.ASID_BITS(AW)) u_line (
                .clk(clk), .write(fill && next_q == i), .new_va(fill_va), .new_asid(new_asid),
                .new_user_map(fill_user_map), .new_big(fill_big), .new_global(fill_pte[`PTE_G]),
                .va(va), .asid(key_asid), .user_map(user_map),
                .match_va(match_va[i]), .match_asid(match_asid[i]), .match_map(match_map[i]),
                .global_page(global_page[i])
            );
        end
    endgenerate

    wire [ENTRIES-1:0] match = valid_q & match_va & (match_asid | global_page) & match_map;
    // A fence by ASID spares global entries; both maps' entries are fenced alike.
    wire [ENTRIES-1:0] fenced = (match_va | {ENTRIES{fence_all_va}}) &
                                ((match_asid & ~global_page) | {ENTRIES{fence_all_asid}});

    always @(posedge clk) begin
        if (rst) begin
            valid_q <= {ENTRIES{1'b0}};
            next_q  <= {EW{1'b0}};
        end else if (fence) begin
            valid_q <= valid_q & ~fenced;
        end else if (search && drop) begin
            valid_q <= valid_q & ~match;
        end else if (fill) begin
            valid_q[next_q] <= 1'b1;
            next_q <= next_q + 1'b1;
        end
    end

    // Number of the line that matched. Software that turns a table into a 4 MiB leaf
    // without a fence can make two lines match: the lowest answers, never a mixture.
    wire [ENTRIES-1:0] first = match & (~match + 1'b1);
    reg [EW-1:0] found, found_q;
    integer k;
    always @* begin
        found = {EW{1'b0}};
        for (k = 0; k < ENTRIES; k = k + 1)
            if (first[k]) found = found | k[EW-1:0];
    end
    always @(posedge clk) begin
        hit <= search && !drop && |match;
        if (search) found_q <= found;
    end

    reg [32:0] leaf [0:ENTRIES-1];
    always @(posedge clk) if (fill) leaf[next_q] <= {fill_big, fill_pte};
    assign {hit_big, hit_pte} = leaf[found_q];

    wire unused = &{1'b0, asid, fill_asid};
endmodule
`default_nettype wire
