// The TLB: ENTRIES leaves, all searched at once by page number and ASID. Each entry
// has a key, all of which are compared in a search, and a raw leaf in a RAM
// that is read with the number of the line that matched. The lines that match go into registers; in the next cycle
// a search tells whether it hits, and the leaf in the one after. Promises: what answers is one whole entry that matches, and if more than
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
    output wire [31:0] hit_pte,       // raw leaf, one cycle after hit
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

    // Keys are registers, not a RAM: all are compared at once. Page number 20, ASID 9,
    // user's map, 4 MiB, global.
    (* mem2reg *) reg [31:0] key_q [0:ENTRIES-1];
    wire [31:0] fill_key = {fill_va, fill_asid & ASID_MASK, fill_user_map, fill_big, fill_pte[`PTE_G]};
    wire [8:0]  known_asid = asid & ASID_MASK;

    // A line matches with the same page and, unless the entry is global, the same ASID,
    // within one of the two maps; or, for a fence, the same page whatever the rest.
    function [ENTRIES-1:0] lines(input any, input [31:12] page, input [8:0] space, input user);
        integer i;
        for (i = 0; i < ENTRIES; i = i + 1)
            lines[i] = valid_q[i] && key_q[i][31:22] == page[31:22] &&
                       (key_q[i][1] || key_q[i][21:12] == page[21:12]) &&
                       (any || (key_q[i][2] == user && (key_q[i][0] || key_q[i][11:3] == space)));
    endfunction
    // Number of the line that matches, and its complement.
    function [2*EW-1:0] coded(input [ENTRIES-1:0] match);
        integer i, b;
        begin
            coded = {(2*EW){1'b0}};
            for (i = 0; i < ENTRIES; i = i + 1)
                for (b = 0; b < EW; b = b + 1)
                    if (i[b]) coded[EW + b] = coded[EW + b] | match[i];
                    else      coded[b]      = coded[b]      | match[i];
        end
    endfunction
    // A leaf is written as a walk ends, never in the two cycles of a search.
    (* ram_style = "block", no_rw_check *) reg [32:0] leaf [0:ENTRIES-1];
    reg  [32:0]        leaf_q;
    reg  [ENTRIES-1:0] match_q;
    reg                searched_q;
    reg  [EW-1:0]      ones, zeros;
    always @* begin
        {ones, zeros} = {(2*EW){1'b0}};
        if (searched_q) {ones, zeros} = coded(match_q);
    end
    integer k;
    // As functions, so that a simulator does the work only when there is a search.
    always @(posedge clk) begin
        if (rst || fence_all) valid_q <= {ENTRIES{1'b0}};
        else if (fence_page || (search && drop)) valid_q <= valid_q & ~lines(fence_page, va, known_asid, user_map);
        else if (fill) valid_q <= valid_q | next_line_q;
        if (rst) begin
            next_q      <= {EW{1'b0}};
            next_line_q <= {{(ENTRIES-1){1'b0}}, 1'b1};
        end else if (fill) begin
            next_q      <= next_q + 1'b1;
            next_line_q <= {next_line_q[ENTRIES-2:0], next_line_q[ENTRIES-1]};
        end
        if (search) match_q <= lines(fence_page, va, known_asid, user_map);
        if (searched_q) leaf_q <= leaf[ones];
        if (fill)   leaf[next_q] <= {fill_big, fill_pte};
        searched_q <= search && !drop && !rst;
        // Last, since it takes effect at once: nothing outside of this block reads a key.
        if (fill)
            for (k = 0; k < ENTRIES; k = k + 1)
                /* verilator lint_off BLKSEQ */
                if (next_line_q[k]) key_q[k] = fill_key;
                /* verilator lint_on BLKSEQ */
    end

    // As long as one line at most matches, no bit is 1 in both numbers. Software that turns a
    // table into a 4 MiB leaf without a fence can make two match; then none answers.
    assign hit = searched_q && (ones[0] || zeros[0]) && (ones & zeros) == {EW{1'b0}};

    assign {hit_big, hit_pte} = leaf_q;
endmodule
`default_nettype wire
