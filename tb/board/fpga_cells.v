// The vendors' cells that the board tops name, as far as they use them: clock generator, output register and pin of the
// ECP5, single-ported RAM of the iCE40 UltraPlus. For simulation only.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

// CLKOP at CLKI * CLKFB_DIV / CLKI_DIV, CLKOS behind it by its phase; both from the first edge of CLKI on.
module EHXPLLL #(
    parameter PLLRST_ENA = "", parameter INTFB_WAKE = "", parameter STDBY_ENABLE = "", parameter DPHASE_SOURCE = "",
    parameter FEEDBK_PATH = "", parameter OUTDIVIDER_MUXA = "", parameter OUTDIVIDER_MUXB = "",
    parameter OUTDIVIDER_MUXC = "", parameter OUTDIVIDER_MUXD = "",
    parameter CLKI_DIV = 1, parameter CLKFB_DIV = 1,
    parameter CLKOP_ENABLE = "", parameter CLKOP_DIV = 8, parameter CLKOP_CPHASE = 0, parameter CLKOP_FPHASE = 0,
    parameter CLKOS_ENABLE = "", parameter CLKOS_DIV = 8, parameter CLKOS_CPHASE = 0, parameter CLKOS_FPHASE = 0,
    parameter CLKI_NS = 40                  // of the bench, not of the cell
) (
    input  wire CLKI,
    input  wire CLKFB,
    input  wire RST,
    input  wire STDBY,
    input  wire PLLWAKESYNC,
    input  wire ENCLKOP,
    input  wire ENCLKOS,
    input  wire PHASESEL0,
    input  wire PHASESEL1,
    input  wire PHASEDIR,
    input  wire PHASESTEP,
    input  wire PHASELOADREG,
    output reg  CLKOP,
    output reg  CLKOS,
    output reg  LOCK
);
    localparam real PERIOD = 1.0 * CLKI_NS * CLKI_DIV / CLKFB_DIV;
    localparam real LATE   = PERIOD * (CLKOS_CPHASE - CLKOP_CPHASE) / CLKOP_DIV;

    initial begin
        CLKOP = 1'b0;
        LOCK  = 1'b0;
        @(posedge CLKI);
        repeat (10) #(PERIOD / 2) CLKOP = ~CLKOP;
        LOCK  = 1'b1;
        forever #(PERIOD / 2) CLKOP = ~CLKOP;
    end

    initial begin
        CLKOS = 1'b0;
        @(posedge CLKI);
        #(LATE) ;
        forever #(PERIOD / 2) CLKOS = ~CLKOS;
    end

    wire unused = &{1'b0, CLKFB, RST, STDBY, PLLWAKESYNC, ENCLKOP, ENCLKOS, PHASESEL0, PHASESEL1, PHASEDIR,
                    PHASESTEP, PHASELOADREG};
endmodule

// Double-data-rate output; both halves of a cycle constant here.
module ODDRX1F (
    input  wire SCLK,
    input  wire RST,
    input  wire D0,
    input  wire D1,
    output wire Q
);
    assign Q = SCLK ? D0 : D1;
    wire unused = &{1'b0, RST};
endmodule

// A pin for both directions: driven unless T
module BB (
    input  wire I,
    input  wire T,
    output wire O,
    inout  wire B
);
    assign B = T ? 1'bz : I;
    assign O = B;
endmodule

module SB_SPRAM256KA (
    input  wire        CLOCK,
    input  wire        STANDBY,
    input  wire        SLEEP,
    input  wire        POWEROFF,
    input  wire        CHIPSELECT,
    input  wire        WREN,
    input  wire [13:0] ADDRESS,
    input  wire [3:0]  MASKWREN,
    input  wire [15:0] DATAIN,
    output reg  [15:0] DATAOUT
);
    reg [15:0] mem [0:16383];
    integer i;
    always @(posedge CLOCK) if (CHIPSELECT && POWEROFF && !STANDBY && !SLEEP) begin
        if (WREN) begin
            for (i = 0; i < 4; i = i + 1)
                if (MASKWREN[i]) mem[ADDRESS][4*i +: 4] <= DATAIN[4*i +: 4];
        end else DATAOUT <= mem[ADDRESS];
    end
endmodule

`default_nettype wire
