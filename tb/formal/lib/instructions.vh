// What carries the induction of `instructions`: what each stage holds of its instruction, held against the instruction word,
// the pc and the registers as they stand when what is older has retired.
// SPDX-License-Identifier: ISC
    `SEE \core.d_valid , \core.d_fault , \core.x_valid , \core.m_valid , \core.w_uncached , \core.w_stores , \core.w_trapped ;
    `SEE [31:0] \core.f_pc , \core.d_pc , \core.u_fetch.miss_pc_q , \core.d_insn , \core.x_pc , \core.m_pc , \core.w_pc , \core.m_insn , \core.file1 , \core.file2 ;
    `SEE [`K_BITS-1:0] \core.x_kind , \core.m_kind , \core.w_kind ;
    `SEE [3:0] \core.x_alu_op , \core.m_alu_op , \core.w_be ;
    `SEE [31:0] \core.x_imm , \core.x_next , \core.x_other , \core.x_branch_target ;
    `SEE [`C_BITS-1:0] \core.x_which ;
    `SEE \core.x_left , \core.x_late1 , \core.x_late2 , \core.x_write , \core.x_fault , \core.x_illegal , \core.x_odd_target , \core.x_taken ;
    `SEE [31:0] \core.m_op1 , \core.m_op2 , \core.m_early , \core.m_va , \core.m_next , \core.m_other , \core.m_result ;
    `SEE \core.m_late , \core.m_write , \core.m_exception , \core.m_taken , \core.m_turn , \core.v_write , \core.w_write , \core.hold ;
    `SEE \core.m_wrong , \core.w_taken , \core.w_turn ;
    `SEE [4:0] \core.v_rd , \core.w_rd , \core.w_funct5 ;
    `SEE [2:0] \core.w_funct3 ;
    `SEE [31:0] \core.v_result , \core.w_result , \core.w_va , \core.w_data , \core.w_next , \core.w_along ;
    `SEE \core.u_stage_w.started_q , \core.u_stage_w.failed_q ;
    `SEE \core.u_rvfi.late_trap_q , \core.x_solo , \core.x_no_csr , \core.x_access , \core.m_solo , \core.m_access , \core.u_stage_d.x_ready_q ;

    // A second decoder for each stage
    wire [`K_BITS-1:0] x_k, m_k, w_k;
    wire        x_bad, m_bad, w_bad, x_1pc, m_1pc, x_10, m_10, x_2imm, m_2imm, x_u1, x_u2, m_u1, x_wr, m_wr, w_wr;
    wire [3:0]  x_op, m_op;
    wire [31:0] x_i, m_i, x_bi, m_bi, w_bi;
    decode x_decode (.insn(core.x_insn), .kind(x_k), .illegal(x_bad), .alu_op(x_op), .imm(x_i), .op1_pc(x_1pc), .op1_zero(x_10),
                     .op2_imm(x_2imm), .use_rs1(x_u1), .use_rs2(x_u2), .write_rd(x_wr), .imm_branch(x_bi));
    decode m_decode (.insn(core.m_insn), .kind(m_k), .illegal(m_bad), .alu_op(m_op), .imm(m_i), .op1_pc(m_1pc), .op1_zero(m_10),
                     .op2_imm(m_2imm), .use_rs1(m_u1), .write_rd(m_wr), .imm_branch(m_bi));
    decode w_decode (.insn(insn), .kind(w_k), .illegal(w_bad), .write_rd(w_wr), .imm_branch(w_bi));

    function goes_alone(input [`K_BITS-1:0] k);
        goes_alone = k[`K_LR] || k[`K_SC] || k[`K_AMO] || k[`K_FENCEI] || k[`K_SFENCE] || k[`K_WFI] || k[`K_SVC];
    endfunction

    // Registers as M's and X's instruction should see them
    wire w_gives = core.w_valid && core.w_write, m_gives = core.m_valid && core.m_write;
    wire [4:0] m_rs1 = core.m_insn[19:15], m_rs2 = core.m_insn[24:20], x_rs1 = core.x_insn[19:15], x_rs2 = core.x_insn[24:20];
    wire [4:0] m_rd = core.m_insn[11:7];
    wire [31:0] m_a = w_gives && core.w_rd == r1 ? core.w_result : value_r1;
    wire [31:0] m_b = w_gives && core.w_rd == r2 ? core.w_result : value_r2;
    wire [31:0] x_a = m_gives && m_rd == r1 ? core.m_result : m_a;
    wire [31:0] x_b = m_gives && m_rd == r2 ? core.m_result : m_b;
    wire        x_watched = x_rs1 == r1 && x_rs2 == r2, m_watched = m_rs1 == r1 && m_rs2 == r2;
    wire [2:0]  m_f3 = core.m_insn[14:12];
    wire        m_cond = m_f3 == 3'd0 ? m_a == m_b : m_f3 == 3'd1 ? m_a != m_b
                       : m_f3 == 3'd4 ? $signed(m_a) < $signed(m_b) : m_f3 == 3'd5 ? $signed(m_a) >= $signed(m_b)
                       : m_f3 == 3'd6 ? m_a < m_b : m_a >= m_b;
    wire [31:0] m_1 = m_1pc ? core.m_pc : m_10 ? 32'd0 : m_a, m_2 = m_2imm ? m_i : m_b;
    wire [31:0] m_target = core.m_pc + m_bi, m_along = core.m_pc + 32'd4, m_sum = m_a + m_i;
    wire [31:0] x_target = core.x_pc + x_bi, x_along = core.x_pc + 32'd4;

    always @* if (began) begin
        carry_copies: assert (copies_agree && (r1 != r2 || r1_q == r2_q));
        if (core.v_write) carry_v: assert (core.v_rd != 5'd0 && (core.v_rd != r1 || core.v_result == r1_q) && (core.v_rd != r2 || core.v_result == r2_q));
        if (core.d_valid && !core.d_fault) begin
            if (core.d_insn[19:15] == r1) carry_file1: assert (r1 == 5'd0 || (core.v_write && core.v_rd == r1) || core.file1 == r1_q);
            if (core.d_insn[24:20] == r2) carry_file2: assert (r2 == 5'd0 || (core.v_write && core.v_rd == r2) || core.file2 == r2_q);
        end
        carry_aligned: assert (core.f_pc[1:0] == 2'd0 && core.u_fetch.miss_pc_q[1:0] == 2'd0 && (!core.d_valid || core.d_pc[1:0] == 2'd0) &&
                               (!core.x_valid || core.x_pc[1:0] == 2'd0) && (!core.m_valid || core.m_pc[1:0] == 2'd0) && (!core.w_valid || pc[1:0] == 2'd0));
        if (core.d_valid && core.d_fault) carry_d_fault: assert (core.d_insn == 32'd0);
        // --- X
        if (core.x_valid && core.x_fault)
            carry_x_fault: assert (core.x_insn == 32'd0 && core.x_kind == {`K_BITS{1'b0}} && !core.x_write && !core.x_late1 && !core.x_late2 &&
                                  !core.x_solo && core.x_which == {`C_BITS{1'b0}} && !core.x_access && !core.x_no_csr && !core.x_illegal);
        if (core.x_valid && !core.x_fault) begin
            carry_x_kind: assert (core.x_kind == x_k && core.x_illegal == x_bad && core.x_write == x_wr && core.x_imm == x_i && core.x_alu_op == x_op);
            carry_x_left: assert (core.x_left == (core.x_insn[14:12] == 3'd1));
            carry_x_1: assert (core.x_late1 || !(x_u1 || x_1pc || x_10) || x_rs1 != r1 || core.x_op1 == (x_1pc ? core.x_pc : x_10 ? 32'd0 : x_a));
            carry_x_2: assert (core.x_late2 || !(x_u2 || x_2imm) || x_rs2 != r2 || core.x_op2 == (x_2imm ? x_i : x_b));
            carry_x_late1: assert (!core.x_late1 || (x_u1 && m_gives && m_rd == x_rs1));
            carry_x_late2: assert (!core.x_late2 || (x_u2 && m_gives && m_rd == x_rs2));
            carry_x_late: assert (!(core.x_late1 || core.x_late2) || (x_k[`K_ALU] && core.x_insn[13:12] != 2'b01) || (x_k[`K_BRANCH] && !x_bi[1]) ||
                                  (x_k[`K_CSR]) || (!core.x_late1 && (x_k[`K_STORE] || x_k[`K_SC] || x_k[`K_AMO])));
            carry_x_ready: assert (core.u_stage_d.x_ready_q == ((x_k[`K_ALU] && !core.x_late1 && !core.x_late2) || x_k[`K_JAL] || x_k[`K_JALR]));
            carry_x_access: assert (core.x_access == (core.x_insn[6:2] == 5'b00000 || core.x_insn[6:2] == 5'b01000 || core.x_insn[6:2] == 5'b01011));
            carry_x_no_csr: assert (!core.x_no_csr || x_k[`K_CSR]);
            carry_x_solo: assert (core.x_solo == (goes_alone(x_k) || core.x_which[`C_COUNTER]));
            carry_x_which: assert (core.x_which == {`C_BITS{1'b0}} || x_k[`K_CSR]);
            carry_x_target: assert (x_bad || core.x_branch_target == x_target && core.x_odd_target == ((x_k[`K_JAL] || x_k[`K_BRANCH]) && x_bi[1]));
            carry_x_taken: assert (x_bad || !core.x_taken || x_k[`K_BRANCH]);
            carry_x_other: assert (x_bad || core.x_other == (x_k[`K_BRANCH] && !core.x_taken ? x_target : x_along));
        end
        // --- M
        if (core.m_valid) begin
            carry_m_kind: assert (core.m_kind == m_k && core.m_write == m_wr);
            carry_m_which: assert (core.m_which == {`C_BITS{1'b0}} || m_k[`K_CSR]);
            carry_m_what: assert (core.m_solo == (goes_alone(m_k) || core.m_which[`C_COUNTER]) && (m_bad || core.m_access == (m_k[`K_LOAD] || m_k[`K_STORE] || m_k[`K_LR] || m_k[`K_SC] || m_k[`K_AMO])));
            carry_m_alone: assert (!core.m_solo || !core.x_valid);
            carry_m_calls: assert (core.m_exception || !(m_k[`K_ECALL] || m_k[`K_EBREAK]));
            carry_m_legal: assert (core.m_exception || !m_bad);
            carry_m_computes: assert (!core.m_exception || !(m_k[`K_ALU] || m_k[`K_MUL] || m_k[`K_DIV]));
            carry_m_late: assert (!core.m_late || (m_k[`K_ALU] && core.m_insn[13:12] != 2'b01) || (m_k[`K_BRANCH] && !m_bi[1]) || m_k[`K_CSR] ||
                                  m_k[`K_STORE] || m_k[`K_SC] || m_k[`K_AMO]);
            // (FENCE has no operands)
            if (m_watched && (m_u1 || m_1pc || m_10) && (m_k[`K_ALU] || m_k[`K_BRANCH] || m_k[`K_STORE]))
                carry_m_operands: assert (core.m_op1 == m_1 && core.m_op2 == m_2 && core.m_alu_op == m_op);
            if (m_watched && (m_u1 || m_1pc || m_10) && m_k[`K_ALU] && !core.m_late)
                carry_m_early: assert (core.m_early == integer_op(m_op[2:0], m_op[3], m_1, m_2));
            if (m_watched && m_k[`K_DIV]) carry_m_div: assert (core.m_early == quotient(m_f3[1:0], m_a, m_b));
            if (m_watched && m_k[`K_MUL]) carry_m_mul: assert (product_op_q == m_f3[1:0] && product_q == product(m_f3[1:0], m_a, m_b));
            if (m_k[`K_JAL] || m_k[`K_JALR]) carry_m_link: assert (core.m_early == m_along);
            if (m_watched && (m_k[`K_LOAD] || m_k[`K_STORE])) begin
                carry_m_va: assert (core.m_va == m_sum);
                carry_m_aligned: assert (core.m_exception == ((m_f3[1:0] == 2'd1 && m_sum[0]) || (m_f3[1] && m_sum[1:0] != 2'd0)));
            end
            carry_m_turn: assert (!core.m_turn || (m_k[`K_BRANCH] && core.m_wrong && !core.m_late));
            if (m_k[`K_BRANCH]) begin
                carry_m_branch: assert (core.m_next == m_target && (core.m_late || !m_watched || core.m_taken == m_cond));
                carry_m_other: assert ((!core.m_late && !core.m_turn) || core.m_other == (core.m_taken ^ core.m_turn ? m_along : m_target));
                carry_m_odd: assert (!m_watched || core.m_exception == (m_bi[1] && m_cond));
            end else if (m_k[`K_JAL]) carry_m_jal: assert (core.m_next == m_target && core.m_exception == m_target[1]);
            else if (m_k[`K_JALR]) carry_m_jalr: assert (!m_watched || (core.m_next == {m_sum[31:1], 1'b0} && core.m_exception == m_sum[1]));
            else if (!m_k[`K_SVC]) carry_m_next: assert (m_bad || core.m_next == m_along);
        end
        // --- W
        if (core.w_valid) begin
            carry_w_kind: assert (core.w_kind == w_k && core.w_rd == insn[11:7] && core.w_funct3 == insn[14:12] && core.w_write == (w_wr && !core.w_trapped));
            if (watched && (w_k[`K_LOAD] || w_k[`K_STORE]) && !rvfi_trap) carry_w_va: assert (core.w_va == address);
            carry_w_alone: assert (!(w_k[`K_LR] || w_k[`K_SC] || w_k[`K_AMO]) || (!core.m_valid && !core.x_valid));
            carry_w_calls: assert (core.w_trapped || !(w_k[`K_ECALL] || w_k[`K_EBREAK]));
            carry_w_legal: assert (core.w_trapped || !w_bad);
            carry_w_is: assert ({2'd0, core.w_uncached} + core.w_stores + core.w_again + core.w_trapped < 3'd2);
            carry_w_uncached: assert (!core.w_uncached || w_k[`K_LOAD] || w_k[`K_STORE]);
            carry_w_started: assert (!core.u_stage_w.started_q || (core.w_uncached && !core.m_valid && !core.x_valid && !core.d_valid));
        end
        carry_failed: assert (!core.u_stage_w.failed_q || core.u_stage_w.over_q);
        carry_over: assert (!(core.u_stage_w.over_q || core.u_stage_w.error_q) || (core.w_valid && core.u_stage_w.started_q));
        carry_erred: assert (core.u_stage_w.failed_q == (core.u_stage_w.over_q && core.u_stage_w.error_q));
        carry_late_trap: assert (core.u_rvfi.late_trap_q == core.u_stage_w.failed_q);
    end
