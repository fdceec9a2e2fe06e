// The result of an instruction in M: what it loads, picked out of the word by masks, a half of the product, or
// (with no mask) what it has computed. A module of its own, kept by synthesis, because the word read, product and `less` come late in
// the cycle, out of a RAM and adders, which a mapper of logic does not see: it would save LUTs
// at the cost of this path.
// SPDX-License-Identifier: ISC
`default_nettype none

(* keep_hierarchy *)
module load_select (
    input  wire [31:0] read,      // the word as the cache's RAM has it
    input  wire [ 3:0] newer,     // its bytes that are stored meanwhile:
    input  wire [31:0] stored,
    input  wire [ 3:0] low,       // which byte gives bits 7:0
    input  wire [ 1:0] middle,    // which half gives bits 15:8
    input  wire        all,       // bits 31:16 too
    input  wire [ 3:0] sign8,     // which byte's sign extends a byte
    input  wire [ 3:0] sign16,    // which byte's sign fills bits 31:16
    input  wire [63:0] product,
    input  wire        low_half,
    input  wire        high_half,
    input  wire        less,      // of the late ALU, for SLT and SLTU
    input  wire        sets,
    input  wire [31:0] computed,  // else zero
    output wire [31:0] value
);
    wire [31:0] mask = {{8{newer[3]}}, {8{newer[2]}}, {8{newer[1]}}, {8{newer[0]}}};
    wire [31:0] word = (stored & mask) | (read & ~mask);
    wire [3:0] signs  = {word[31], word[23], word[15], word[7]};
    wire       fill8  = |(signs & sign8);
    wire       fill16 = |(signs & sign16);
    wire [31:0] multiplied = ({32{low_half}} & product[31:0]) | ({32{high_half}} & product[63:32]);
    wire [31:0] other      = computed | multiplied | {31'd0, less && sets};
    assign value[7:0]   = ({8{low[0]}} & word[7:0]) | ({8{low[1]}} & word[15:8]) |
                          ({8{low[2]}} & word[23:16]) | ({8{low[3]}} & word[31:24]) | other[7:0];
    assign value[15:8]  = ({8{middle[0]}} & word[15:8]) | ({8{middle[1]}} & word[31:24]) | {8{fill8}} | other[15:8];
    assign value[31:16] = ({16{all}} & word[31:16]) | {16{fill16}} | other[31:16];
endmodule
`default_nettype wire
