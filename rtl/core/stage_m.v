// Stage M: where an instruction commits. Data access (cache and first-level TLB
// answer here), late ALU and late branches, CSR accesses, traps, xRET and gate
// entries. Owns the register between M and W.
//
// An access that cannot be done in this cycle is not waited for: W sends it round
// again (`again`) once what it lacks has been asked for. So nothing here stalls, and
// the hit logic ends in a register. Everything that commits here does so only
// while W is not sending an older instruction round (`squash`).
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module stage_m #(
    parameter NOTE_BITS = 16,
    parameter STACK_BITS = 2,
    parameter HISTORY_BITS = 8
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        squash,       // an older instruction in W redirects
    input  wire        hold,         // W keeps its instruction (M is empty then)

    input  wire        m_valid,
    input  wire [31:0] m_pc,
    input  wire [31:0] m_insn,
    input  wire [`K_BITS-1:0] m_kind,
    input  wire [ 3:0] m_alu_op,
    input  wire [31:0] m_op1,
    input  wire [31:0] m_op2,
    input  wire        m_late,
    input  wire [31:0] m_early,
    input  wire [31:0] m_va,
    input  wire        m_write,
    input  wire        m_map_csr,    // accesses satp, upmar or gtbl
    input  wire        m_access,     // accesses memory
    input  wire        m_exception,
    input  wire        m_taken,
    input  wire        m_known,
    input  wire        m_wrong,
    input  wire        m_turn,
    input  wire        m_waited,
    input  wire [31:0] m_next,
    input  wire [31:0] m_other,
    input  wire [NOTE_BITS-1:0] m_note,
    input  wire [HISTORY_BITS-1:0] m_history,
    input  wire [63:0] product,
    input  wire        product_high,
    output wire [31:0] m_result,

    output wire [31:0] amo_sum,      // for the AMO in W
    output wire        amo_less,

    // Translation and data cache
    input  wire        translate,
    input  wire        tlb_hit,
    input  wire        tlb_allowed,
    input  wire [31:0] tlb_pte,
    output wire        m_store,      // the access is a store, SC or AMO
    output wire        m_memory,
    input  wire        walk_done,    // the TLB is being filled in this cycle
    input  wire [31:0] line_read,    // word, as the RAM has it,
    input  wire [ 3:0] line_newer,   // and what newer stores have in its place
    input  wire [31:0] line_stored,
    input  wire        line_valid,
    input  wire [30:12] line_tag,
    input  wire        line_usable,
    input  wire        line_writable,
    input  wire        line_idle,
    input  wire        fault_known,  // the access has faulted on its last round

    // CSRs and privilege
    input  wire [31:0] csr_rdata,
    input  wire [31:0] counter_rdata, // late; its reader goes alone, and nothing takes it from M
    output wire [31:0] csr_operand,
    output wire        csr_commit,
    output wire        fence_commit,
    input  wire        interrupt,    // one is pending and enabled
    output wire        m_interrupting, // would be taken in place of an instruction here
    output wire        m_interrupt,  // is taken in place of this instruction
    output wire        m_trap,       // this instruction's exception is taken
    output wire        faulted,      // the data access has faulted
    output wire        mret_commit,
    output wire        sret_commit,
    output wire        gate_commit,
    input  wire [31:0] trap_target,
    input  wire [31:0] mepc,
    input  wire [31:0] sepc,

    output wire        m_redirect,
    output wire [31:0] m_redirect_target,
    output wire [HISTORY_BITS-1:0] m_new_history,

    output reg         w_valid_q,
    output reg  [31:0] w_pc_q,
    output reg  [`K_BITS-1:0] w_kind_q,
    output reg  [ 4:0] w_rd_q,
    output reg         w_write_q,
    output reg  [31:0] w_result_q,
    output reg         w_trapped_q,
    output reg         w_again_q,
    output reg  [ 1:0] w_reason_q,
    output reg         w_refused_q,    // the TLB had an entry, which refused
    output reg         w_uncached_q,
    output reg         w_stores_q,     // to the data cache
    output reg  [31:0] w_va_q,
    output reg  [33:0] w_pa_q,
    output reg  [ 3:0] w_be_q,
    output reg  [31:0] w_data_q,
    output reg  [ 4:0] w_funct5_q,
    output reg  [ 2:0] w_funct3_q,
    output reg         w_train_branch_q,
    output reg         w_taken_q,
    output reg         w_train_target_q,
    output reg  [ 1:0] w_type_q,
    output reg         w_wrong_q,
    output reg         w_turn_q,       // a late branch went the other way
    output reg  [31:0] w_next_q,
    output reg  [31:0] w_along_q,      // where it leads, but for traps and branches that fall through
    output reg  [NOTE_BITS-1:0] w_note_q,
    output reg  [HISTORY_BITS-1:0] w_history_q,
    input  wire [STACK_BITS-1:0] m_stack,
    output reg  [STACK_BITS-1:0] w_stack_q
);
    wire load  = m_kind[`K_LOAD] || m_kind[`K_LR];
    assign m_store = m_kind[`K_STORE] || m_kind[`K_SC] || m_kind[`K_AMO];
    wire atomic = m_kind[`K_LR] || m_kind[`K_SC] || m_kind[`K_AMO];
    wire access = m_access;
    assign m_memory = m_valid && access;

    // --- Late ALU and late branch
    wire [31:0] alu_result;
    wire        alu_taken;
    wire        alu_less;
    alu #(.SHIFTS(0)) u_alu (.op(m_alu_op), .left(1'b0), .a(m_op1), .b(m_op2), .result(alu_result), .less(alu_less), .taken(alu_taken));
    assign amo_sum  = alu_result;
    assign amo_less = alu_less;
    wire branch      = m_kind[`K_BRANCH];
    wire taken       = m_late ? alu_taken : m_taken;
    wire late_wrong  = branch && m_late && alu_taken != m_taken;

    // --- Data access
    assign faulted = access && fault_known;
    wire exception = m_exception || faulted;
    wire [33:0] pa = translate ? {tlb_pte[31:10], m_va[11:0]} : {2'b00, m_va};
    wire translated = !translate || (tlb_hit && tlb_allowed);
    wire in_dram    = pa[33:31] == 3'b001;
    wire line_same;
    tag_hit #(.WIDTH(19)) u_tag_hit (
        .valid(line_valid), .tag(line_tag), .translate(translate), .frame(tlb_pte[28:10]),
        .address(m_va[30:12]), .hit(line_same)
    );
    wire forbidden  = !in_dram && (atomic || pa[33:32] != 2'b00);
    // All but the compare of the tag, which comes last
    wire tries      = access && !exception && translated;
    wire hangs      = tries && in_dram && line_usable && (!m_store || line_writable);
    wire goes_out   = tries && !in_dram && !forbidden && line_idle;
    wire cannot     = access && !exception && !hangs && !goes_out;
    wire [1:0] reason = !translated ? (walk_done ? `AGAIN_BUSY : `AGAIN_TLB)
                      : forbidden   ? `AGAIN_ACCESS
                      : line_idle && line_usable ? `AGAIN_LINE : `AGAIN_BUSY;
    wire [1:0] size = m_insn[13:12];
    wire [3:0] be = size == 2'd0 ? 4'b0001 << m_va[1:0]
                  : size == 2'd1 ? {m_va[1], m_va[1], !m_va[1], !m_va[1]} : 4'b1111;
    wire [31:0] store_data = size == 2'd0 ? {4{m_op2[7:0]}}
                           : size == 2'd1 ? {2{m_op2[15:0]}} : m_op2;

    wire [31:0] m_calculated = m_kind[`K_CSR] ? csr_rdata
                             : m_late ? alu_result : m_early;
    // Masks of what is loaded
    wire       loads   = load || m_kind[`K_AMO];
    wire       is_byte = loads && size == 2'd0;
    wire       is_half = loads && size == 2'd1;
    wire       is_word = loads && size[1];
    wire [3:0] one     = {4{is_byte}} & (4'd1 << m_va[1:0]);
    wire [1:0] two     = {is_half && m_va[1], is_half && !m_va[1]};
    wire [3:0] extend  = {4{!m_insn[14]}};
    load_select u_load_select (
        .read(line_read), .newer(line_newer), .stored(line_stored), .low(one | {1'b0, two[1], 1'b0, two[0] || is_word}), .middle({two[1], two[0] || is_word}),
        .all(is_word), .sign8(one & extend), .sign16((one | {two[1], 1'b0, two[0], 1'b0}) & extend),
        .product(product), .low_half(m_kind[`K_MUL] && !product_high), .high_half(m_kind[`K_MUL] && product_high),
        .less(alu_less), .sets(m_late && m_kind[`K_ALU] && m_alu_op[2:1] == 2'b01), .computed(m_calculated & {32{!loads && !m_kind[`K_MUL]}}), .value(m_result)
    );

    // --- Commit
    wire commit = m_valid && !squash;
    // A WFI that has waited is over: the interrupt goes to the next instruction.
    assign m_interrupting = interrupt && !m_waited;
    assign m_interrupt = commit && m_interrupting;
    wire done     = commit && !m_interrupting && !exception;
    assign m_trap = commit && !m_interrupting && exception;

    assign csr_operand  = m_insn[14] ? {27'd0, m_insn[19:15]} : m_op1;
    assign csr_commit   = done && m_kind[`K_CSR];
    assign fence_commit = done && m_kind[`K_SFENCE];
    assign mret_commit  = done && m_kind[`K_MRET];
    assign sret_commit  = done && m_kind[`K_SRET];
    assign gate_commit  = done && m_kind[`K_SVC];

    // What changes the map, or the instructions, takes effect on the next fetch.
    wire refetch = m_map_csr || m_kind[`K_SFENCE] || m_kind[`K_FENCEI];
    wire leaves  = m_kind[`K_MRET] || m_kind[`K_SRET];
    assign m_redirect = commit && (m_interrupting || exception || refetch || leaves ||
                                   m_kind[`K_SVC] || m_wrong);
    assign m_redirect_target = m_interrupting || exception ? trap_target
                             : m_kind[`K_MRET] ? mepc
                             : m_kind[`K_SRET] ? sepc
                             : m_turn ? m_other : m_next;
    assign m_new_history = branch ? {m_history[HISTORY_BITS-2:0], m_taken} : m_history;

    // --- To W
    wire link_rd  = m_insn[11:7] == 5'd1 || m_insn[11:7] == 5'd5;
    wire link_rs1 = m_insn[19:15] == 5'd1 || m_insn[19:15] == 5'd5;
    wire jumps    = m_kind[`K_JAL] || m_kind[`K_JALR];
    always @(posedge clk) begin
        if (rst) w_valid_q <= 1'b0;
        else if (!hold) w_valid_q <= commit && !m_interrupt;
        if (!hold) begin
            w_pc_q       <= m_pc;
            w_kind_q     <= m_kind;
            w_rd_q       <= m_insn[11:7];
            w_write_q    <= m_write && !exception;
            w_result_q   <= m_result | counter_rdata;
            w_trapped_q  <= exception;
            w_again_q    <= cannot || (hangs && !line_same);
            w_reason_q   <= reason;
            w_refused_q  <= tlb_hit;
            w_uncached_q <= goes_out;
            w_stores_q   <= m_store && hangs && line_same;
            w_va_q       <= m_va;
            w_pa_q       <= pa;
            w_be_q       <= be;
            w_data_q     <= store_data;
            w_funct5_q   <= m_insn[31:27];
            w_funct3_q   <= m_insn[14:12];
            w_train_branch_q <= branch && !exception;
            w_taken_q    <= taken;
            w_train_target_q <= (jumps || (branch && taken)) && !exception && (!m_known || m_wrong);
            w_type_q     <= branch ? 2'd0 : m_kind[`K_JALR] && link_rs1 && !link_rd ? 2'd2 : 2'd1;
            w_wrong_q    <= m_wrong || late_wrong;
            w_along_q    <= late_wrong ? m_other : m_next;
            w_turn_q     <= late_wrong && !exception;
            w_next_q     <= exception ? trap_target : m_redirect ? m_redirect_target
                          : late_wrong ? m_other : m_next;
            w_note_q     <= m_note;
            w_history_q  <= m_history;
            w_stack_q    <= m_stack;
        end
    end
    wire unused = &{1'b0, tlb_pte[9:0], m_insn};
endmodule
`default_nettype wire
