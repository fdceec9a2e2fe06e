// Is the line the one that is sought, by any of the entries? Kept by synthesis, as tag_same.
// SPDX-License-Identifier: ISC
`default_nettype none

(* keep_hierarchy, as_written *)
module line_hit #(
    parameter ENTRIES = 4
) (
    input  wire [ENTRIES-1:0] here,       // the entry is that of the address
    input  wire [ENTRIES-1:0] same_frame, // it may be accessed, and the line is of its frame
    input  wire               line_valid,
    output wire               hit
);
    assign hit = |(here & same_frame & {ENTRIES{line_valid}});
endmodule
`default_nettype wire
