// Stage W: writes registers and the data cache, holds the LR/SC reservation,
// carries out uncached accesses (which wait here, alone), and sends round again
// what M could not complete, after asking for what it lacks. Owns the memory of an
// access fault found while the instruction was on its way round.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module stage_w (
    input  wire        clk,
    input  wire        rst,

    input  wire        w_valid,
    input  wire [31:0] w_pc,
    input  wire [`K_BITS-1:0] w_kind,
    input  wire [ 4:0] w_rd,
    input  wire        w_write,
    input  wire [31:0] w_result,
    input  wire        w_trapped,
    input  wire        w_again,
    input  wire [ 1:0] w_reason,
    input  wire        w_refused,
    input  wire        w_uncached,
    input  wire        w_stores,
    input  wire        w_turn,
    input  wire [31:0] w_va,
    input  wire [33:0] w_pa,
    input  wire [ 3:0] w_be,
    input  wire [31:0] w_data,
    input  wire [31:0] w_along,
    input  wire [ 4:0] w_funct5,
    input  wire [ 2:0] w_funct3,
    input  wire [31:0] amo_sum,        // the late ALU's result on an AMO's operands
    input  wire        amo_less,

    output wire        hold,           // W keeps its instruction
    output wire        squash,         // what is younger goes
    output wire        w_redirect,
    output wire [31:0] w_redirect_target,
    output wire        retire,         // an instruction ends, trapped or not
    output wire        retire_trapped,

    // Register file, and what it was last written with
    output wire        file_we,
    output wire [ 4:0] file_wa,
    output wire [31:0] file_wd,
    output reg         v_write_q,
    output reg  [ 4:0] v_rd_q,
    output reg  [31:0] v_result_q,

    // Data cache
    output wire        store,
    output wire [31:0] store_data,
    output wire        miss,
    input  wire        miss_error,
    output wire        uncached,
    output wire        uncached_we,
    input  wire        uncached_done,
    input  wire        uncached_error,
    input  wire [31:0] uncached_rdata,
    output wire        uncached_trap,  // its bus error is taken now
    input  wire [31:0] trap_target,
    output reg  [31:0] uncached_word_q, // as read from the bus

    // MMU
    output wire        walk_request,
    output wire        walk_again,
    input  wire        walk_done,
    input  wire        walk_fault,
    input  wire        walk_fault_page,

    // M: has its access faulted on the last round? Anything that commits
    // a trap, an interrupt or a return forgets faults and reservations.
    input  wire [31:0] x_address,
    input  wire        x_store,      // the access in X is a store, SC or AMO
    output wire        fault_known,
    output reg         fault_page_q,
    input  wire        forget,
    output wire        sc_ok
);
    // The uncached access here has begun, is over; ended with an error, whose trap has been taken
    reg started_q, over_q, error_q, failed_q;
    wire store_like = w_kind[`K_STORE] || w_kind[`K_SC] || w_kind[`K_AMO];
    wire waiting = w_valid && w_uncached && !over_q;

    assign hold   = waiting;
    // After its first cycle an uncached access has nothing behind it in M.
    assign squash = w_valid && (w_again || w_turn || w_uncached);
    assign uncached_trap  = w_valid && error_q && !failed_q;
    // An access that is over had begun.
    wire begins = w_valid && w_uncached && !started_q;
    assign w_redirect = (w_valid && (w_again || w_turn)) || begins || uncached_trap;
    assign w_redirect_target = uncached_trap ? trap_target : w_again ? w_pc : w_along;
    assign retire         = w_valid && !w_again && !waiting;
    assign retire_trapped = w_trapped || failed_q;

    assign uncached    = begins;
    assign uncached_we = w_kind[`K_STORE];

    wire [31:0] uncached_value;
    load_align u_align (.word(uncached_word_q), .offset(w_va[1:0]), .funct3(w_funct3),
                        .value(uncached_value));

    // --- Reservation (unprivileged manual, 8.2)
    reg        reserved_q;
    reg [33:2] reserved_pa_q;
    assign sc_ok = w_stores && w_kind[`K_SC] && reserved_q && reserved_pa_q == w_pa[33:2];
    always @(posedge clk) begin
        if (rst || forget || (retire && w_kind[`K_SC])) reserved_q <= 1'b0;
        else if (retire && !retire_trapped && w_kind[`K_LR]) reserved_q <= 1'b1;
        if (w_valid && w_kind[`K_LR] && !hold) reserved_pa_q <= w_pa[33:2];
    end

    // --- Store
    // M's ALU works for the AMO here; nothing else is in M then.
    wire amo_picks  = w_funct5[4];                   // MIN, MAX
    wire amo_old    = amo_picks && amo_less != w_funct5[2];
    wire amo_computes = !amo_picks && !w_funct5[0];  // neither SWAP
    assign store      = w_valid && w_stores && (!w_kind[`K_SC] || sc_ok);
    assign store_data = w_kind[`K_AMO] && amo_computes ? amo_sum
                      : w_kind[`K_AMO] && amo_old ? w_result : w_data;

    // --- Registers
    assign file_we = retire && w_write && !retire_trapped;
    assign file_wa = w_rd;
    assign file_wd = w_kind[`K_SC] ? {31'd0, !sc_ok} : w_uncached ? uncached_value : w_result;
    always @(posedge clk) begin
        v_write_q  <= file_we && !rst;
        v_rd_q     <= file_wa;
        v_result_q <= file_wd;
    end

    // --- Uncached access
    always @(posedge clk) begin
        if (rst || !waiting) begin
            started_q <= 1'b0;
            over_q    <= 1'b0;
            error_q   <= 1'b0;
            failed_q  <= 1'b0;
        end else begin
            started_q <= 1'b1;
            over_q    <= (uncached_done && !uncached_error) || uncached_trap;
            if (uncached_done) error_q <= uncached_error;
            failed_q  <= uncached_trap;
        end
        if (uncached_done) uncached_word_q <= uncached_rdata;
    end

    // --- Round again
    wire again = w_valid && w_again;
    assign walk_request = again && w_reason == `AGAIN_TLB;
    assign walk_again   = w_refused;
    assign miss         = again && w_reason == `AGAIN_LINE;

    reg        fault_q, fault_store_q;
    reg [31:0] fault_va_q;
    always @(posedge clk) begin
        if (again && w_reason != `AGAIN_BUSY) begin
            fault_va_q    <= w_va;
            fault_store_q <= store_like;
        end
        if (rst || forget) fault_q <= 1'b0;
        else if (miss_error || (walk_done && walk_fault)) begin
            fault_q      <= 1'b1;
            fault_page_q <= walk_done && walk_fault_page;
        end else if (again && w_reason != `AGAIN_BUSY) begin
            fault_q      <= w_reason == `AGAIN_ACCESS;
            fault_page_q <= 1'b0;
        end
    end
    // Compared while the instruction is in X; the fault may come to be known later.
    reg m_same_q;
    always @(posedge clk) m_same_q <= fault_va_q == x_address && fault_store_q == x_store;
    assign fault_known = fault_q && m_same_q;
    wire unused = &{1'b0, w_pa[1:0], w_be, w_kind, w_funct5};
endmodule
`default_nettype wire
