// One match line of the TLB. A search matches the page and, unless the entry is
// global, the ASID, within one of the two maps. A fence matches as its operands
// say: one by ASID spares global entries; both maps' entries are fenced alike.
// SPDX-License-Identifier: ISC
`default_nettype none

module tlb_line (
    input  wire [31:0] key,      // page number 20, ASID 9, user's map, 4 MiB, global
    input  wire        active,   // there is something to match
    input  wire        fence,
    input  wire        all_va,
    input  wire        all_asid,
    input  wire [31:12] va,
    input  wire [ 8:0] asid,
    input  wire        user_map,
    output reg         match
);
    wire global_page = key[0];
    wire big         = key[1];   // the low ten bits of the page number do not count
    reg  same_va, same_asid;
    always @* begin
        same_va   = 1'b0;
        same_asid = 1'b0;
        match     = 1'b0;
        if (active) begin
            same_va   = key[31:22] == va[31:22] && (big || key[21:12] == va[21:12]);
            same_asid = key[11:3] == asid;
            match = fence ? (same_va || all_va) && ((same_asid && !global_page) || all_asid)
                          : same_va && (same_asid || global_page) && key[2] == user_map;
        end
    end
endmodule
`default_nettype wire
