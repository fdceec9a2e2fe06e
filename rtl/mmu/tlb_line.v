// One match line of the TLB: the same page and, unless the entry is global, the same
// ASID, within one of the two maps; or, for a fence, the same page whatever the rest.
// SPDX-License-Identifier: ISC
`default_nettype none

module tlb_line (
    input  wire [31:0] key,      // page number 20, ASID 9, user's map, 4 MiB, global
    input  wire        valid,
    input  wire        any,      // the page alone decides
    input  wire [31:12] va,
    input  wire [ 8:0] asid,
    input  wire        user_map,
    output wire        match
);
    wire global_page = key[0];
    wire big         = key[1];   // the low ten bits of the page number do not count
    wire low_same    = big || key[21:12] == va[21:12];
    wire asid_same   = global_page || key[11:3] == asid;
    wire map_same    = any || (key[2] == user_map && asid_same);
    assign match = valid && key[31:22] == va[31:22] && low_same && map_same;
endmodule
`default_nettype wire
