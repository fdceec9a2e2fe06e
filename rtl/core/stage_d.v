// Stage D: decodes, reads registers through the bypass, decides whether the
// instruction may go on, corrects what the predictor got wrong about direct
// jumps, and owns the register between D and X.
//
// An operand that is not there at the end of D is either waited for or taken late:
// operations that can work in M (the late ALU, late branches, store data) go on
// and pick the operand up on their way from X to M.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module stage_d #(
    parameter NOTE_BITS = 16,
    parameter STACK_BITS = 2,
    parameter HISTORY_BITS = 8
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        flush,        // an older instruction redirects

    // From F
    input  wire        d_valid,
    input  wire [31:0] d_pc,
    input  wire [31:0] d_insn,
    input  wire        d_fault,
    input  wire        d_fault_page,
    input  wire        d_taken,      // predicted: not the next word
    input  wire [31:2] d_target,
    input  wire        d_known,
    input  wire [NOTE_BITS-1:0] d_note,
    output wire        d_stall,
    output wire        d_redirect,
    output wire [31:0] d_redirect_target,

    // Predictor state advances here
    output wire        d_branch,
    output wire        d_branch_taken,
    output wire        d_call,
    output wire        d_return,
    input  wire [HISTORY_BITS-1:0] d_history,
    input  wire [STACK_BITS-1:0] d_stack,

    // Register file and bypass
    input  wire [31:0] file1,
    input  wire [31:0] file2,
    input  wire [31:0] x_result,
    input  wire        m_write,
    input  wire [ 4:0] m_rd,
    input  wire [31:0] m_result,
    input  wire        w_write,
    input  wire [ 4:0] w_rd,
    input  wire [31:0] w_result,
    input  wire        v_write,
    input  wire [ 4:0] v_rd,
    input  wire [31:0] v_result,

    // Reasons to wait
    input  wire        x_stall,
    input  wire        load_wait,    // no load may start
    input  wire        store_wait,   // nor any other access
    input  wire        solo_busy,    // an instruction that goes alone is in M or W

    // To X
    output reg         x_valid_q,
    output reg  [31:0] x_pc_q,
    output reg  [31:0] x_insn_q,
    output reg  [`K_BITS-1:0] x_kind_q,
    output reg  [ 3:0] x_alu_op_q,
    output reg         x_left_q,       // it shifts to the left
    output reg  [31:0] x_op1_q,
    output reg  [31:0] x_op2_q,
    output reg  [31:0] x_imm_q,
    output reg         x_late1_q,
    output reg         x_late2_q,
    output reg         x_write_q,
    output reg         x_solo_q,
    output reg         x_access_q,     // accesses memory, if it is legal
    output reg         x_fault_q,
    output reg         x_fault_page_q,
    output reg         x_illegal_q,
    output reg         x_odd_target_q, // a taken branch or jal goes to a misaligned address
    output reg         x_taken_q,      // predicted
    output reg         x_known_q,
    output reg  [31:0] x_next_q,       // where fetching went on
    output reg  [31:0] x_other_q,      // pc + 4, or for a branch the way not predicted
    output reg  [31:0] x_target_q,     // of a branch or jal
    output reg  [NOTE_BITS-1:0] x_note_q,
    output reg  [HISTORY_BITS-1:0] x_history_q,
    output reg  [STACK_BITS-1:0] x_stack_q,
    output reg  [`C_BITS-1:0] x_which_q, // CSR that it names
    output reg         x_settles_q,    // its effect must be known to what follows
    output reg         x_no_csr_q      // it does not exist, or is written although it may only be read
);
    wire [`K_BITS-1:0] kind;
    wire        illegal, op1_pc, op1_zero, op2_imm, use_rs1, use_rs2, write_rd;
    wire [3:0]  alu_op;
    wire [31:0] imm, imm_branch;
    decode u_decode (
        .insn(d_insn), .kind(kind), .illegal(illegal), .alu_op(alu_op), .imm(imm),
        .op1_pc(op1_pc), .op1_zero(op1_zero), .op2_imm(op2_imm),
        .use_rs1(use_rs1), .use_rs2(use_rs2), .write_rd(write_rd), .imm_branch(imm_branch)
    );

    // --- Operands
    wire [4:0]  rs1 = d_insn[19:15];
    wire [4:0]  rs2 = d_insn[24:20];
    wire [31:0] value1, value2;
    wire        late1, late2;
    reg         x_ready_q;       // the result of the instruction in X is there
    wire        x_write = x_valid_q && x_write_q;
    hazard u_hazard1 (
        .rs(rs1), .wanted(!op1_pc && !op1_zero), .instead(op1_pc ? d_pc : 32'd0), .file_value(file1),
        .x_write(x_write), .x_rd(x_insn_q[11:7]), .x_ready(x_ready_q), .x_result(x_result),
        .m_write(m_write), .m_rd(m_rd), .m_result(m_result),
        .w_write(w_write), .w_rd(w_rd), .w_result(w_result),
        .v_write(v_write), .v_rd(v_rd), .v_result(v_result), .value(value1), .late(late1)
    );
    hazard u_hazard2 (
        .rs(rs2), .wanted(!op2_imm), .instead(imm), .file_value(file2),
        .x_write(x_write), .x_rd(x_insn_q[11:7]), .x_ready(x_ready_q), .x_result(x_result),
        .m_write(m_write), .m_rd(m_rd), .m_result(m_result),
        .w_write(w_write), .w_rd(w_rd), .w_result(w_result),
        .v_write(v_write), .v_rd(v_rd), .v_result(v_result), .value(value2), .late(late2)
    );
    wire solo      = kind[`K_LR] || kind[`K_SC] || kind[`K_AMO] || kind[`K_FENCEI] ||
                     kind[`K_SFENCE] || kind[`K_WFI] || kind[`K_SVC];
    // Waiting and redirects are judged by the opcode alone, which is quick; a word that turns out
    // illegal may wait in vain, and traps wherever fetching goes on. The late ALU does not shift; a branch to a misaligned target traps in M by what X
    // found, so it cannot be late either.
    wire [4:0] opcode = d_insn[6:2];
    wire jal       = opcode == 5'b11011;
    wire jalr      = opcode == 5'b11001;
    wire branch    = opcode == 5'b11000;
    wire is_load   = opcode == 5'b00000;
    wire is_store  = opcode == 5'b01000;
    wire is_amo    = opcode == 5'b01011;
    wire is_op     = opcode == 5'b01100;
    wire shifts    = (is_op || opcode == 5'b00100) && d_insn[13:12] == 2'b01;
    wire computes  = shifts || (is_op && d_insn[25]) || (branch && d_insn[8]) ||
                     (opcode == 5'b11100 && d_insn[14:12] == 3'd0);
    wire wait_operand = (late1 && (computes || is_load || is_store || is_amo ||
                                   jalr || opcode == 5'b00010)) ||
                        (late2 && computes && opcode != 5'b00100);

    assign d_stall = x_stall || (d_valid &&
        (wait_operand || (is_load && load_wait) || ((is_store || is_amo) && store_wait))) ||
        solo_busy || (x_valid_q && x_solo_q);
    wire fire = d_valid && !d_stall && !d_fault;

    // --- Direct targets are known here: check the prediction
    wire [31:0] target  = d_pc + imm_branch;
    wire [31:0] next_pc = d_pc + 32'd4;
    wire link_rd  = d_insn[11:7] == 5'd1 || d_insn[11:7] == 5'd5;
    wire link_rs1 = rs1 == 5'd1 || rs1 == 5'd5;
    wire returns  = jalr && link_rs1 && !link_rd;
    // A backward branch that the target buffer does not know is taken, unless its
    // counter has learnt that it is not.
    wire guess_taken = branch && (d_known ? d_taken : d_insn[31] && d_note[1:0] != 2'd0);
    wire goes = jal || guess_taken;   // to `target`
    // Whether a predicted target is the right one, X finds out; where a return goes that the
    // target buffer does not know, too.
    wire wrong_way = goes ? !d_taken : d_taken && !jalr;
    // The redirect comes in the first cycle in D, even if the instruction has to wait there.
    reg  redirected_q;
    always @(posedge clk) redirected_q <= d_stall && (d_redirect || redirected_q) && !flush && !rst;
    assign d_redirect = d_valid && wrong_way && !redirected_q;
    assign d_redirect_target = goes ? target : next_pc;

    // An older instruction's redirect puts right what these do.
    assign d_branch = fire && branch;
    assign d_branch_taken = guess_taken;
    assign d_call   = fire && (jal || jalr) && link_rd;
    assign d_return = fire && returns;

    // --- CSRs
    wire [`C_BITS-1:0] which;
    wire settles, exists;
    csr_address u_csr_address (
        .active(kind[`K_CSR]), .address(d_insn[31:20]), .which(which), .settles(settles), .exists(exists)
    );
    wire csr_writes = d_insn[13:12] == 2'd1 || rs1 != 5'd0;

    always @(posedge clk) begin
        if (!x_stall) begin
            x_pc_q         <= d_pc;
            x_insn_q       <= d_insn;
            x_kind_q       <= d_fault ? {`K_BITS{1'b0}} : kind;
            x_alu_op_q     <= alu_op;
            x_left_q       <= d_insn[14:12] == 3'd1;
            x_op1_q        <= value1;
            x_op2_q        <= value2;
            x_imm_q        <= imm;
            x_late1_q      <= use_rs1 && late1;
            x_late2_q      <= use_rs2 && late2;
            x_write_q      <= write_rd && !d_fault;
            // What is read of a counter comes too late for the bypass of M.
            x_solo_q       <= (solo || which[`C_COUNTER]) && !d_fault;
            x_access_q     <= (is_load || is_store || is_amo) && !d_fault;
            x_ready_q      <= (kind[`K_ALU] && !(use_rs1 && late1) && !(use_rs2 && late2)) ||
                              kind[`K_JAL] || kind[`K_JALR];
            x_fault_q      <= d_fault;
            x_fault_page_q <= d_fault_page;
            x_illegal_q    <= illegal && !d_fault;
            x_odd_target_q <= (jal || branch) && imm_branch[1];
            x_taken_q      <= guess_taken;
            x_known_q      <= d_known && d_taken;
            x_next_q       <= goes && !d_taken ? target
                            : d_taken ? {d_target, 2'b00} : next_pc;
            x_other_q      <= branch && !guess_taken ? target : next_pc;
            x_target_q     <= target;
            x_note_q       <= d_note;
            x_history_q    <= d_history;
            x_stack_q      <= d_stack;
            x_which_q      <= which & {`C_BITS{!d_fault}};
            x_settles_q    <= settles && !d_fault;
            x_no_csr_q     <= kind[`K_CSR] && (!exists || (csr_writes && d_insn[31:30] == 2'b11));
        end
        if (rst || flush) x_valid_q <= 1'b0;
        else if (!x_stall) x_valid_q <= d_valid && !d_stall;
    end
    wire unused = &{1'b0, target[0]};
endmodule
`default_nettype wire
