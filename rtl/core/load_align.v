// Takes a byte, half or word out of an aligned word, with sign or zero extension. The word is
// known late: it is only masked and ORed.
// SPDX-License-Identifier: ISC
`default_nettype none

module load_align (
    input  wire        enable,   // else the value is zero
    input  wire [31:0] word,
    input  wire [ 1:0] offset,
    input  wire [ 2:0] funct3,   // LB, LH, LW, LBU, LHU
    output wire [31:0] value
);
    wire is_byte = enable && funct3[1:0] == 2'd0;
    wire is_half = enable && funct3[1:0] == 2'd1;
    wire is_word = enable && funct3[1];
    wire [3:0] one   = {4{is_byte}} & (4'd1 << offset);      // which byte
    wire [1:0] two   = {2{is_half}} & {offset[1], !offset[1]}; // which half
    wire       low   = two[0] || is_word;

    // The sign, for bits 15:8 and 31:16
    wire extend  = !funct3[2];
    wire sign8   = |({word[31], word[23], word[15], word[7]} & one & {4{extend}});
    wire sign16  = |({word[31], word[23], word[15], word[7]} &
                     (one | {two[1], 1'b0, two[0], 1'b0}) & {4{extend}});

    assign value[7:0]   = ({8{one[0] || low}} & word[7:0]) | ({8{one[1]}} & word[15:8]) |
                          ({8{one[2] || two[1]}} & word[23:16]) | ({8{one[3]}} & word[31:24]);
    assign value[15:8]  = ({8{low}} & word[15:8]) | ({8{two[1]}} & word[31:24]) | {8{sign8}};
    assign value[31:16] = ({16{is_word}} & word[31:16]) | {16{sign16}};
endmodule
`default_nettype wire
