// Is the instruction that retires the one that follows in the program?
// On the whole core: the first record of the RVFI port after reset is of the instruction at RESET_PC, and each other's pc is
// the next pc that the record before it told (`instructions` says that this is the manual's), or, if an interrupt was taken
// in between, the handler's address (bits 31:2; that only what traps has a target with others, `instructions` says); the record of the handler's first instruction, and no other, says so (rvfi_intr).
// Whatever predictor, caches, MMU, CSRs, mode, interrupts, operands and the gate unit do (their outputs are arbitrary here).
// Method: induction
// Flags: -DRVFI
// Files: all
// Cut: counters icache dcache mmu tlb_first mul div csr trap privilege gate bus_arbiter predictor alu regfile
// Cover: 12
// Trace: 12
// Assumes: of the predictor, that what is predicted taken is in the target buffer; the data cache answers an uncached
//     access once; while an interrupt's handler has not retired an instruction, trap.v asks for no other
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "rvfi_ports.vh"
`define SEE (* hierconn *) wire

module program_order (
    input wire        clk,
    input wire        rst,
    input wire [31:0] wb_dat_r,
    input wire        irq_msi, irq_mti, irq_mei, irq_sei,
    input wire [63:0] mtime
);
    wire        rvfi_valid, rvfi_trap, rvfi_intr;
    wire [31:0] rvfi_pc_rdata, rvfi_pc_wdata;
    gatehouse_core core (
        .clk(clk), .rst(rst), .wb_dat_r(wb_dat_r), .wb_ack(1'b0), .wb_err(1'b0),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei), .mtime(mtime),
        .rvfi_valid(rvfi_valid), .rvfi_trap(rvfi_trap), .rvfi_intr(rvfi_intr),
        .rvfi_pc_rdata(rvfi_pc_rdata), .rvfi_pc_wdata(rvfi_pc_wdata)
    );
    `SEE \core.m_interrupt ; `SEE [31:0] \core.trap_target ;
    `SEE \core.f_goes_on , \core.f_taken ; `SEE [31:2] \core.fetch_addr , \core.f_target , \core.f_otherwise ;
    `SEE \core.f_known , \core.u_stage_w.over_q , \core.u_stage_w.error_q , \core.uncached_done ;
    `SEE [31:0] \core.mepc , \core.sepc ;

    reg        began = 1'b0, struck;
    reg [31:0] expected;     // pc of the next record
    always @(posedge clk) begin
        began <= 1'b1;
        if (rst) {struck, expected} <= {1'b0, 32'h0000_1000};
        else if (core.m_interrupt) {struck, expected} <= {1'b1, core.trap_target};
        else if (rvfi_valid) {struck, expected} <= {1'b0, rvfi_pc_wdata};
    end
    always @* begin
        assume (rst == !began);
        assume (!core.f_taken || core.f_known);
        // What the predictor hands on of the choice
        assume (core.fetch_addr == (core.f_goes_on && core.f_taken ? core.f_target : core.f_otherwise));
        if (core.u_stage_w.over_q || core.u_stage_w.error_q) assume (!core.uncached_done);
        // Targets are whole instructions (no_way_out shows it of traps; CSRs hold it so)
        assume (core.trap_target[1:0] == 2'd0 && core.mepc[1:0] == 2'd0 && core.sepc[1:0] == 2'd0);
    end
    always @* if (began && !rst && rvfi_valid) begin
        follows: assert (rvfi_pc_rdata[31:2] == expected[31:2] && rvfi_pc_rdata[1:0] == 2'd0);
        interrupted: assert (rvfi_intr == struck);
    end

`ifndef TRACE
    // --- What carries the induction: where the fetch went on behind each stage's instruction
    `SEE \core.d_valid , \core.x_valid , \core.m_valid , \core.w_valid , \core.m_redirect , \core.w_redirect , \core.hold ;
    `SEE [31:0] \core.m_pc , \core.x_pc , \core.d_pc , \core.w_pc , \core.f_pc , \core.u_fetch.miss_pc_q , \core.m_target , \core.w_target ;
    `SEE [2:0]  \core.u_fetch.state_q ; `SEE \core.u_fetch.running ;
    `SEE \core.d_taken , \core.d_fault , \core.d_known , \core.x_taken , \core.x_fault , \core.x_illegal , \core.m_late , \core.m_taken , \core.m_turn , \core.m_wrong ;
    `SEE \core.m_exception , \core.x_late1 , \core.x_late2 , \core.interrupted_q , \core.w_again , \core.w_turn , \core.w_uncached , \core.w_trapped , \core.w_taken ;
    `SEE [31:2] \core.d_predicted ;
    `SEE [31:0] \core.x_next , \core.x_other , \core.x_branch_target , \core.m_next , \core.m_other , \core.w_next , \core.w_along , \core.x_insn ;
    `SEE [`C_BITS-1:0] \core.x_which , \core.m_which ;
    `SEE \core.x_access , \core.m_access ;
    `SEE [`K_BITS-1:0] \core.x_kind , \core.m_kind , \core.w_kind ;
    `SEE \core.u_stage_d.redirected_q , \core.u_stage_d.wrong_way , \core.d_redirect ; `SEE [31:0] \core.d_target , \core.d_insn ;
    `SEE \core.u_stage_w.started_q , \core.u_stage_w.failed_q , \core.u_rvfi.late_trap_q , \core.m_interrupting ;

    wire x_b = core.x_kind[`K_BRANCH], x_j = core.x_kind[`K_JAL], x_r = core.x_kind[`K_JALR];
    wire m_b = core.m_kind[`K_BRANCH], w_b = core.w_kind[`K_BRANCH];
    wire ends = core.x_fault || core.x_illegal;   // will trap
    // Behind W, M, X, D
    wire [31:0] after_w = !core.w_valid || core.w_again ? expected : rvfi_pc_wdata;
    wire [31:0] m_along = core.m_pc + 32'd4;
    wire [31:0] after_m = !core.m_valid ? after_w : m_b && (!core.m_taken) ? m_along : core.m_next;
    wire [31:0] after_x = !core.x_valid ? after_m : x_b || x_j || x_r ? core.x_next : core.x_pc + 32'd4;
    wire [31:0] after_d = !core.d_valid ? after_x : core.u_stage_d.redirected_q ? core.d_target : core.d_taken ? {core.d_predicted, 2'b00} : core.d_pc + 32'd4;
    wire        void_m = core.w_redirect, void_x = void_m || core.m_redirect, void_d = void_x || (core.x_valid && ends);
    localparam RUN = 3'd0, HALT = 3'd4;
    always @* if (began) begin
        carry_struck: assert (core.interrupted_q == struck);
        if (core.w_valid) carry_w: assert (core.w_pc[31:2] == expected[31:2]);
        if (core.w_redirect) carry_w_target: assert (core.w_target[31:2] == after_w[31:2] || core.u_stage_w.error_q);
        if (core.m_valid && !void_m) carry_m: assert (core.m_pc[31:2] == after_w[31:2]);
        if (core.x_valid && !void_x) carry_x: assert (core.x_pc[31:2] == after_m[31:2]);
        if (core.d_valid && !void_d) carry_d: assert (core.d_pc[31:2] == after_x[31:2]);
        carry_running: assert (core.u_fetch.running == (core.u_fetch.state_q == RUN));
        if (core.u_fetch.state_q == RUN && !void_d && !core.d_redirect) carry_f: assert (core.f_pc[31:2] == after_d[31:2]);
        if (core.u_fetch.state_q != RUN && core.u_fetch.state_q != HALT && !void_d && !core.d_redirect) carry_miss: assert (core.u_fetch.miss_pc_q[31:2] == after_d[31:2]);
        // Behind a fetch that faulted nothing is fetched
        carry_d_fault: assert (!core.d_valid || !core.d_fault || (core.u_fetch.state_q == HALT && !core.d_taken && core.d_insn == 32'd0));
        carry_redirected: assert (!core.u_stage_d.redirected_q || (core.d_valid && core.u_stage_d.wrong_way));
        carry_x_fault: assert (!core.x_valid || !core.x_fault || (!core.d_valid && core.u_fetch.state_q == HALT));
        // Formats
        carry_aligned: assert (core.f_pc[1:0] == 2'd0 && core.u_fetch.miss_pc_q[1:0] == 2'd0 && (!core.d_valid || core.d_pc[1:0] == 2'd0) &&
                               (!core.x_valid || core.x_pc[1:0] == 2'd0) && (!core.m_valid || core.m_pc[1:0] == 2'd0) && (!core.w_valid || core.w_pc[1:0] == 2'd0));
        carry_d_known: assert (!core.d_valid || !core.d_taken || core.d_known);
        if (core.x_valid) begin
            carry_x_kind: assert ((core.x_kind & (core.x_kind - 1'b1)) == {`K_BITS{1'b0}} && (!ends || core.x_kind == {`K_BITS{1'b0}}));
            carry_x_next: assert (!x_b || core.x_taken || core.x_next == core.x_pc + 32'd4);
            carry_x_other: assert (ends || core.x_other == (x_b && !core.x_taken ? core.x_branch_target : core.x_pc + 32'd4));
            carry_x_taken: assert (ends || !core.x_taken || x_b);
            carry_x_access: assert (!core.x_access || ends || core.x_kind[`K_LOAD] || core.x_kind[`K_STORE] || core.x_kind[`K_LR] || core.x_kind[`K_SC] || core.x_kind[`K_AMO]);
            carry_x_which: assert (core.x_which == {`C_BITS{1'b0}} || core.x_kind[`K_CSR]);
            carry_x_none: assert (ends || core.x_kind != {`K_BITS{1'b0}});
        end
        if (core.m_valid) begin
            carry_m_kind: assert ((core.m_kind & (core.m_kind - 1'b1)) == {`K_BITS{1'b0}});
            carry_m_access: assert (!core.m_access || core.m_exception || core.m_kind[`K_LOAD] || core.m_kind[`K_STORE] || core.m_kind[`K_LR] || core.m_kind[`K_SC] || core.m_kind[`K_AMO]);
            carry_m_which: assert (core.m_which == {`C_BITS{1'b0}} || core.m_kind[`K_CSR]);
            carry_m_ends: assert (core.m_exception || core.m_kind != {`K_BITS{1'b0}});
            carry_m_turn: assert (!core.m_turn || (m_b && core.m_wrong && !core.m_late));
            carry_m_taken: assert (!core.m_taken || m_b);
            carry_m_other: assert (!m_b || core.m_other == (core.m_turn ^ core.m_taken ? m_along : core.m_next) || (!core.m_turn && !core.m_late));
            carry_m_wrong: assert (!core.m_wrong || (m_b && (core.m_turn || core.m_taken)) || core.m_kind[`K_JAL] || core.m_kind[`K_JALR]);
            carry_m_late: assert (!m_b || !core.m_late || !core.m_turn);
        end
        if (core.w_valid) begin
            carry_w_one: assert ({2'd0, core.w_uncached} + core.w_again + core.w_trapped + core.w_turn < 3'd2);
            carry_w_turn: assert (!core.w_turn || w_b);
            carry_w_along: assert (!(core.w_turn || core.w_uncached) || core.u_stage_w.failed_q || core.w_along == rvfi_pc_wdata);
            carry_w_uncached: assert (!core.w_uncached || core.w_kind[`K_LOAD] || core.w_kind[`K_STORE]);
            carry_w_started: assert (!core.u_stage_w.started_q || (core.w_uncached && !core.m_valid && !core.x_valid));
        end
        carry_failed: assert (!core.u_stage_w.failed_q || core.u_stage_w.over_q);
        carry_over: assert (!(core.u_stage_w.over_q || core.u_stage_w.error_q) || (core.w_valid && core.u_stage_w.started_q));
        carry_erred: assert (!(core.u_stage_w.over_q && core.u_stage_w.error_q) || core.u_stage_w.failed_q);
        carry_late_trap: assert (core.u_rvfi.late_trap_q == core.u_stage_w.failed_q);
    end
`endif

    always @* if (began && !rst) begin
        cover (rvfi_valid && rvfi_intr);
        cover (rvfi_valid && rvfi_trap);
        cover (rvfi_valid && rvfi_pc_wdata != rvfi_pc_rdata + 32'd4 && !rvfi_trap);
    end
endmodule
`default_nettype wire
