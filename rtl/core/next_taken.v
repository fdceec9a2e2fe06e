// Does the target buffer's entry for the instruction in F lead elsewhere? Kept by synthesis, as next_fetch, so that it
// is decided in a tree.
// SPDX-License-Identifier: ISC
`default_nettype none

(* keep_hierarchy *)
module next_taken #(
    parameter TAG = 6
) (
    input  wire [TAG-1:0] tag,
    input  wire [TAG-1:0] entry_tag,
    input  wire [ 1:0] entry_type,
    input  wire        counter,
    input  wire        off,
    output wire        taken
);
    assign taken = tag == entry_tag && !off && entry_type != 2'd3 && (entry_type != 2'd0 || counter);
endmodule
`default_nettype wire
