// Traps: which interrupt is taken, where a trap goes, and its handler's address
// (privileged manual, 3.1.6 to 3.1.9). Combinational.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module trap (
    input  wire [ 1:0] mode,
    input  wire        mie_bit,      // mstatus.MIE
    input  wire        sie_bit,
    input  wire [11:0] mip,
    input  wire [11:0] mie,
    input  wire [11:0] mideleg,
    input  wire [31:0] medeleg,
    input  wire [31:0] mtvec,
    input  wire [31:0] stvec,

    output wire        interrupt,    // pending, enabled, and to be taken
    output wire        wakes,        // pending and enabled in mie: ends WFI

    input  wire        is_interrupt, // the trap that is taken
    input  wire [ 4:0] exception_cause,
    output wire [ 4:0] cause,
    output wire        to_s,
    output wire [31:0] target
);
    wire [11:0] pending = mip & mie;
    wire m_enabled = mode != `MODE_M || mie_bit;
    wire s_enabled = mode == `MODE_U || (mode == `MODE_S && sie_bit);
    wire [11:0] for_m = m_enabled ? pending & ~mideleg : 12'd0;
    wire [11:0] for_s = s_enabled ? pending & mideleg  : 12'd0;
    assign interrupt = |for_m || |for_s;
    assign wakes     = |pending;

    // Priority: MEI, MSI, MTI, SEI, SSI, STI
    wire [11:0] chosen = |for_m ? for_m : for_s;
    wire [4:0] interrupt_cause = chosen[11] ? 5'd11 : chosen[3] ? 5'd3 : chosen[7] ? 5'd7
                               : chosen[9]  ? 5'd9  : chosen[1] ? 5'd1 : 5'd5;

    assign cause = is_interrupt ? interrupt_cause : exception_cause;
    assign to_s  = is_interrupt ? !(|for_m) : mode != `MODE_M && medeleg[exception_cause];

    wire [31:0] vector = to_s ? stvec : mtvec;
    wire [31:2] offset = is_interrupt && vector[0] ? {25'd0, cause} : 30'd0;
    assign target = {vector[31:2] + offset, 2'b00};
    wire unused = &{1'b0, chosen, vector[1]};
endmodule
`default_nettype wire
