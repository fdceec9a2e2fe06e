// Fetch: owns the program counter of the fetch stage F and the register between
// F and D. Each cycle the caches, the first-level TLB and the predictor answer for
// the pc in F. A miss is noticed at the end of the cycle and handled from a
// register in the next, so that hit and miss are never on the path to the
// next fetch address. Promises: an instruction or a fetch fault enters D only
// under the translation in force after the last redirect, and nothing but DRAM
// and boot ROM is ever read.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module fetch #(
    parameter RESET_PC = 32'h0000_1000,
    parameter PREDICT_BITS = 16   // width of the predictor's note on an instruction
) (
    input  wire        clk,
    input  wire        rst,

    // Redirects, oldest instruction first
    input  wire        w_redirect,
    input  wire [31:0] w_target,
    input  wire        m_redirect,
    input  wire [31:0] m_target,
    input  wire        d_redirect,   // D may keep its instruction: what is in F goes
    input  wire [31:0] d_target,
    input  wire        d_stall,      // D keeps its instruction

    // Predictor
    output wire        looks,        // else F keeps its instruction, and predictor and cache keep their answers
    output wire        goes_on,      // the prediction for F counts, else fetching goes on
    output wire [31:2] otherwise,    // there
    input  wire [31:2] fetch_addr,   // which of them it is: looked up now, answered in the next cycle
    output wire [31:0] f_pc,
    input  wire        f_taken,
    input  wire [31:2] f_target,
    input  wire        f_known,
    input  wire [PREDICT_BITS-1:0] f_note,

    // Translation of f_pc
    input  wire        translate,    // a map is in use
    input  wire        tlb_hit,
    input  wire        tlb_allowed,  // it is not translated, or hit, and the mode may fetch there
    input  wire        f_hit,        // allowed, and the line in the cache is that of f_pc; late
    input  wire [31:0] tlb_pte,
    output wire        walk_request,
    output wire        walk_again,   // an entry was there, but refused
    output wire        walk_cancel,
    output wire [31:12] walk_va,
    input  wire        walk_done,
    input  wire        walk_fault,
    input  wire        walk_fault_page,

    // Instruction cache
    input  wire [31:0] line_insn,
    output wire        line_request,
    output wire [33:0] miss_pa,
    input  wire        line_accept,
    input  wire        word_done,
    input  wire        word_error,
    input  wire        line_end,

    // To D
    output reg         d_valid_q,
    output reg  [31:0] d_pc_q,
    output reg  [31:0] d_insn_q,
    output reg         d_fault_q,      // the fetch faulted:
    output reg         d_fault_page_q, // page fault, else access fault
    output reg         d_taken_q,
    output reg  [31:2] d_target_q,
    output reg         d_known_q,
    output reg  [PREDICT_BITS-1:0] d_note_q,
    output wire [ 4:0] next_rs1,       // registers of the instruction in D in the next cycle
    output wire [ 4:0] next_rs2,
    output wire        event_line_miss
`ifdef RVFI
    , input  wire       tlb_big
    , output reg [33:0] d_paddr_q
    , output reg [31:0] d_pte_q
`endif
);
    localparam RUN = 3'd0, WALK = 3'd1, FILL = 3'd2, FAULT = 3'd3, HALT = 3'd4,
               BOOT = 3'd5;  // one cycle after reset, to read the caches at RESET_PC
    reg [2:0]  state_q;
    reg        running;           // state_q is RUN
    reg [31:0] pc_q;
    reg [31:0] miss_pc_q;
    reg [33:0] miss_pa_q;
    reg        again_q, filling_q, fault_page_q;

    assign f_pc = pc_q;

    // --- Hit?
    wire [33:0] f_pa = translate ? {tlb_pte[31:10], pc_q[11:0]} : {2'b00, pc_q};

    // --- Next fetch address
    wire older_redirect = w_redirect || m_redirect;
    wire redirect = older_redirect || d_redirect;
    // A stall of D comes late: it holds registers and RAMs, and is not on the path to the address.
    assign looks   = !running || redirect || !d_stall;
    assign goes_on = running && !redirect;
    assign otherwise = w_redirect ? w_target[31:2]
                     : m_redirect ? m_target[31:2]
                     : d_redirect ? d_target[31:2]
                     : !running   ? miss_pc_q[31:2]
                     : pc_q[31:2] + 30'd1;

    // --- Misses
    wire fetchable = miss_pa_q[33:31] == 3'b001 || miss_pa_q[33:12] == 22'd1;
    assign walk_request = state_q == WALK;
    assign walk_again   = again_q;
    reg  cancel_q;    // a walk's answer comes to nothing after a redirect anyway
    always @(posedge clk) cancel_q <= redirect && !rst;
    assign walk_cancel  = cancel_q;
    assign walk_va      = miss_pc_q[31:12];
    assign line_request = state_q == FILL && fetchable && !filling_q;
    assign miss_pa      = miss_pa_q;
    assign event_line_miss = line_request && line_accept;

    always @(posedge clk) begin
        if (looks) pc_q <= {fetch_addr, 2'b00};
        if (running) begin
            miss_pc_q <= pc_q;
            miss_pa_q <= f_pa;
            again_q   <= tlb_hit;
        end
        if (rst) miss_pc_q <= RESET_PC;
        if (rst || redirect || (filling_q && word_done)) filling_q <= 1'b0;
        else if (line_request && line_accept) filling_q <= 1'b1;
        if (state_q == WALK) fault_page_q <= walk_fault_page;
        else if (state_q == FILL) fault_page_q <= 1'b0;
        {running, state_q} <= {next_running, next_state};
    end

    // The state that comes next, if it is not RUN because of a hit, which is known late
    reg [2:0] else_state;
    always @* begin
        else_state = state_q;
        case (state_q)
            RUN: else_state = tlb_allowed ? FILL : WALK;
            WALK: if (walk_done) else_state = walk_fault ? FAULT : RUN;
            FILL: if (!fetchable) else_state = FAULT;
                  else if (filling_q) begin
                      if (word_done) else_state = word_error ? FAULT : RUN;
                  // Another fill ends: it may have brought the word
                  end else if (line_end && !line_accept) else_state = RUN;
            FAULT: if (!d_stall) else_state = HALT;
            BOOT: else_state = RUN;
            default: ;
        endcase
        if (redirect) else_state = RUN;
        if (rst) else_state = BOOT;
    end
    wire       next_running;
    wire [2:0] next_state;
    next_select #(.WIDTH(4)) u_state (
        .taken(f_hit), .goes_on(running && !rst), .target({1'b1, RUN}),
        .otherwise({else_state == RUN, else_state}), .next({next_running, next_state})
    );

    // --- To D
    wire next_valid;
    next_select #(.WIDTH(1)) u_valid (
        .taken(f_hit), .goes_on(running && !d_redirect), .target(1'b1), .otherwise(state_q == FAULT && !d_redirect), .next(next_valid)
    );
    assign next_rs1 = d_stall ? d_insn_q[19:15] : line_insn[19:15];
    assign next_rs2 = d_stall ? d_insn_q[24:20] : line_insn[24:20];
    always @(posedge clk) begin
        if (!d_stall) begin
            d_pc_q         <= running ? pc_q : miss_pc_q;
            d_insn_q       <= state_q == FAULT ? 32'd0 : line_insn;
            d_fault_q      <= state_q == FAULT;
            d_fault_page_q <= fault_page_q;
            d_taken_q      <= running && f_taken;
            d_target_q     <= f_target;
            d_known_q      <= f_known;
            d_note_q       <= f_note;
        end
        if (rst || older_redirect) d_valid_q <= 1'b0;
        else if (!d_stall) d_valid_q <= next_valid;
    end
`ifdef RVFI
    always @(posedge clk) if (!d_stall) begin
        d_paddr_q <= state_q == FAULT ? 34'd0 : f_pa;
        d_pte_q   <= state_q == FAULT || !translate ? 32'd0
                   : tlb_big ? {tlb_pte[31:20], 10'd0, tlb_pte[9:0]} : tlb_pte;
    end
`endif
    wire unused = &{1'b0, tlb_pte, w_target[1:0], m_target[1:0], d_target[1:0]};
endmodule
`default_nettype wire
