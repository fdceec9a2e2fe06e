// The Gatehouse core: RV32IMA_Zicsr_Zifencei with M, S and U, Sv32, Sstc and Xgate.
// Structure only: the five stages F D X M W, what they share, and the wires
// between them. Towards the outside a Wishbone B4 master with incrementing bursts for
// cache lines.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "rvfi_ports.vh"

module gatehouse_core #(
    parameter RESET_PC     = 32'h0000_1000,
    parameter ASID_BITS    = 9,    // 0 to 9; 0: the TLB is flushed at every change of map
    parameter TLB_ENTRIES  = 64,   // power of two, 4 or more
    parameter ITLB_ENTRIES = 4,    // first level, power of two, 2 or more
    parameter DTLB_ENTRIES = 8,
    parameter ICACHE_BYTES = 4096, // power of two, 256 to 4096
    parameter DCACHE_BYTES = 4096,
    parameter LINE_WORDS   = 8,    // 4 or 8
    parameter BTB_ENTRIES  = 256,  // power of two, 8 or more
    parameter PHT_ENTRIES  = 2048, // power of two, 256 or more
    parameter RAS_ENTRIES  = 4,    // power of two, 2 or more
    parameter HPM          = 1     // 0: mhpmcounter3 to 12 read as zero
) (
    input  wire        clk,
    input  wire        rst,

    output wire        wb_cyc,
    output wire        wb_stb,
    output wire        wb_we,
    output wire [31:0] wb_adr,
    output wire [ 3:0] wb_sel,
    output wire [31:0] wb_dat_w,
    output wire [ 2:0] wb_cti,
    output wire [ 1:0] wb_bte,
    input  wire [31:0] wb_dat_r,
    input  wire        wb_ack,
    input  wire        wb_err,

    input  wire        irq_msi,    // levels, from CLINT and PLIC
    input  wire        irq_mti,
    input  wire        irq_mei,
    input  wire        irq_sei,
    input  wire [63:0] mtime,
    output wire [ 1:0] mode
`ifdef RVFI
    `RVFI_OUTPUTS
`endif
);
    localparam PW = $clog2(PHT_ENTRIES);
    localparam NOTE_BITS = PW + 2;
    localparam STACK_BITS = $clog2(RAS_ENTRIES);
    localparam HISTORY_BITS = PW;

    // ------------------------------------------------------------------ wires
    wire        w_redirect, m_redirect, d_redirect, d_stall;
    wire [31:0] w_target, m_target, d_target;

    wire [31:2] fetch_addr, f_otherwise, f_target, d_predicted;
    wire [31:0] f_pc;
    wire        f_taken, f_known, f_looks, f_goes_on;
    wire [PW-1:0] f_index;
    wire [1:0]  f_counter;
    wire        d_branch, d_branch_taken, d_call, d_return;
    wire [HISTORY_BITS-1:0] d_history, x_history, m_history, w_history, m_new_history;
    wire [STACK_BITS-1:0] d_stack, x_stack, m_stack, w_stack;

    wire        f_user_map, d_user_map, f_hit, f_line_hit, f_allowed, d_hit, d_allowed, f_big, d_big;
    wire [31:0] f_pte, d_pte;
    wire        f_walk_request, f_walk_again, f_walk_cancel, f_walk_done;
    wire        d_walk_request, d_walk_again, d_walk_done, d_walk_early;
    wire        walk_fault, walk_fault_page;
    wire        f_fill, d_fill, fill_good, fill_user_map, fill_big, flush_f, flush_d, flush_user, flush_kernel;
    wire [31:12] fill_va, f_walk_va;
    wire [31:0] fill_pte;

    wire [31:0] line_insn;
    wire        iline_valid, iline_request, iline_accept, iline_done, iline_error, iline_end;
    wire [31:12] iline_tag;
    wire [33:0] iline_pa;

    wire        d_valid, d_fault, d_fault_page, d_taken, d_known;
    wire [31:0] d_pc, d_insn;
    wire [NOTE_BITS-1:0] d_note, x_note, m_note, w_note;
    wire [4:0]  next_rs1, next_rs2;
    wire [31:0] file1, file2;

    wire        x_valid, x_left, x_late1, x_late2, x_write, x_solo, x_fault, x_fault_page, x_illegal;
    wire        x_odd_target, x_settles, x_no_csr, x_access, x_taken, x_known, x_stall, x_memory, x_store;
    wire [31:0] x_pc, x_insn, x_op1, x_op2, x_imm, x_next, x_other, x_branch_target, x_result, x_address;
    wire [`K_BITS-1:0] x_kind, m_kind, w_kind;
    wire [3:0]  x_alu_op, m_alu_op;
    wire        clean, clean_done, gate_start, gate_done, gate_ok;
    wire [31:0] gate_descriptor;

    wire        m_valid, m_late, m_write, m_exception, m_delegated, m_taken, m_known, m_wrong, m_turn, m_waited, m_access, m_solo, m_store, m_memory;
    wire [`C_BITS-1:0] x_which, m_which;
    wire [12:0] mcounteren, scounteren;
    wire        stce, x_counter;
    wire [31:0] m_pc, m_insn, m_op1, m_op2, m_early, m_va, m_next, m_other, m_result;
    wire [63:0] product;
    wire        product_high;
    wire [4:0]  m_cause;

    wire        w_valid, w_write, w_trapped, w_again, w_refused, w_uncached, w_stores;
    wire [31:0] w_pc, w_result, w_va, w_data, w_next, w_along, amo_sum;
    wire        amo_less;
    wire [33:0] w_pa;
    wire [1:0]  w_reason, w_type;
    wire [3:0]  w_be;
    wire [4:0]  w_rd, w_funct5;
    wire [2:0]  w_funct3;
    wire        w_train_branch, w_taken, w_train_target, w_wrong, w_turn;
    wire        hold, squash, retire, retire_trapped, sc_ok;
    wire        file_we, v_write;
    wire [4:0]  file_wa, v_rd;
    wire [31:0] file_wd, v_result;

    wire        store, miss, miss_error, uncached, uncached_we, uncached_done, uncached_error;
    wire [31:0] store_data, uncached_word;
    wire        uncached_trap;
    wire        dline_usable, dline_writable, dline_idle, dline_load_wait, dline_store_wait, dline_valid;
    wire [30:12] dline_tag;
    wire [31:0] dline_data, dline_read, dline_stored;
    wire [3:0]  dline_newer;
    wire        fault_known, fault_page;

    wire        csr_commit, csr_write, fence_commit, interrupt, m_interrupting, m_interrupt, m_trap;
    wire        mret_commit, sret_commit, gate_commit, to_s;
    wire        write_mstatus, write_sstatus, write_counter, write_map;
    wire [31:0] csr_rdata, csr_wdata, csr_operand, counter_rdata;
    wire [4:0]  cause;
    wire        m_faulted;
    wire [31:0] trap_target;
    wire [31:0] mstatus, sstatus, mtvec, stvec, mepc, sepc, satp, upmar, gtbl, medeleg;
    wire [31:0] mcause, mtval, scause, stval;
    wire [11:0] mip, mie, mideleg;
    wire [12:0] inhibit;
    wire        d_user, d_machine, wfi_wakes;
    wire [9:0]  event_pulse;

    // -------------------------------------------------------------- front end
    wire [HISTORY_BITS-1:0] w_new_history = w_turn ? {w_history[HISTORY_BITS-2:0], w_taken} : w_history;
    wire older_redirect = w_redirect || m_redirect;
    predictor #(.BTB_ENTRIES(BTB_ENTRIES), .PHT_ENTRIES(PHT_ENTRIES), .RAS_ENTRIES(RAS_ENTRIES),
                .HISTORY_BITS(HISTORY_BITS)) u_predictor (
        .clk(clk), .rst(rst), .looks(f_looks), .goes_on(f_goes_on), .otherwise(f_otherwise), .fetch_addr(fetch_addr), .f_pc(f_pc[31:2]),
        .f_taken(f_taken), .f_target(f_target), .f_known(f_known), .f_index(f_index),
        .f_counter(f_counter),
        .d_branch(d_branch), .d_taken(d_branch_taken), .d_call(d_call), .d_return(d_return),
        .x_link(x_other[31:2]), .d_history(d_history), .d_stack(d_stack),
        .repair(older_redirect),
        .repair_history(w_redirect ? w_new_history : m_new_history),
        .repair_stack(w_redirect ? w_stack : m_stack),
        .train_branch(retire && w_train_branch), .train_taken(w_taken),
        .train_index(w_note[NOTE_BITS-1:2]), .train_counter(w_note[1:0]),
        .train_target_we(retire && w_train_target), .train_pc(w_pc[31:2]),
        .train_target(w_along[31:2]), .train_type(w_type)
    );

    wire f_user = mode == `MODE_U;
    wire d_fetch, d_line_hit;
    wire f_translate = mode != `MODE_M && (f_user_map || satp[31]);
    fetch #(.RESET_PC(RESET_PC), .PREDICT_BITS(NOTE_BITS)) u_fetch (
        .clk(clk), .rst(rst),
        .w_redirect(w_redirect), .w_target(w_target), .m_redirect(m_redirect), .m_target(m_target),
        .d_redirect(d_redirect), .d_target(d_target),
        .d_stall(d_stall),
        .looks(f_looks), .goes_on(f_goes_on), .otherwise(f_otherwise), .fetch_addr(fetch_addr), .f_pc(f_pc), .f_taken(f_taken), .f_target(f_target),
        .f_known(f_known), .f_note({f_index, f_counter}),
        .translate(f_translate), .tlb_hit(f_hit), .tlb_allowed(f_allowed), .f_hit(f_line_hit), .tlb_pte(f_pte),
        .walk_request(f_walk_request), .walk_again(f_walk_again), .walk_cancel(f_walk_cancel), .walk_va(f_walk_va),
        .walk_done(f_walk_done), .walk_fault(walk_fault), .walk_fault_page(walk_fault_page),
        .line_insn(line_insn), .line_request(iline_request), .miss_pa(iline_pa), .line_accept(iline_accept),
        .word_done(iline_done), .word_error(iline_error), .line_end(iline_end),
        .d_valid_q(d_valid), .d_pc_q(d_pc), .d_insn_q(d_insn), .d_fault_q(d_fault),
        .d_fault_page_q(d_fault_page), .d_taken_q(d_taken), .d_target_q(d_predicted),
        .d_known_q(d_known), .d_note_q(d_note), .next_rs1(next_rs1), .next_rs2(next_rs2),
        .event_line_miss(event_pulse[6])
`ifdef RVFI
        , .tlb_big(f_big), .d_paddr_q(rvfi_d_paddr), .d_pte_q(rvfi_d_pte)
`endif
    );

    wire i_cyc, i_ack, i_err;
    wire [31:0] i_adr;
    wire [2:0]  i_cti;
    wire [1:0]  i_bte;
    icache #(.BYTES(ICACHE_BYTES), .LINE_WORDS(LINE_WORDS)) u_icache (
        .clk(clk), .rst(rst), .looks(f_looks), .fetch_addr(fetch_addr), .insn(line_insn), .valid(iline_valid),
        .tag(iline_tag), .request(iline_request), .pa(iline_pa), .accept(iline_accept),
        .word_done(iline_done), .word_error(iline_error), .line_end(iline_end), .flush(clean_done),
        .wb_cyc(i_cyc), .wb_adr(i_adr), .wb_cti(i_cti), .wb_bte(i_bte),
        .wb_dat_r(wb_dat_r), .wb_ack(i_ack),
        .wb_err(i_err)
    );

    // ----------------------------------------------------------------- decode
    regfile u_regfile (
        .clk(clk), .ra1(next_rs1), .ra2(next_rs2), .rd1(file1), .rd2(file2),
        .we(file_we), .wa(file_wa), .wd(file_wd)
    );
    wire w_solo = w_kind[`K_LR] || w_kind[`K_SC] || w_kind[`K_AMO];
    stage_d #(.NOTE_BITS(NOTE_BITS), .STACK_BITS(STACK_BITS), .HISTORY_BITS(HISTORY_BITS)) u_stage_d (
        .clk(clk), .rst(rst), .flush(older_redirect),
        .d_valid(d_valid), .d_pc(d_pc), .d_insn(d_insn), .d_fault(d_fault),
        .d_fault_page(d_fault_page), .d_taken(d_taken), .d_target(d_predicted), .d_known(d_known),
        .d_note(d_note), .d_stall(d_stall), .d_redirect(d_redirect), .d_redirect_target(d_target),
        .d_branch(d_branch), .d_branch_taken(d_branch_taken), .d_call(d_call), .d_return(d_return),
        .d_history(d_history), .d_stack(d_stack),
        .file1(file1), .file2(file2), .x_result(x_result),
        .m_write(m_valid && m_write), .m_rd(m_insn[11:7]), .m_result(m_result),
        .w_write(w_valid && w_write), .w_rd(w_rd), .w_result(w_result),
        .v_write(v_write), .v_rd(v_rd), .v_result(v_result),
        .x_stall(x_stall), .load_wait(dline_load_wait || d_walk_early), .store_wait(dline_store_wait || d_walk_early),
        .solo_busy((m_valid && m_solo) || (w_valid && w_solo) || hold || (x_valid && x_settles)),
        .x_valid_q(x_valid), .x_pc_q(x_pc), .x_insn_q(x_insn), .x_kind_q(x_kind),
        .x_alu_op_q(x_alu_op), .x_left_q(x_left), .x_op1_q(x_op1), .x_op2_q(x_op2), .x_imm_q(x_imm),
        .x_late1_q(x_late1), .x_late2_q(x_late2), .x_write_q(x_write), .x_solo_q(x_solo),
        .x_fault_q(x_fault), .x_fault_page_q(x_fault_page), .x_illegal_q(x_illegal),
        .x_odd_target_q(x_odd_target), .x_taken_q(x_taken), .x_known_q(x_known),
        .x_next_q(x_next), .x_other_q(x_other), .x_target_q(x_branch_target), .x_note_q(x_note),
        .x_history_q(x_history), .x_stack_q(x_stack), .x_which_q(x_which), .x_settles_q(x_settles), .x_no_csr_q(x_no_csr), .x_access_q(x_access)
    );

    // ---------------------------------------------------------------- execute
    stage_x #(.NOTE_BITS(NOTE_BITS), .STACK_BITS(STACK_BITS), .HISTORY_BITS(HISTORY_BITS)) u_stage_x (
        .clk(clk), .rst(rst), .flush(older_redirect),
        .x_valid(x_valid), .x_pc(x_pc), .x_insn(x_insn), .x_kind(x_kind), .x_alu_op(x_alu_op), .x_left(x_left),
        .x_op1(x_op1), .x_op2(x_op2), .x_imm(x_imm), .x_late1(x_late1), .x_late2(x_late2),
        .x_write(x_write), .x_solo(x_solo), .x_access(x_access), .x_fault(x_fault), .x_fault_page(x_fault_page), .x_illegal(x_illegal),
        .x_odd_target(x_odd_target), .x_taken(x_taken), .x_known(x_known), .x_next(x_next),
        .x_other(x_other), .x_target(x_branch_target), .x_note(x_note), .x_history(x_history),
        .x_stack(x_stack), .x_which(x_which), .x_no_csr(x_no_csr), .older_busy(m_valid || w_valid), .m_result(m_result),
        .x_stall(x_stall), .x_counter(x_counter), .x_result(x_result),
        .x_memory(x_memory),
        .x_address(x_address), .x_store(x_store),
        .clean(clean), .clean_done(clean_done), .wfi_over(wfi_wakes || wfi_at_once_q),
        .mode(mode), .tvm(mstatus[20]), .tw(mstatus[21]), .tsr(mstatus[22]), .medeleg(medeleg), .mcounteren(mcounteren),
        .scounteren(scounteren), .stce(stce), .gate_allowed(gates_q), .gate_start(gate_start), .gate_done(gate_done),
        .gate_ok(gate_ok), .gate_descriptor(gate_descriptor),
        .m_valid_q(m_valid), .m_pc_q(m_pc), .m_insn_q(m_insn), .m_kind_q(m_kind),
        .m_alu_op_q(m_alu_op), .m_op1_q(m_op1), .m_op2_q(m_op2), .m_late_q(m_late),
        .m_early_q(m_early), .m_va_q(m_va), .m_write_q(m_write), .m_exception_q(m_exception),
        .m_cause_q(m_cause), .m_delegated_q(m_delegated), .m_taken_q(m_taken), .m_known_q(m_known), .m_wrong_q(m_wrong), .m_turn_q(m_turn), .m_waited_q(m_waited), .m_access_q(m_access), .m_solo_q(m_solo), .m_which_q(m_which),
        .m_next_q(m_next), .m_other_q(m_other), .m_note_q(m_note), .m_history_q(m_history),
        .m_stack_q(m_stack)
    );
    mul u_mul (.clk(clk), .op(x_insn[13:12]), .a(x_op1), .b(x_op2), .product(product), .high(product_high));

    // ----------------------------------------------------------------- memory
    wire d_translate = !d_machine && (d_user_map || satp[31]);
    stage_m #(.NOTE_BITS(NOTE_BITS), .STACK_BITS(STACK_BITS), .HISTORY_BITS(HISTORY_BITS)) u_stage_m (
        .clk(clk), .rst(rst), .squash(squash), .hold(hold),
        .m_valid(m_valid), .m_pc(m_pc), .m_insn(m_insn), .m_kind(m_kind), .m_alu_op(m_alu_op),
        .m_op1(m_op1), .m_op2(m_op2), .m_late(m_late), .m_early(m_early), .m_va(m_va),
        .m_write(m_write), .m_map_csr(m_which[`C_SATP] || m_which[`C_UPMAR] || m_which[`C_GTBL]), .m_access(m_access), .m_exception(m_exception), .m_taken(m_taken),
        .m_known(m_known), .m_wrong(m_wrong), .m_turn(m_turn), .m_waited(m_waited), .m_next(m_next), .m_other(m_other), .m_note(m_note),
        .m_history(m_history), .product(product), .product_high(product_high), .m_result(m_result),
        .amo_sum(amo_sum), .amo_less(amo_less), .translate(d_translate), .tlb_hit(d_hit), .tlb_allowed(d_allowed), .tlb_pte(d_pte),
        .m_store(m_store), .m_memory(m_memory), .walk_done(d_walk_done),
        .line_read(dline_read), .line_newer(dline_newer), .line_stored(dline_stored), .line_valid(dline_valid), .line_tag(dline_tag),
        .line_usable(dline_usable), .line_writable(dline_writable), .line_idle(dline_idle),
        .fault_known(fault_known),
        .csr_rdata(csr_rdata), .counter_rdata(counter_rdata), .csr_operand(csr_operand),
        .csr_commit(csr_commit), .fence_commit(fence_commit), .interrupt(interrupt && !interrupted_q),
        .m_interrupting(m_interrupting), .m_interrupt(m_interrupt), .m_trap(m_trap), .faulted(m_faulted),
        .mret_commit(mret_commit), .sret_commit(sret_commit),
        .gate_commit(gate_commit), .trap_target(trap_target), .mepc(mepc), .sepc(sepc),
        .m_redirect(m_redirect), .m_redirect_target(m_target), .m_new_history(m_new_history),
        .w_valid_q(w_valid), .w_pc_q(w_pc), .w_kind_q(w_kind), .w_rd_q(w_rd), .w_write_q(w_write),
        .w_result_q(w_result), .w_trapped_q(w_trapped), .w_again_q(w_again), .w_reason_q(w_reason),
        .w_refused_q(w_refused), .w_uncached_q(w_uncached), .w_stores_q(w_stores), .w_va_q(w_va),
        .w_pa_q(w_pa), .w_be_q(w_be), .w_data_q(w_data), .w_funct5_q(w_funct5),
        .w_funct3_q(w_funct3), .w_train_branch_q(w_train_branch), .w_taken_q(w_taken),
        .w_train_target_q(w_train_target), .w_type_q(w_type), .w_wrong_q(w_wrong), .w_turn_q(w_turn),
        .w_next_q(w_next), .w_along_q(w_along), .w_note_q(w_note), .w_history_q(w_history), .m_stack(m_stack),
        .w_stack_q(w_stack)
    );

    // -------------------------------------------------------------- write-back
    wire forget = m_interrupt || m_trap || mret_commit || sret_commit || gate_commit || uncached_trap;
    stage_w u_stage_w (
        .clk(clk), .rst(rst),
        .w_valid(w_valid), .w_pc(w_pc), .w_kind(w_kind), .w_rd(w_rd), .w_write(w_write),
        .w_result(w_result), .w_trapped(w_trapped), .w_again(w_again), .w_reason(w_reason),
        .w_refused(w_refused), .w_uncached(w_uncached), .w_stores(w_stores), .w_turn(w_turn), .w_va(w_va),
        .w_pa(w_pa), .w_be(w_be), .w_data(w_data), .w_along(w_along), .w_funct5(w_funct5), .w_funct3(w_funct3),
        .amo_sum(amo_sum), .amo_less(amo_less), .hold(hold), .squash(squash), .w_redirect(w_redirect), .w_redirect_target(w_target),
        .retire(retire), .retire_trapped(retire_trapped),
        .file_we(file_we), .file_wa(file_wa), .file_wd(file_wd), .v_write_q(v_write),
        .v_rd_q(v_rd), .v_result_q(v_result),
        .store(store), .store_data(store_data), .miss(miss), .miss_error(miss_error),
        .uncached(uncached), .uncached_we(uncached_we), .uncached_done(uncached_done),
        .uncached_error(uncached_error), .uncached_rdata(wb_dat_r), .uncached_trap(uncached_trap),
        .trap_target(trap_target), .uncached_word_q(uncached_word),
        .walk_request(d_walk_request), .walk_again(d_walk_again), .walk_done(d_walk_done),
        .walk_fault(walk_fault), .walk_fault_page(walk_fault_page),
        .x_address(x_address), .x_store(x_store), .fault_known(fault_known), .fault_page_q(fault_page),
        .forget(forget), .sc_ok(sc_ok)
    );

    // ------------------------------------------------------ privilege and CSRs
    // After an interrupt its handler's first instruction goes before the next interrupt.
    reg interrupted_q;
    always @(posedge clk) begin
        if (rst) interrupted_q <= 1'b0;
        else if (m_interrupt) interrupted_q <= 1'b1;
        else if (retire) interrupted_q <= 1'b0;
    end

    // Mode and gtbl change with a redirect only; what follows a write to mstatus waits. A WFI in U must end in
    // bounded time (3.3.3); ours ends at once, as does one that will be illegal.
    reg gates_q, wfi_at_once_q;
    always @(posedge clk) begin
        gates_q       <= mode == `MODE_U && gtbl[31] && !rst;
        wfi_at_once_q <= mode == `MODE_U || (mode == `MODE_S && mstatus[21]);
    end

    // The time comparison follows a write to stimecmp two cycles later.
    reg [1:0] unsettled_q;
    wire to_stimecmp = csr_commit && (m_which[`C_STIMECMP] || m_which[`C_STIMECMPH]);
    always @(posedge clk) unsettled_q <= rst ? 2'd0 : {unsettled_q[0], to_stimecmp};

    // What M would enter as, should it commit: a gate, an interrupt or an exception
    wire m_kind_gate = m_kind[`K_SVC] && !m_exception && !m_interrupting && !uncached_trap;
    wire any_trap = m_interrupt || m_trap || uncached_trap;
    trap u_trap (
        .clk(clk), .rst(rst), .unsettled(forget || csr_commit || unsettled_q != 2'd0), .mode(mode), .mie_bit(mstatus[3]), .sie_bit(mstatus[1]), .mip(mip), .mie(mie),
        .mideleg(mideleg), .medeleg(medeleg), .mtvec(mtvec), .stvec(stvec),
        .interrupt(interrupt), .wakes(wfi_wakes), .is_interrupt(m_interrupting && !uncached_trap),
        .uncached(uncached_trap), .uncached_store(w_kind[`K_STORE]), .known(m_exception),
        .known_cause(m_cause), .known_to_s(m_delegated), .faulted(m_faulted), .fault_page(fault_page),
        .fault_store(m_store),
        .cause(cause), .to_s(to_s), .target(trap_target)
    );
    privilege u_privilege (
        .clk(clk), .rst(rst), .trap(any_trap), .trap_to_s(to_s), .gate(gate_commit),
        .mret(mret_commit), .sret(sret_commit), .write(write_mstatus || write_sstatus),
        .write_s(write_sstatus), .wdata(csr_wdata),
        .mode(mode), .mstatus(mstatus), .sstatus(sstatus), .d_user(d_user), .d_machine(d_machine)
    );
    csr #(.ASID_BITS(ASID_BITS)) u_csr (
        .clk(clk), .rst(rst), .active(m_kind[`K_CSR]), .which(m_which), .insn(m_insn), .operand(csr_operand), .commit(csr_commit),
        .rdata(csr_rdata), .wdata(csr_wdata), .write(csr_write),
        .trap(any_trap), .trap_to_s(to_s), .trap_interrupt(m_interrupting && !uncached_trap && !m_kind_gate),
        .trap_cause(m_kind_gate ? `CAUSE_GATE : cause),
        .trap_pc(m_kind_gate ? m_other[31:2] : uncached_trap ? w_pc[31:2] : m_pc[31:2]),
        .trap_value(uncached_trap ? w_va : m_va & {32{!m_interrupting}}),
        .gate(gate_commit), .mstatus(mstatus), .sstatus(sstatus),
        .write_mstatus(write_mstatus), .write_sstatus(write_sstatus),
        .write_counter(write_counter), .inhibit(inhibit),
        .mcounteren(mcounteren), .scounteren(scounteren), .stce(stce),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei), .mtime(mtime),
        .mip(mip), .mie(mie), .mideleg(mideleg), .medeleg(medeleg), .mtvec(mtvec), .stvec(stvec),
        .mepc(mepc), .sepc(sepc), .satp(satp), .upmar(upmar), .gtbl(gtbl), .write_map(write_map),
        .mcause(mcause), .mtval(mtval), .scause(scause), .stval(stval)
    );
    counters #(.HPM(HPM)) u_counters (
        .clk(clk), .rst(rst), .retire(retire && !retire_trapped),
        .retire_early(w_valid && !w_again && !w_trapped && !w_uncached), .valid(m_valid), .event_pulse(event_pulse),
        .inhibit(inhibit), .next_active(x_counter), .next_index(x_insn[23:20]),
        .active(m_which[`C_COUNTER]), .index(m_insn[24:20]), .high(m_insn[27]), .rdata(counter_rdata),
        .write(write_counter), .replace(m_insn[13:12] == 2'd1), .clear(m_insn[12]), .operand(csr_operand)
    );
    assign event_pulse[4] = gate_commit;
    assign event_pulse[5] = any_trap;
    assign event_pulse[8] = retire && w_wrong;
    assign event_pulse[9] = !retire;

    // -------------------------------------------------------------------- MMU
    wire        walk_read, walk_granted, walk_line, walk_line_accept;
    wire        gate_read, gate_granted, gate_line, gate_line_accept;
    wire [11:2] walk_index, gate_index;
    wire [33:12] walk_ppn, gate_ppn;
    wire        aux_granted, aux_hit, aux_accept, aux_done, aux_error;
    mmu #(.TLB_ENTRIES(TLB_ENTRIES), .ASID_BITS(ASID_BITS)) u_mmu (
        .clk(clk), .rst(rst), .satp(satp), .upmar(upmar), .f_user(f_user), .d_user(d_user),
        .sum(mstatus[18]), .mxr(mstatus[19]), .f_user_map(f_user_map), .d_user_map(d_user_map),
        .context_switch(forget || write_mstatus || write_sstatus), .map_write(write_map), .map_write_user(m_which[`C_UPMAR]),
        .fence(fence_commit), .fence_all(m_insn[19:15] == 5'd0), .fence_va(m_op1[31:12]),
        .f_request(f_walk_request), .f_again(f_walk_again), .f_cancel(f_walk_cancel),
        .f_va(f_walk_va), .f_done(f_walk_done),
        .d_request(d_walk_request), .d_again(d_walk_again), .d_va(w_va[31:12]),
        .d_store(w_kind[`K_STORE] || w_kind[`K_SC] || w_kind[`K_AMO]), .d_done(d_walk_done),
        .d_early(d_walk_early), .done_fault(walk_fault), .done_fault_page(walk_fault_page),
        .f_fill(f_fill), .d_fill(d_fill), .fill_good(fill_good), .fill_va(fill_va), .fill_user_map(fill_user_map),
        .fill_pte(fill_pte), .fill_big(fill_big), .flush_f(flush_f), .flush_d(flush_d),
        .flush_user(flush_user), .flush_kernel(flush_kernel),
        .read(walk_read), .read_index(walk_index), .read_granted(walk_granted), .read_ppn(walk_ppn),
        .read_hit(aux_hit), .read_data(dline_data), .line_request(walk_line),
        .line_accept(walk_line_accept), .line_done(aux_done), .line_error(aux_error),
        .event_f_miss(event_pulse[0]), .event_d_miss(event_pulse[1]), .event_word(event_pulse[2]),
        .event_flush(event_pulse[3])
    );
    tlb_first #(.ENTRIES(ITLB_ENTRIES)) u_itlb (
        .clk(clk), .rst(rst), .flush(flush_f), .flush_user(flush_user), .flush_kernel(flush_kernel),
        .look(f_translate), .va(f_pc[31:12]), .user_map(f_user_map),
        .hit(f_hit), .pte(f_pte), .big(f_big), .user(f_user), .allowed(f_allowed), .line_valid(iline_valid), .line_tag(iline_tag), .line_hit(f_line_hit), .fill(f_fill), .fill_good(fill_good), .fill_va(fill_va),
        .fill_user_map(fill_user_map), .fill_pte(fill_pte), .fill_big(fill_big)
    );
    tlb_first #(.ENTRIES(DTLB_ENTRIES), .AHEAD(1)) u_dtlb (
        .clk(clk), .rst(rst), .flush(flush_d), .flush_user(flush_user), .flush_kernel(flush_kernel),
        .look(x_memory), .va(x_address[31:12]), .user_map(d_user_map),
        .hit(d_hit), .pte(d_pte), .big(d_big), .user(1'b0), .allowed(d_fetch), .line_valid(1'b0), .line_tag(20'd0), .line_hit(d_line_hit), .fill(d_fill), .fill_good(fill_good), .fill_va(fill_va),
        .fill_user_map(fill_user_map), .fill_pte(fill_pte), .fill_big(fill_big)
    );
    permission u_d_permission (
        .flags(d_pte[7:0]), .access(m_store ? `ACC_STORE : `ACC_LOAD), .user(d_user),
        .sum(mstatus[18]), .mxr(mstatus[19]), .allowed(d_allowed)
    );
    gate u_gate (
        .clk(clk), .rst(rst), .start(gate_start), .name(x_address), .table_ppn(gtbl[21:0]),
        .done(gate_done), .ok(gate_ok), .descriptor(gate_descriptor),
        .read(gate_read), .read_index(gate_index), .read_granted(gate_granted),
        .read_ppn(gate_ppn), .read_hit(aux_hit), .read_data(dline_data),
        .line_request(gate_line), .line_accept(gate_line_accept), .line_done(aux_done),
        .line_error(aux_error)
    );

    // ------------------------------------------------------------- data cache
    // The gate unit goes before the walker; a gate unit at work has the second reader
    // to itself from its first request to its answer.
    wire gate_turn = gate_start;
    assign gate_granted     = aux_granted && gate_turn;
    assign walk_granted     = aux_granted && !gate_turn;
    assign gate_line_accept = aux_accept && gate_turn;
    assign walk_line_accept = aux_accept && !gate_turn;
    wire d_cyc, d_we, d_ack, d_err;
    wire [31:0] d_adr, d_dat_w;
    wire [3:0]  d_sel;
    wire [2:0]  d_cti;
    wire [1:0]  d_bte;
    dcache #(.BYTES(DCACHE_BYTES), .LINE_WORDS(LINE_WORDS)) u_dcache (
        .clk(clk), .rst(rst), .x_read(x_memory), .x_index(x_address[11:2]),
        .flushed(w_redirect),
        .quiet(!m_memory && !(w_valid && (w_stores || w_again || w_uncached))),
        .aux_read(gate_turn ? gate_read : walk_read),
        .aux_index(gate_turn ? gate_index : walk_index), .aux_granted(aux_granted),
        .aux_ppn(gate_turn ? gate_ppn : walk_ppn), .aux_hit(aux_hit),
        .data(dline_data), .data_read(dline_read), .data_newer(dline_newer), .data_stored(dline_stored), .valid(dline_valid), .tag(dline_tag),
        .aux_wait(m_valid && (m_kind[`K_AMO] || m_kind[`K_SC])),
        .store_plain(w_valid && w_stores), .store_word(w_data),
        .store(store), .store_index(w_pa[11:2]), .next_store_index(m_va[11:2]), .store_be(w_be), .store_data(store_data),
        .miss(miss), .miss_pa(w_pa), .miss_error(miss_error),
        .aux_line(gate_turn ? gate_line : walk_line), .aux_accept(aux_accept), .aux_done(aux_done),
        .aux_error(aux_error), .event_miss(event_pulse[7]), .usable(dline_usable),
        .writable(dline_writable), .idle(dline_idle), .load_wait(dline_load_wait),
        .store_wait(dline_store_wait),
        .uncached(uncached), .uncached_we(uncached_we), .uncached_pa(w_pa[31:0]),
        .uncached_be(w_be), .uncached_wdata(w_data), .uncached_done(uncached_done),
        .uncached_error(uncached_error), .clean(clean), .clean_done(clean_done),
        .wb_cyc(d_cyc), .wb_we(d_we), .wb_adr(d_adr), .wb_sel(d_sel), .wb_dat_w(d_dat_w),
        .wb_cti(d_cti), .wb_bte(d_bte), .wb_dat_r(wb_dat_r), .wb_ack(d_ack), .wb_err(d_err)
    );

    bus_arbiter u_arbiter (
        .clk(clk), .rst(rst), .i_cyc(i_cyc), .i_adr(i_adr), .i_cti(i_cti), .i_bte(i_bte), .i_ack(i_ack),
        .i_err(i_err), .d_cyc(d_cyc), .d_we(d_we), .d_adr(d_adr), .d_sel(d_sel),
        .d_dat_w(d_dat_w), .d_cti(d_cti), .d_bte(d_bte), .d_ack(d_ack), .d_err(d_err),
        .wb_cyc(wb_cyc), .wb_stb(wb_stb), .wb_we(wb_we), .wb_adr(wb_adr), .wb_sel(wb_sel),
        .wb_dat_w(wb_dat_w), .wb_cti(wb_cti), .wb_bte(wb_bte), .wb_ack(wb_ack), .wb_err(wb_err)
    );

    wire unused = &{1'b0, f_pc[11:0], w_next, gtbl, csr_write, mcause, mtval, scause, stval, d_fetch, d_line_hit, d_big, f_big, sc_ok,
                    uncached_word};

`ifdef RVFI
    wire [33:0] rvfi_d_paddr;
    wire [31:0] rvfi_d_pte;
    rvfi u_rvfi (
        .clk(clk), .rst(rst), .d_paddr(rvfi_d_paddr), .d_pte(rvfi_d_pte), .x_stall(x_stall),
        .m_insn(m_insn), .m_pte(d_pte), .m_pte_big(d_big), .m_translate(d_translate),
        .m_word(dline_data), .m_mip(mip), .hold(hold), .retire(retire), .trapped(retire_trapped),
        .intr(interrupted_q), .w_pc(w_pc), .w_kind(w_kind), .w_write(w_write), .w_next(w_next),
        .w_taken(w_taken), .w_va(w_va), .w_pa(w_pa), .w_be(w_be), .w_uncached(w_uncached),
        .w_stores(w_stores), .sc_ok(sc_ok), .store_data(store_data),
        .uncached_word(uncached_word), .uncached_trap(uncached_trap), .trap_target(trap_target),
        .to_s(to_s), .file_wd(file_wd), .event_pulse(event_pulse), .mode(mode), .mstatus(mstatus), .mepc(mepc),
        .mcause(mcause), .mtval(mtval), .sepc(sepc), .scause(scause), .stval(stval), .satp(satp),
        .upmar(upmar), .gtbl(gtbl)
        `RVFI_CONN
    );
`endif
endmodule
`default_nettype wire
