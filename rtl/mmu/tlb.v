// The TLB: ENTRIES leaves, all searched at once by page number and ASID. Each entry
// has a key, compared by a match line of its own (tlb_line), and a raw leaf in a RAM
// that is read with the number of the line that matched. A search answers in the
// next cycle. Promises: what answers is one whole entry that matches, and if more than
// one matches none does; an entry dropped by a fence never answers a search that begins
// after it; a fill in the cycle of a fence is dropped.
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
    output wire        hit,           // in the cycle after search, unless drop
    output wire [31:0] hit_pte,       // raw leaf
    output wire        hit_big,

    input  wire        fill,          // the page matches no entry
    input  wire [31:12] fill_va,
    input  wire [ 8:0] fill_asid,
    input  wire        fill_user_map,
    input  wire [31:0] fill_pte,
    input  wire        fill_big,

    // Drop the entries of one page, whatever their ASID, or all entries. Not with a search
    input  wire        fence_page,    // the page is va
    input  wire        fence_all
);
    localparam EW = $clog2(ENTRIES);
    localparam [8:0] ASID_MASK = (9'd1 << ASID_BITS) - 9'd1;

    reg  [ENTRIES-1:0] valid_q;
    reg  [ENTRIES-1:0] next_line_q; // replaced in turn: this line,
    reg  [EW-1:0]      next_q;      // whose number is this
    wire [ENTRIES-1:0] match;

    // Keys are registers, not a RAM: all are compared at once.
    wire [31:0] fill_key = {fill_va, fill_asid & ASID_MASK, fill_user_map, fill_big, fill_pte[`PTE_G]};
    genvar i;
    generate
        for (i = 0; i < ENTRIES; i = i + 1) begin : line
            reg [31:0] key_q;
            always @(posedge clk) if (fill && next_line_q[i]) key_q <= fill_key;
            tlb_line u_line (
                .key(key_q), .valid(valid_q[i]), .any(fence_page),
                .va(va), .asid(asid & ASID_MASK), .user_map(user_map), .match(match[i])
            );
        end
    endgenerate

    always @(posedge clk) begin
        if (rst || fence_all) valid_q <= {ENTRIES{1'b0}};
        else if (fence_page || (search && drop)) valid_q <= valid_q & ~match;
        else if (fill) valid_q <= valid_q | next_line_q;
        if (rst) begin
            next_q      <= {EW{1'b0}};
            next_line_q <= {{(ENTRIES-1){1'b0}}, 1'b1};
        end else if (fill) begin
            next_q      <= next_q + 1'b1;
            next_line_q <= {next_line_q[ENTRIES-2:0], next_line_q[ENTRIES-1]};
        end
    end

    // Number of the line that matched, and its complement: as long as one line at most
    // matches, no bit is 1 in both. Software that turns a table into a 4 MiB leaf without
    // a fence can make two match; then none answers.
    reg [EW-1:0] ones, zeros, ones_q, zeros_q;
    integer k, b;
    always @* begin
        ones  = {EW{1'b0}};
        zeros = {EW{1'b0}};
        for (k = 0; k < ENTRIES; k = k + 1)
            for (b = 0; b < EW; b = b + 1)
                if (k[b]) ones[b]  = ones[b]  | match[k];
                else      zeros[b] = zeros[b] | match[k];
    end
    reg searched_q;
    always @(posedge clk) begin
        ones_q     <= ones;
        zeros_q    <= zeros;
        searched_q <= search && !drop && !rst;
    end
    assign hit = searched_q && (ones_q[0] || zeros_q[0]) && (ones_q & zeros_q) == {EW{1'b0}};

    // Written as a walk ends, never in the cycle of a search.
    (* ram_style = "block", no_rw_check *) reg [32:0] leaf [0:ENTRIES-1];
    reg [32:0] leaf_q;
    always @(posedge clk) begin
        if (fill) leaf[next_q] <= {fill_big, fill_pte};
        leaf_q <= leaf[ones];
    end
    assign {hit_big, hit_pte} = leaf_q;
endmodule
`default_nettype wire
