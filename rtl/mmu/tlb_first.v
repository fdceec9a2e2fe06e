// First-level TLB: a few fully searched entries beside a pipeline stage, in front
// of the TLB. Combinational lookup. An entry holds one 4 KiB page (a 4 MiB leaf
// is held page by page) with its raw leaf. Entries bear no ASID but the map they
// came from (the user's or the kernel's), and are dropped together at every
// write to a map register and every fence.
// SPDX-License-Identifier: ISC
`default_nettype none

module tlb_first #(
    parameter ENTRIES = 4   // power of two, 2 or more
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        flush,

    input  wire [31:12] va,
    input  wire        user_map,   // which map register translates the access
    output wire        hit,
    output wire [31:0] pte,        // raw leaf, its PPN made that of the 4 KiB page
    output wire        big,      // the leaf maps 4 MiB

    input  wire        fill,       // the page is not in the TLB
    input  wire [31:12] fill_va,
    input  wire        fill_user_map,
    input  wire [31:0] fill_pte,
    input  wire        fill_big
);
    localparam EW = $clog2(ENTRIES);
    reg [ENTRIES-1:0] valid_q;
    reg [EW-1:0]      next_q;      // replaced in turn
    wire [ENTRIES-1:0] match;          // one at most: a page is filled only when it is missing

    genvar i;
    generate
        for (i = 0; i < ENTRIES; i = i + 1) begin : slot
            reg [20:0] key_q;
            always @(posedge clk) if (fill && next_q == i) key_q <= {fill_user_map, fill_va};
            assign match[i] = valid_q[i] && key_q == {user_map, va};
        end
    endgenerate
    assign hit = |match;

    reg [EW-1:0] number;
    integer k;
    always @* begin
        number = {EW{1'b0}};
        for (k = 0; k < ENTRIES; k = k + 1)
            if (match[k]) number = number | k[EW-1:0];
    end
    reg [32:0] leaf [0:ENTRIES-1];
    always @(posedge clk) if (fill) leaf[next_q] <= {fill_big, fill_pte};
    assign {big, pte} = leaf[number];

    always @(posedge clk) begin
        if (rst) next_q <= {EW{1'b0}};
        else if (fill) next_q <= next_q + 1'b1;
        if (rst || flush) valid_q <= {ENTRIES{1'b0}};
        else if (fill) valid_q[next_q] <= 1'b1;
    end
endmodule
`default_nettype wire
