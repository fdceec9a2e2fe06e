// One match line of the TLB: what an entry is searched by. A 4 MiB leaf ignores
// the low ten bits of the page number.
// SPDX-License-Identifier: ISC
`default_nettype none

module tlb_line #(
    parameter ASID_BITS = 9
) (
    input  wire        clk,
    input  wire        write,
    input  wire [31:12] new_va,
    input  wire [ASID_BITS-1:0] new_asid,
    input  wire        new_user_map,
    input  wire        new_big,
    input  wire        new_global,

    input  wire [31:12] va,
    input  wire [ASID_BITS-1:0] asid,
    input  wire        user_map,
    output wire        match_va,
    output wire        match_asid,
    output wire        match_map,
    output wire        global_page
);
    reg [31:12] va_q;
    reg [ASID_BITS-1:0] asid_q;
    reg user_map_q, big_q, global_q;
    always @(posedge clk) if (write) begin
        va_q       <= new_va;
        asid_q     <= new_asid;
        user_map_q <= new_user_map;
        big_q    <= new_big;
        global_q   <= new_global;
    end
    assign match_va    = va_q[31:22] == va[31:22] && (big_q || va_q[21:12] == va[21:12]);
    assign match_asid  = asid_q == asid;
    assign match_map   = user_map_q == user_map;
    assign global_page = global_q;
endmodule
`default_nettype wire
