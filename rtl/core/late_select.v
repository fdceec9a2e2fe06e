// An operand: M's result, or what was chosen before (else zero). A module of its own, kept by synthesis, because
// the result comes late in the cycle, which a mapper of logic does not see: it would choose it early.
// SPDX-License-Identifier: ISC
`default_nettype none

(* keep_hierarchy *)
module late_select (
    input  wire [31:0] late,
    input  wire        takes,
    input  wire [31:0] early,
    output wire [31:0] value
);
    assign value = early | (late & {32{takes}});
endmodule
`default_nettype wire
