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
    localparam [8:0] ASID_MASK = (9'd1 << ASID_BITS) - 9'd1;

    reg  [ENTRIES-1:0] valid_q;
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
                .key(key_q[i]), .active(search || fence), .fence(fence),
                .all_va(fence_all_va), .all_asid(fence_all_asid),
                .va(va), .asid(asid & ASID_MASK), .user_map(user_map), .match(match[i])
            );
        end
    endgenerate

    // Number of the line that matched. Software that turns a table into a 4 MiB leaf
    // without a fence can make two lines match: the lowest answers, never a mixture.
    wire [ENTRIES-1:0] found = match & valid_q;
    reg  [ENTRIES-1:0] first;
    reg  [EW-1:0] number, number_q;
    integer k;
    always @* begin
        number = {EW{1'b0}};
        first  = {ENTRIES{1'b0}};
        if (search) begin
            first = found & (~found + 1'b1);
            for (k = 0; k < ENTRIES; k = k + 1)
                if (first[k]) number = number | k[EW-1:0];
        end
    end

    always @(posedge clk) begin
        if (rst) begin
            valid_q <= {ENTRIES{1'b0}};
            next_q  <= {EW{1'b0}};
        end else if (fence || (search && drop)) begin
            valid_q <= valid_q & ~match;
        end else if (fill) begin
            valid_q[next_q] <= 1'b1;
            next_q <= next_q + 1'b1;
        end
        hit <= search && !drop && |found;
        if (search) number_q <= number;
    end

    reg [32:0] leaf [0:ENTRIES-1];
    always @(posedge clk) if (fill) leaf[next_q] <= {fill_big, fill_pte};
    assign {hit_big, hit_pte} = leaf[number_q];
endmodule
`default_nettype wire
