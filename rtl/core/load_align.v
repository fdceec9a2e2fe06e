// Takes a byte, half or word out of an aligned word, with sign or zero extension.
// SPDX-License-Identifier: ISC
`default_nettype none

module load_align (
    input  wire [31:0] word,
    input  wire [ 1:0] offset,
    input  wire [ 2:0] funct3,   // LB, LH, LW, LBU, LHU
    output wire [31:0] value
);
    wire [15:0] half = offset[1] ? word[31:16] : word[15:0];
    wire [ 7:0] byte0 = offset[0] ? half[15:8] : half[7:0];
    wire        extend = !funct3[2];
    assign value[7:0]   = funct3[1:0] == 2'd0 ? byte0 : half[7:0];
    assign value[15:8]  = funct3[1:0] == 2'd0 ? {8{extend && byte0[7]}} : half[15:8];
    assign value[31:16] = funct3[1] ? word[31:16]
                        : {16{extend && (funct3[0] ? half[15] : byte0[7])}};
endmodule
`default_nettype wire
