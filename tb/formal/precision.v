// Does an instruction that does not retire leave anything behind?
// On the whole core, whatever predictor, caches, multiplier, divider and bus do (their outputs are arbitrary here):
//  1 a register is written only as its instruction retires without a trap, and the data cache only as a store, SC or AMO does;
//  2 what commits in M (CSR, fence, xRET, gate, trap) is the instruction that retires in the next cycle; an interrupt takes the
//    place of one, which then does not retire; only one thing commits at a time; and but by these no CSR changes;
//  3 an access to a device is begun once, by an instruction that stays alone in W until it has retired, and nothing commits
//    meanwhile but its own bus error;
//  4 a redirect by M or W leaves nothing younger in the pipeline, and what goes round again has changed nothing.
// Method: induction
// Files: all
// Cut: predictor mul div counters icache dcache mmu tlb_first
// Cover: 20
// Mutants: step
// Assumes: the data cache answers an uncached access once
// Not here: that the instruction that retires is the one that follows in the program (order and targets); deadlock
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`define SEE (* hierconn *) wire

module precision (
    input wire        clk,
    input wire        rst,
    input wire [31:0] wb_dat_r,
    input wire        wb_ack, wb_err,
    input wire        irq_msi, irq_mti, irq_mei, irq_sei,
    input wire [63:0] mtime
);
    gatehouse_core #(.TLB_ENTRIES(4), .ITLB_ENTRIES(2), .DTLB_ENTRIES(2)) core (
        .clk(clk), .rst(rst), .wb_dat_r(wb_dat_r), .wb_ack(wb_ack), .wb_err(wb_err),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei), .mtime(mtime)
    );
    `SEE \core.file_we ; `SEE [4:0] \core.file_wa ; `SEE \core.store ; `SEE \core.uncached ; `SEE \core.miss ;
    `SEE \core.csr_write ; `SEE \core.csr_commit ; `SEE \core.fence_commit ; `SEE \core.mret_commit ; `SEE \core.sret_commit ;
    `SEE \core.gate_commit ; `SEE \core.m_trap ; `SEE \core.m_interrupt ; `SEE \core.uncached_trap ;
    `SEE \core.retire ; `SEE \core.retire_trapped ; `SEE \core.hold ; `SEE \core.squash ;
    `SEE \core.d_valid ; `SEE \core.x_valid ; `SEE \core.m_valid ; `SEE \core.w_valid ;
    `SEE [31:0] \core.m_pc ; `SEE [31:0] \core.w_pc ; `SEE [33:0] \core.w_pa ; `SEE [4:0] \core.w_rd ;
    `SEE [`K_BITS-1:0] \core.x_kind ; `SEE [`K_BITS-1:0] \core.m_kind ; `SEE [`K_BITS-1:0] \core.w_kind ;
    `SEE \core.w_again ; `SEE \core.w_uncached ; `SEE \core.w_stores ; `SEE \core.w_turn ; `SEE \core.w_trapped ; `SEE \core.w_write ;
    `SEE \core.m_redirect ; `SEE \core.w_redirect ; `SEE \core.x_stall ; `SEE \core.u_stage_w.started_q ;
    `SEE \core.u_stage_w.over_q ; `SEE \core.u_stage_w.failed_q ; `SEE \core.u_stage_w.error_q ; `SEE \core.uncached_done ;

    wire commits = core.csr_commit || core.fence_commit || core.mret_commit || core.sret_commit || core.gate_commit || core.m_trap;
    wire w_store = core.w_kind[`K_STORE] || core.w_kind[`K_SC] || core.w_kind[`K_AMO];

    // All that CSR instructions, traps and returns change, but the scratch registers and the counters, which are in RAMs
    `SEE [1:0] \core.mode ; `SEE [31:0] \core.mstatus ; `SEE [31:0] \core.satp ; `SEE [31:0] \core.upmar ; `SEE [31:0] \core.gtbl ;
    `SEE [31:0] \core.mtvec ; `SEE [31:0] \core.stvec ; `SEE [31:0] \core.medeleg ; `SEE [11:0] \core.mideleg ; `SEE [11:0] \core.mie ;
    `SEE [31:0] \core.mepc ; `SEE [31:0] \core.mcause ; `SEE [31:0] \core.mtval ; `SEE [31:0] \core.sepc ; `SEE [31:0] \core.scause ;
    `SEE [31:0] \core.stval ; `SEE [63:0] \core.u_csr.stimecmp_q ; `SEE [12:0] \core.inhibit , \core.u_csr.mcounteren_q , \core.u_csr.scounteren_q ;
    `SEE \core.u_csr.ssip_q , \core.u_csr.stip_q , \core.u_csr.seip_q , \core.u_csr.stce_q , \core.u_csr.mfiom_q , \core.u_csr.sfiom_q ;
    wire [550:0] csrs = {core.mode, core.mstatus, core.satp, core.upmar, core.gtbl, core.mtvec, core.stvec, core.medeleg, core.mideleg,
        core.mie, core.mepc, core.mcause, core.mtval, core.sepc, core.scause, core.stval, core.u_csr.stimecmp_q, core.inhibit,
        core.u_csr.mcounteren_q, core.u_csr.scounteren_q, core.u_csr.ssip_q, core.u_csr.stip_q, core.u_csr.seip_q, core.u_csr.stce_q,
        core.u_csr.mfiom_q, core.u_csr.sfiom_q};
    reg [550:0] old_csrs;
    reg         old_changes;

    reg         began = 1'b0, was_reset;
    reg         old_commits, old_trap, old_interrupt, old_m_redirect, old_w_redirect, old_again;
    reg  [31:0] old_pc;
    reg         begun, erred;     // an access to a device, its bus error
    reg  [31:0] begun_pc;
    reg  [33:0] begun_pa;
    always @(posedge clk) begin
        began          <= 1'b1;
        was_reset      <= rst;
        old_commits    <= commits;
        old_csrs       <= csrs;
        old_changes    <= core.csr_write || core.mret_commit || core.sret_commit || core.gate_commit || core.m_trap || core.m_interrupt || core.uncached_trap;
        old_trap       <= core.m_trap;
        old_interrupt  <= core.m_interrupt;
        old_m_redirect <= core.m_redirect;
        old_w_redirect <= core.w_redirect;
        old_again      <= core.w_valid && core.w_again;
        old_pc         <= core.m_pc;
        if (core.uncached) {begun, begun_pc, begun_pa} <= {1'b1, core.w_pc, core.w_pa};
        if (core.retire || rst) begun <= 1'b0;
        erred <= !rst && (core.uncached_trap || (erred && !core.retire));
    end
    `SEE \core.f_goes_on , \core.f_taken ; `SEE [31:2] \core.fetch_addr , \core.f_target , \core.f_otherwise ;
    always @* if (!began) assume (rst);
    always @* begin
        // What the predictor hands on of the choice
        assume (core.fetch_addr == (core.f_goes_on && core.f_taken ? core.f_target : core.f_otherwise));
    end
    always @* if (core.u_stage_w.over_q || core.u_stage_w.error_q) assume (!core.uncached_done);

    always @* if (began && !was_reset && !rst) begin
        // 1
        if (core.file_we) assert (core.w_valid && core.retire && !core.retire_trapped && core.file_wa == core.w_rd);
        if (core.store) assert (core.w_valid && core.retire && !core.retire_trapped && w_store);
        // 2
        if (old_commits) begin
            assert (core.w_valid && core.retire && core.w_pc == old_pc && core.retire_trapped == old_trap);
            assert (!core.store && !core.uncached && !core.miss);
        end
        assert (old_changes || csrs == old_csrs);
        if (old_interrupt) assert (!core.w_valid && !core.retire);
        assert ({2'd0, core.csr_commit} + core.fence_commit + core.mret_commit + core.sret_commit + core.gate_commit + core.m_trap +
                core.m_interrupt + core.uncached_trap <= 3'd1);
        assert (!core.csr_write || core.csr_commit);
        // 3
        if (core.uncached) assert (!begun && core.w_valid && !core.retire);
        if (begun) begin
            assert (core.w_valid && core.w_uncached && core.w_pc == begun_pc && core.w_pa == begun_pa);
            assert (core.retire || !(commits || core.m_interrupt || core.store || core.miss || core.file_we));
        end
        if (core.uncached_trap) assert (begun && !erred);
        if (core.retire && core.w_uncached) assert (begun && core.retire_trapped == erred);
        // 4
        if (old_m_redirect || old_w_redirect) assert (!core.d_valid && !core.x_valid && !core.m_valid);
        if (old_again) assert (!core.w_valid);
        if (core.w_valid && core.w_again) assert (!core.retire && !core.file_we && !core.store && !core.uncached && !commits);
    end

    // --- What carries the induction
    localparam [`K_BITS-1:0] ACCESS = 1 << `K_LOAD | 1 << `K_STORE | 1 << `K_LR | 1 << `K_SC | 1 << `K_AMO;
    `SEE \core.x_access , \core.m_access , \core.x_fault , \core.x_illegal ;
    `SEE \core.m_exception ;
    always @* if (began) begin
        // Memory is accessed by what does, or is illegal
        assert (!core.x_valid || !core.x_access || core.x_fault || core.x_illegal || (core.x_kind & ACCESS) != {`K_BITS{1'b0}});
        assert (!core.m_valid || !core.m_access || core.m_exception || (core.m_kind & ACCESS) != {`K_BITS{1'b0}});
        assert (!core.x_valid || (core.x_kind & (core.x_kind - 1'b1)) == {`K_BITS{1'b0}});
        assert (!core.m_valid || (core.m_kind & (core.m_kind - 1'b1)) == {`K_BITS{1'b0}});
        if (core.w_valid) begin
            assert ({2'd0, core.w_uncached} + core.w_stores + core.w_again + core.w_trapped + core.w_turn <= 3'd1);
            assert (!core.w_stores || w_store);
            assert (!core.w_trapped || !core.w_write);
        end
        assert (core.u_stage_w.started_q == begun);
        assert (core.u_stage_w.failed_q == erred && (!erred || begun));
        assert (!(core.u_stage_w.over_q || core.u_stage_w.error_q) || begun);
        assert (erred == (core.u_stage_w.over_q && core.u_stage_w.error_q));
        assert (!begun || (core.w_valid && core.w_uncached));
        assert (!was_reset || (!core.w_valid && !core.m_valid));
    end

    always @* if (began && !was_reset) begin
        cover (core.retire && core.w_uncached && erred);
        cover (begun && core.retire && !erred && core.file_we);
        cover (old_commits && !old_trap);
        cover (old_again && old_w_redirect);
        cover (core.store && core.w_kind[`K_AMO]);
    end
endmodule
`default_nettype wire
