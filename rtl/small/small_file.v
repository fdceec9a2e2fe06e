// The file: one block RAM with the integer registers, every CSR that need not be seen in each cycle, and in its
// upper half, which is never written, constants and the bits that a write of each CSR can change. What was
// read last stays at `f` until the next read.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "small_defs.vh"

module small_file #(
    parameter RESET_PC  = 32'h0000_1000,
    parameter ASID_BITS = 9
) (
    input  wire        clk,
    input  wire        read,
    input  wire [ 6:0] raddr,
    output reg  [31:0] f,
    input  wire        write,
    input  wire [ 5:0] waddr,
    input  wire [31:0] wdata
);
    // ASID bits that do not exist read as zero.
    localparam [31:0] MAP_MASK = 32'h803f_ffff | (((32'd1 << ASID_BITS) - 32'd1) << 22);

    function [31:0] mask(input [4:0] slot);
        casez (slot)
            {4'd2, 1'b?}:    mask = 32'hffff_fffd;      // tvec
            {4'd3, 1'b?}:    mask = 32'hffff_fffc;      // epc
            {4'd4, 1'b?}:    mask = 32'h8000_001f;      // cause
            {4'd7, 1'b?}:    mask = 32'h0000_1fff;      // counteren
            {4'd8, 1'b?}:    mask = 32'h0000_0001;      // envcfg
            `SLOT_MEDELEG:   mask = 32'h0100_b3ff;
            `SLOT_INHIBIT:   mask = 32'h0000_1ffd;
            `SLOT_MENVCFGH:  mask = 32'h8000_0000;
            `SLOT_SATP, `SLOT_UPMAR: mask = MAP_MASK;
            `SLOT_GTBL:      mask = 32'h803f_ffff;
            `SLOT_ZERO:      mask = 32'd0;
            default:         mask = 32'hffff_ffff;
        endcase
    endfunction

    (* no_rw_check *) reg [31:0] mem [0:127];
    integer i;
    initial begin
        for (i = 0; i < 32; i = i + 1) begin
            mem[64 + i] = 32'd0;
            mem[96 + i] = mask(i[4:0]);
        end
        mem[`CONST_RESET_PC]  = RESET_PC;
        mem[`CONST_ABOVE_255] = 32'hffff_ff00;
    end

    always @(posedge clk) begin
        if (read)  f <= mem[raddr];
        if (write) mem[{1'b0, waddr}] <= wdata;
    end
endmodule
`default_nettype wire
