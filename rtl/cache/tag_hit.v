// Does a line's tag name the frame of an access? Kept by synthesis, as tag_same.
// SPDX-License-Identifier: ISC
`default_nettype none

(* keep_hierarchy, as_written *)
module tag_hit #(
    parameter WIDTH = 20
) (
    input  wire             valid,     // of the line
    input  wire [WIDTH-1:0] tag,
    input  wire             translate,
    input  wire [WIDTH-1:0] frame,     // if so; else the address itself counts
    input  wire [WIDTH-1:0] address,
    output wire             hit
);
    assign hit = valid && tag == (translate ? frame : address);
endmodule
`default_nettype wire
