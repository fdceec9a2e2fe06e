// Does a tag name the page that is sought? A module of its own, kept by synthesis, so that its compare is a tree: tags
// of lines come out of a RAM late in the cycle, which a mapper of logic does not see, and it would save
// LUTs at the cost of these paths.
// SPDX-License-Identifier: ISC
`default_nettype none

(* keep_hierarchy, as_written *)
module tag_same #(
    parameter WIDTH = 20
) (
    input  wire             valid,   // there is a tag
    input  wire [WIDTH-1:0] tag,
    input  wire [WIDTH-1:0] page,
    output wire             same
);
    assign same = valid && tag == page;
endmodule
`default_nettype wire
