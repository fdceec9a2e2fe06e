// The TLB: one entry for each value of the page number's low bits, in block RAM. It is read with the address as that
// comes from the ALU, and answers in the next cycle, in which the access itself is made: a hit costs nothing.
// Of a 4 MiB leaf an entry holds the 4 KiB page in use. Promises: what matches is one entry of this page, map and
// ASID; permission is judged on the raw leaf at every answer, so nothing of it is ever stored.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module small_tlb #(
    parameter ENTRIES = 32             // power of two, 4 or more
) (
    input  wire        clk,
    input  wire        read,
    input  wire [31:12] read_va,       // valid with read
    input  wire [31:12] va,            // the same page, from then on
    input  wire        user_map,       // which map register is in use, and its ASID
    input  wire [ 8:0] asid,
    input  wire [ 1:0] access,
    input  wire        user,
    input  wire        sum,
    input  wire        mxr,
    output wire        hit,
    output wire        allowed,
    output wire [33:12] ppn,

    input  wire        fill,           // the entry of va
    input  wire        drop,           // the entry of va; or of `line`, when sweeping
    input  wire        sweep,
    input  wire [$clog2(ENTRIES)-1:0] line,
    input  wire [31:0] fill_pte,
    input  wire        fill_big,
    output wire [31:0] pte             // leaf as it was in memory, if it names memory below 4 GiB
);
    localparam EW = $clog2(ENTRIES);

    // Key: valid, user's map, ASID, page number. Leaf: is above 4 GiB, 4 MiB, frame, bits 9:0 as read.
    (* no_rw_check *) reg [30:0] key  [0:ENTRIES-1];
    (* no_rw_check *) reg [31:0] leaf [0:ENTRIES-1];
    reg  [30:0] key_q;
    reg  [31:0] leaf_q;

    wire [9:0]  frame = fill_big ? va[21:12] : fill_pte[19:10];
    wire [EW-1:0] where = sweep ? line : va[12 +: EW];
    always @(posedge clk) begin
        if (read) begin
            key_q  <= key[read_va[12 +: EW]];
            leaf_q <= leaf[read_va[12 +: EW]];
        end
        if (fill || drop) begin
            key[where]  <= {fill, user_map, asid, va};
            leaf[where] <= {fill_pte[31:30] != 2'd0, fill_big, fill_pte[29:20], frame, fill_pte[9:0]};
        end
    end

    // The low bits of the page number are where the entry is.
    wire global = leaf_q[`PTE_G];
    assign hit = key_q[30] && key_q[29] == user_map && (global || key_q[28:20] == asid) &&
                 key_q[19:EW] == va[31:12+EW];
    assign ppn = {1'b0, leaf_q[31], leaf_q[29:10]};
    permission u_permission (
        .flags(leaf_q[7:0]), .access(access), .user(user), .sum(sum), .mxr(mxr), .allowed(allowed)
    );

    assign pte = {2'b00, leaf_q[29:20], leaf_q[30] ? 10'd0 : leaf_q[19:10], leaf_q[9:0]};
    wire unused = &{1'b0, key_q[EW-1:0], read_va};
endmodule
`default_nettype wire
