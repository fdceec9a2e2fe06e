// Stage X: early ALU, addresses, early branches, the divider, and the
// instructions that wait here until everything older is done (FENCE.I, WFI, svc).
// Owns the register between X and M. An exception found so far travels on as
// `m_exception`; nothing architectural changes here.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module stage_x #(
    parameter NOTE_BITS = 16,
    parameter STACK_BITS = 2,
    parameter HISTORY_BITS = 8
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        flush,        // an older instruction redirects

    input  wire        x_valid,
    input  wire [31:0] x_pc,
    input  wire [31:0] x_insn,
    input  wire [`K_BITS-1:0] x_kind,
    input  wire [ 3:0] x_alu_op,
    input  wire        x_left,
    input  wire [31:0] x_op1,
    input  wire [31:0] x_op2,
    input  wire [31:0] x_imm,
    input  wire        x_late1,
    input  wire        x_late2,
    input  wire        x_write,
    input  wire        x_solo,
    input  wire        x_access,
    input  wire        x_fault,
    input  wire        x_fault_page,
    input  wire        x_illegal,
    input  wire        x_odd_target,
    input  wire        x_taken,
    input  wire        x_known,
    input  wire [31:0] x_next,
    input  wire [31:0] x_other,
    input  wire [31:0] x_target,
    input  wire [NOTE_BITS-1:0] x_note,
    input  wire [HISTORY_BITS-1:0] x_history,
    input  wire [STACK_BITS-1:0] x_stack,
    input  wire [`C_BITS-1:0] x_which,  // CSR that it names
    input  wire        x_no_csr,        // which it may not at all

    input  wire        older_busy,   // M or W holds an instruction
    input  wire [31:0] m_result,     // of the instruction now in M: late operands

    output wire        x_stall,
    output wire        x_counter,    // may access a counter
    output wire [31:0] x_result,
    output wire        x_memory,     // accesses memory at x_address
    output wire [31:0] x_address,
    output wire        x_store,      // as a store, SC or AMO

    // FENCE.I, WFI, svc
    output wire        clean,
    input  wire        clean_done,
    input  wire        wfi_over,     // a WFI need not wait: an enabled interrupt pends, or it would never
    input  wire [ 1:0] mode,
    input  wire        tvm,          // bits of mstatus
    input  wire        tw,
    input  wire        tsr,
    input  wire [31:0] medeleg,
    input  wire [12:0] mcounteren,
    input  wire [12:0] scounteren,
    input  wire        stce,
    input  wire        gate_allowed, // U mode and gate table enabled
    output wire        gate_start,
    input  wire        gate_done,
    input  wire        gate_ok,
    input  wire [31:0] gate_descriptor,

    output reg         m_valid_q,
    output reg  [31:0] m_pc_q,
    output reg  [31:0] m_insn_q,
    output reg  [`K_BITS-1:0] m_kind_q,
    output reg  [ 3:0] m_alu_op_q,
    output reg  [31:0] m_op1_q,
    output reg  [31:0] m_op2_q,
    output reg         m_late_q,
    output reg  [31:0] m_early_q,      // result, if not late
    output reg  [31:0] m_va_q,         // address of the access, gate name; or the exception's trap value
    output reg         m_write_q,
    output reg         m_exception_q,
    output reg  [ 4:0] m_cause_q,
    output reg         m_delegated_q,  // that cause goes to S, but in M mode
    output reg         m_taken_q,      // branch: predicted if late, else true
    output reg         m_known_q,
    output reg         m_wrong_q,      // fetching went on elsewhere than it leads (not of a late branch)
    output reg         m_turn_q,       // because a branch went the other way
    output reg  [`C_BITS-1:0] m_which_q, // CSR that is accessed
    output reg         m_waited_q,     // WFI has waited, and is over
    output reg         m_access_q,     // accesses memory
    output reg         m_solo_q,       // goes alone
    output reg  [31:0] m_next_q,       // where the instruction leads, if not a branch that falls through
    output reg  [31:0] m_other_q,      // where a branch leads that goes the other way
    output reg  [NOTE_BITS-1:0] m_note_q,
    output reg  [HISTORY_BITS-1:0] m_history_q,
    output reg  [STACK_BITS-1:0] m_stack_q
);
    wire branch = x_kind[`K_BRANCH];
    wire jal    = x_kind[`K_JAL];
    wire jalr   = x_kind[`K_JALR];
    wire late   = x_late1 || x_late2;

    wire [31:0] alu_result;
    wire        alu_taken;
    wire        alu_less;
    alu u_alu (.op(x_alu_op), .left(x_left), .a(x_op1), .b(x_op2), .result(alu_result), .less(alu_less), .taken(alu_taken));

    wire        div_done;
    wire [31:0] div_result;
    wire        dividing = x_valid && x_kind[`K_DIV];
    div u_div (.clk(clk), .rst(rst), .start(dividing), .op(x_insn[13:12]), .a(x_op1), .b(x_op2),
               .done(div_done), .result(div_result));

    // --- Address, of memory, of a gate, of JALR
    wire [31:0] sum = x_op1 + x_imm;
    assign x_address = sum;
    assign x_memory  = x_valid && x_access;
    wire [31:0] jalr_target = {sum[31:1], 1'b0};

    // --- Branches
    wire branch_wrong = branch && !late && (alu_taken != x_taken);
    wire jalr_wrong   = jalr && jalr_target != x_next;
    wire taken        = late ? x_taken : alu_taken;
    // The target buffer's short tags can bring another instruction's target.
    wire target_wrong = (jal || (branch && x_taken)) && x_target != x_next;

    // --- Result
    // A quotient comes too late for the bypass of X: it is taken from M, like a product.
    assign x_result = jal || jalr ? x_other : alu_result;

    // --- Waiting
    wire fencei = x_valid && x_kind[`K_FENCEI];
    wire wfi    = x_valid && x_kind[`K_WFI];
    wire svc    = x_valid && x_kind[`K_SVC];
    assign clean      = fencei && !older_busy && !cleaned_q;
    // Nothing can squash it then. The gate unit judges the name a cycle ahead.
    assign gate_start = svc && svc_q && !older_busy && gate_allowed;
    reg  svc_q;
    always @(posedge clk) svc_q <= svc && !rst;
    reg  cleaned_q;
    always @(posedge clk) cleaned_q <= !rst && fencei && !flush && (clean_done || (cleaned_q && x_stall));
    wire wfi_waits    = wfi && !older_busy && !wfi_over;
    reg  waited_q;
    always @(posedge clk) waited_q <= !rst && (wfi_waits || (waited_q && x_stall));
    assign x_stall = x_valid && ((x_kind[`K_DIV] && !div_done)
                              || (x_kind[`K_FENCEI] && !cleaned_q)
                              || (x_kind[`K_WFI] && (older_busy || !wfi_over))
                              || (x_kind[`K_SVC] && gate_allowed && !gate_done));

    // --- What the mode may not do. The mode changes only with a redirect, and what follows
    // an access to a CSR that decides comes to X when its effect is known.
    assign x_counter = x_valid && x_which[`C_COUNTER];
    wire below_m = mode != `MODE_M;
    wire is_u    = mode == `MODE_U;
    wire is_map        = x_which[`C_SATP] || x_which[`C_UPMAR] || x_which[`C_GTBL];
    wire is_stimecmp   = x_which[`C_STIMECMP] || x_which[`C_STIMECMPH];
    wire is_user_count = x_insn[31:28] == 4'hc;
    wire [3:0] number  = x_insn[23:20];
    wire counted = !x_insn[24] && number <= 4'd12;
    reg  csr_refused;
    always @* begin
        csr_refused = 1'b0;
        if (x_kind[`K_CSR]) csr_refused = mode < x_insn[29:28]
                || (is_map && mode == `MODE_S && tvm)
                || (is_user_count && below_m && !(counted && mcounteren[number]))
                || (is_user_count && is_u && !(counted && scounteren[number]))
                || (is_stimecmp && below_m && !(mcounteren[1] && stce));
    end
    wire refused = x_no_csr || csr_refused
                || (x_kind[`K_MRET] && below_m)
                || (x_kind[`K_SRET] && (is_u || (below_m && tsr)))
                || (x_kind[`K_WFI] && below_m && tw)
                || (x_kind[`K_SFENCE] && (is_u || (below_m && tvm)));

    // --- Exceptions found so far, in the manual's order
    wire [1:0] size = x_insn[13:12];
    wire misaligned = x_memory && ((size == 2'd1 && sum[0]) || (size[1] && sum[1:0] != 2'd0));
    // Whether a branch is taken comes late; its other cause would be none.
    wire odd      = jalr ? sum[1] : x_odd_target && (jal || branch);
    wire not_odd  = branch && !taken;
    assign x_store = x_kind[`K_STORE] || x_kind[`K_SC] || x_kind[`K_AMO];
    reg       exception;
    reg [4:0] cause;
    reg       deleg;      // of cause, looked up beside it: what writes medeleg has settled
    always @* begin
        exception = 1'b1;
        if (x_fault) begin
            cause = x_fault_page ? `CAUSE_FETCH_PAGE : `CAUSE_FETCH_ACCESS;
            deleg = x_fault_page ? medeleg[`CAUSE_FETCH_PAGE] : medeleg[`CAUSE_FETCH_ACCESS];
        end else if (x_illegal || refused) begin
            cause = `CAUSE_ILLEGAL;
            deleg = medeleg[`CAUSE_ILLEGAL];
        end else if (x_kind[`K_ECALL]) begin
            cause = {3'b010, mode};
            deleg = is_u ? medeleg[8] : medeleg[9];
        end else if (x_kind[`K_EBREAK]) begin
            cause = `CAUSE_BREAKPOINT;
            deleg = medeleg[`CAUSE_BREAKPOINT];
        end else if (odd && (jal || jalr || branch)) begin
            cause = `CAUSE_FETCH_MISALIGNED;
            deleg = medeleg[`CAUSE_FETCH_MISALIGNED];
            exception = !not_odd;
        end else if (misaligned) begin
            cause = x_store ? `CAUSE_STORE_MISALIGNED : `CAUSE_LOAD_MISALIGNED;
            deleg = x_store ? medeleg[`CAUSE_STORE_MISALIGNED] : medeleg[`CAUSE_LOAD_MISALIGNED];
        end else if (svc && !gate_allowed) begin
            cause = `CAUSE_ILLEGAL;
            deleg = medeleg[`CAUSE_ILLEGAL];
        end else begin
            cause = svc && !gate_ok ? `CAUSE_UNDEFINED_GATE : 5'd0;
            deleg = medeleg[`CAUSE_UNDEFINED_GATE];
            exception = svc && !gate_ok;
        end
    end

    // An illegal instruction's trap value is the instruction, a fetch fault's its address.
    wire value_insn = x_illegal || refused || (svc && !gate_allowed);
    wire value_pc   = x_fault || x_kind[`K_EBREAK];
    wire m_amo = m_valid_q && m_kind_q[`K_AMO];
    always @(posedge clk) begin
        m_pc_q        <= x_pc;
        m_insn_q      <= x_insn;
        m_kind_q      <= x_kind;
        // While an AMO is in W, the late ALU computes what it writes.
        m_op1_q       <= x_late1 || m_amo ? m_result : x_op1;
        if (!m_amo) begin
            m_alu_op_q <= x_alu_op;
            m_op2_q    <= x_late2 ? m_result : x_op2;
        end
        m_late_q      <= late;
        m_early_q     <= x_kind[`K_DIV] ? div_result : x_result;
        m_va_q        <= value_insn ? x_insn : value_pc ? x_pc : x_kind[`K_ECALL] ? 32'd0
                       : jal || branch ? x_target : jalr ? jalr_target : sum;
        m_write_q     <= x_write;
        m_exception_q <= exception;
        m_cause_q     <= cause;
        m_delegated_q <= deleg;
        m_taken_q     <= branch && taken;
        m_known_q     <= x_known;
        m_wrong_q     <= branch_wrong || jalr_wrong || target_wrong;
        m_turn_q      <= branch_wrong;
        m_next_q      <= jal || branch ? x_target : jalr ? jalr_target
                       : svc ? {gate_descriptor[31:2], 2'b00} : x_other;
        m_other_q     <= x_other;
        m_note_q      <= x_note;
        m_history_q   <= x_history;
        m_stack_q     <= x_stack;
        m_waited_q    <= waited_q;
        m_access_q    <= x_memory;
        m_solo_q      <= x_solo;
        m_which_q     <= x_which & {`C_BITS{x_valid}};
        m_valid_q     <= x_valid && !x_stall && !flush && !rst;
    end
    wire unused = &{1'b0, gate_descriptor[1:0], alu_less, medeleg};
endmodule
`default_nettype wire
