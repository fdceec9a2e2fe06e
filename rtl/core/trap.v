// Traps: which interrupt is taken, where a trap goes, and its handler's address
// (privileged manual, 3.1.6 to 3.1.9). Interrupts are judged one cycle ahead, from a
// state that is then a cycle old; so none is taken in the cycle after the state may
// have changed (`unsettled`).
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module trap (
    input  wire        clk,
    input  wire        rst,
    input  wire [ 1:0] mode,
    input  wire        mie_bit,      // mstatus.MIE
    input  wire        sie_bit,
    input  wire [11:0] mip,
    input  wire [11:0] mie,
    input  wire [11:0] mideleg,
    input  wire [31:0] medeleg,
    input  wire [31:0] mtvec,
    input  wire [31:0] stvec,

    input  wire        unsettled,    // mode or a CSR is changing in this cycle
    output reg         interrupt,    // pending, enabled, and to be taken
    output reg         wakes,        // pending and enabled in mie: ends WFI

    // The trap that is taken: an interrupt, else the first of these exceptions; else an
    // illegal instruction. Each brings its cause from registers, so that delegation is
    // looked up beside the decision which of them it is.
    input  wire        is_interrupt,
    input  wire        uncached,     // bus error of an uncached access
    input  wire        uncached_store,
    input  wire        known,        // found before M
    input  wire [ 4:0] known_cause,
    input  wire        known_to_s,   // it is delegated
    input  wire        faulted,      // the data access faulted
    input  wire        fault_page,
    input  wire        fault_store,
    output wire [ 4:0] cause,
    output wire        to_s,
    output wire [31:0] target
);
    // --- Interrupts
    wire [11:0] pending = mip & mie;
    wire m_enabled = mode != `MODE_M || mie_bit;
    wire s_enabled = mode == `MODE_U || (mode == `MODE_S && sie_bit);
    wire [11:0] for_m = m_enabled ? pending & ~mideleg : 12'd0;
    wire [11:0] for_s = s_enabled ? pending & mideleg  : 12'd0;

    // Priority: MEI, MSI, MTI, SEI, SSI, STI
    wire        any_m  = |for_m;
    wire [11:0] chosen = any_m ? for_m : for_s;
    wire [4:0]  first  = chosen[11] ? 5'd11 : chosen[3] ? 5'd3 : chosen[7] ? 5'd7
                       : chosen[9]  ? 5'd9  : chosen[1] ? 5'd1 : 5'd5;
    wire [31:0] vector = any_m ? mtvec : stvec;
    reg         to_s_q;
    reg  [4:0]  cause_q;
    reg  [31:2] target_q;
    always @(posedge clk) begin
        wakes     <= |pending && !rst;
        interrupt <= (any_m || |for_s) && !unsettled && !rst;
        cause_q   <= first;
        to_s_q    <= !any_m;
        target_q  <= vector[31:2] + (vector[0] ? {25'd0, first} : 30'd0);
    end

    // --- Exceptions
    wire [4:0] fault_cause = fault_page ? (fault_store ? `CAUSE_STORE_PAGE   : `CAUSE_LOAD_PAGE)
                                        : (fault_store ? `CAUSE_STORE_ACCESS : `CAUSE_LOAD_ACCESS);
    wire [4:0] uncached_cause = uncached_store ? `CAUSE_STORE_ACCESS : `CAUSE_LOAD_ACCESS;
    wire [4:0] exception_cause = uncached ? uncached_cause : known ? known_cause
                               : faulted  ? fault_cause : `CAUSE_ILLEGAL;
    wire fault_to_s    = medeleg[fault_cause];
    wire uncached_to_s = medeleg[uncached_cause];
    wire delegated = mode != `MODE_M && (uncached ? uncached_to_s : known ? known_to_s
                                       : faulted  ? fault_to_s : medeleg[`CAUSE_ILLEGAL]);

    assign cause  = is_interrupt ? cause_q : exception_cause;
    assign to_s   = is_interrupt ? to_s_q : delegated;
    assign target = is_interrupt ? {target_q, 2'b00}
                  : {delegated ? stvec[31:2] : mtvec[31:2], 2'b00};
    wire unused = &{1'b0, chosen, vector[1], mtvec[1:0], stvec[1:0]};
endmodule
`default_nettype wire
