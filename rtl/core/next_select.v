// The next fetch address, or bits that depend on it. Kept by synthesis, as next_fetch, so that what comes late
// chooses last.
// SPDX-License-Identifier: ISC
`default_nettype none

(* keep_hierarchy *)
module next_select #(
    parameter WIDTH = 30
) (
    input  wire             taken,
    input  wire             goes_on,
    input  wire [WIDTH-1:0] target,
    input  wire [WIDTH-1:0] otherwise,
    output wire [WIDTH-1:0] next
);
    assign next = taken && goes_on ? target : otherwise;
endmodule
`default_nettype wire
