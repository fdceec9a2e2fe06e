// Can a program in U leave U, or change what confines it, except through the kernel's doors?
// On the whole core, in every state that it can be in after reset, whatever the bus, the interrupt lines, the predictor, the
// caches, the multiplier, the divider and the counters do (their outputs are arbitrary here):
//  1 in U every CSR of S and M and the mode keep their values, except by a trap, an interrupt or a gate entry;
//  2 these write what the manual says and no more, to the mode it says;
//  3 the next fetch is then at stvec or mtvec, direct or vectored, or at the entry of a gate; all that is younger is gone;
//  4 the entry is that of a descriptor that was read from gtbl's page after all older stores, is valid and has the name given;
//  5 U is entered by mret and sret only, and begins at mepc or sepc; M is entered by traps only;
//  6 in S, what belongs to M keeps its value except by a trap into M.
// Method: induction
// Files: all
// Cut: predictor mul div counters icache dcache
// Cover: 24
// Mutants: step
// Not here: that the data cache answers with what memory holds
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`define SEE (* hierconn *) wire

module no_way_out (
    input wire        clk,
    input wire        rst,
    input wire [31:0] wb_dat_r,
    input wire        wb_ack, wb_err,
    input wire        irq_msi, irq_mti, irq_mei, irq_sei,
    input wire [63:0] mtime
);
    wire [1:0] mode;
    gatehouse_core #(.TLB_ENTRIES(4), .ITLB_ENTRIES(2), .DTLB_ENTRIES(2)) core (
        .clk(clk), .rst(rst), .wb_dat_r(wb_dat_r), .wb_ack(wb_ack), .wb_err(wb_err),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei),
        .mtime(mtime), .mode(mode)
    );
    // What happens at the end of this cycle
    `SEE \core.any_trap ; `SEE \core.m_interrupt ; `SEE \core.to_s ; `SEE \core.gate_commit ;
    `SEE \core.uncached_trap ; `SEE \core.mret_commit ; `SEE \core.sret_commit ;
    `SEE [31:0] \core.m_pc ; `SEE [31:0] \core.w_pc ; `SEE [31:0] \core.m_va ; `SEE [31:0] \core.f_pc ;
    `SEE \core.d_valid ; `SEE \core.x_valid ; `SEE \core.m_valid ; `SEE \core.w_valid ; `SEE \core.retire ;
    // State
    `SEE [31:0] \core.mstatus ; `SEE [31:0] \core.satp ; `SEE [31:0] \core.upmar ; `SEE [31:0] \core.gtbl ;
    `SEE [31:0] \core.mtvec ; `SEE [31:0] \core.stvec ; `SEE [31:0] \core.medeleg ; `SEE [11:0] \core.mideleg ;
    `SEE [11:0] \core.mie ; `SEE [12:0] \core.inhibit ;
    `SEE [31:0] \core.mepc ; `SEE [31:0] \core.mcause ; `SEE [31:0] \core.mtval ;
    `SEE [31:0] \core.sepc ; `SEE [31:0] \core.scause ; `SEE [31:0] \core.stval ;
    `SEE \core.csr_write ; `SEE [`C_BITS-1:0] \core.m_which ; `SEE [63:0] \core.u_csr.stimecmp_q ;
    `SEE \core.u_csr.ssip_q ; `SEE \core.u_csr.stip_q ; `SEE \core.u_csr.seip_q ; `SEE \core.u_csr.stce_q ;
    `SEE \core.u_csr.mfiom_q ; `SEE \core.u_csr.sfiom_q ;
    `SEE [12:0] \core.u_csr.mcounteren_q ; `SEE [12:0] \core.u_csr.scounteren_q ;

    // --- State, by who may change it
    localparam [31:0] S_STACK = 32'h0000_0122;  // SPP, SPIE, SIE: written by an entry to S
    localparam [31:0] M_STACK = 32'h0000_1888;  // MPP, MPIE, MIE
    localparam [31:0] S_FIELDS = 32'h000c_0122; // sstatus
    localparam [31:0] MPRV = 32'h0002_0000;     // cleared by sret
    wire [31:0] mstatus = core.mstatus;
    wire [95:0] s_trap = {core.sepc, core.scause, core.stval};
    wire [95:0] m_trap = {core.mepc, core.mcause, core.mtval};
    wire [154:0] s_rest = {core.satp, core.upmar, core.gtbl, core.stvec, core.u_csr.scounteren_q, core.u_csr.ssip_q,
                           core.u_csr.sfiom_q, core.mie & core.mideleg};
    wire [117:0] m_rest = {core.mtvec, core.medeleg, core.mideleg, core.mie & ~core.mideleg, core.inhibit,
                           core.u_csr.mcounteren_q, core.u_csr.stip_q, core.u_csr.seip_q, core.u_csr.stce_q, core.u_csr.mfiom_q};
    // By CSR instructions: the scratch registers, which are in a RAM, and the counters have no other way
    localparam [`C_BITS-1:0] ONE = 1;
    localparam [`C_BITS-1:0] M_ONLY = ONE << `C_MSTATUS | ONE << `C_MEDELEG | ONE << `C_MIDELEG | ONE << `C_MIE | ONE << `C_MIP
        | ONE << `C_MCOUNTEREN | ONE << `C_INHIBIT | ONE << `C_MENVCFG | ONE << `C_MENVCFGH | ONE << `C_MEPC | ONE << `C_MCAUSE
        | ONE << `C_MTVAL | ONE << `C_COUNTER | ONE << `C_MISA | ONE << `C_MTVEC | ONE << `C_MSCRATCH;

    // --- The last word that the gate unit read
    `SEE \core.gate_read ; `SEE \core.gate_granted ; `SEE [11:2] \core.gate_index ; `SEE [33:12] \core.gate_ppn ;
    `SEE \core.aux_hit ; `SEE [31:0] \core.dline_data ;
    reg        asked, older_done;
    reg [11:2] asked_index;
    reg [33:2] read_address;
    reg [31:0] read_word;
    always @(posedge clk) begin
        asked       <= core.gate_read && core.gate_granted && !rst;
        asked_index <= core.gate_index;
        if (asked && core.aux_hit) begin
            read_address <= {core.gate_ppn, asked_index};
            read_word    <= core.dline_data;
        end
        older_done <= !core.gate_read || (!core.m_valid && !core.w_valid);
    end

    // --- Where it came from: the cycle before
    reg        began = 1'b0, was_reset;
    reg [1:0]  old_mode;
    reg        old_trap, old_interrupt, old_to_s, old_gate, old_mret, old_sret;
    reg [31:0] old_mstatus, old_trap_pc, old_name;
    reg [95:0] old_s_trap, old_m_trap;
    reg [154:0] old_s_rest;
    reg [117:0] old_m_rest;
    reg [63:0] old_stimecmp;
    always @(posedge clk) begin
        began         <= 1'b1;
        was_reset     <= rst;
        old_mode      <= mode;
        old_trap      <= core.any_trap;
        old_interrupt <= core.m_interrupt;
        old_to_s      <= core.to_s;
        old_gate      <= core.gate_commit;
        old_mret      <= core.mret_commit;
        old_sret      <= core.sret_commit;
        old_trap_pc   <= core.uncached_trap ? core.w_pc : core.m_pc;
        old_name      <= core.m_va;
        old_mstatus   <= mstatus;
        {old_s_trap, old_m_trap} <= {s_trap, m_trap};
        {old_s_rest, old_m_rest} <= {s_rest, m_rest};
        old_stimecmp  <= core.u_csr.stimecmp_q;
    end
    wire from_u = old_mode == `MODE_U;
    wire from_s = old_mode == `MODE_S;
    wire enter  = old_trap || old_gate;
    wire into_s = old_gate || (old_trap && old_to_s);
    wire into_m = old_trap && !old_to_s;
    wire [31:0] changed = mstatus ^ old_mstatus;

    wire [31:0] cause = into_m ? core.mcause : core.scause;
    wire [31:0] tvec  = into_m ? core.mtvec : core.stvec;
    wire [31:0] handler = {tvec[31:2], 2'b00} + (cause[31] && tvec[0] ? {25'd0, cause[4:0], 2'b00} : 32'd0);
    wire [31:0] delegated = cause[31] ? {20'd0, core.mideleg} : core.medeleg;

    `SEE \core.f_goes_on , \core.f_taken ; `SEE [31:2] \core.fetch_addr , \core.f_target , \core.f_otherwise ;
    always @* if (!began) assume (rst);
    always @* begin
        // What the predictor hands on of the choice
        assume (core.fetch_addr == (core.f_goes_on && core.f_taken ? core.f_target : core.f_otherwise));
    end
    always @* if (began && !was_reset) begin
        assert (!(old_trap && old_gate));

        // 1
        if (from_u) begin
            assert ((mode != `MODE_U) == enter);
            assert (s_rest == old_s_rest && m_rest == old_m_rest && core.u_csr.stimecmp_q == old_stimecmp);
            assert (into_s || s_trap == old_s_trap);
            assert (into_m || m_trap == old_m_trap);
            assert ((changed & ~(into_s ? S_STACK : into_m ? M_STACK : 32'd0)) == 32'd0);
        end
        // 2
        if (into_s) begin
            assert (mode == `MODE_S);
            assert (mstatus[8] == old_mode[0] && mstatus[5] == old_mstatus[1] && !mstatus[1]);
            assert (core.sepc == (old_gate ? old_trap_pc + 32'd4 : old_trap_pc));
            assert (core.scause[31] == old_interrupt);
        end
        if (into_m) begin
            assert (mode == `MODE_M);
            assert (mstatus[12:11] == old_mode && mstatus[7] == old_mstatus[3] && !mstatus[3]);
            assert (core.mepc == old_trap_pc);
            assert (core.mcause[31] == old_interrupt);
        end
        if (old_trap) assert (old_to_s == (delegated[cause[4:0]] && old_mode != `MODE_M));
        if (old_gate) assert (from_u && core.scause == 32'd25 && core.stval == old_name);
        // 3
        if (enter) begin
            assert (core.f_pc == (old_gate ? {read_word[31:2], 2'b00} : handler));
            assert (!core.d_valid && !core.x_valid && !core.m_valid);
        end
        // 4
        if (old_gate) begin
            assert (core.gtbl[31] && core.stval[31:8] == 24'd0);
            assert (read_word[1:0] == 2'b01);
            assert (read_address == {core.gtbl[21:0], core.stval[7:0], 2'b00});
        end
        assert (older_done);
        // 5
        if (!from_u && mode == `MODE_U) begin
            assert (!enter && (old_mret || old_sret));
            assert (core.f_pc == (old_mret ? core.mepc : core.sepc));
            assert (!core.d_valid && !core.x_valid && !core.m_valid);
            if (old_mret) assert (old_mode == `MODE_M && old_mstatus[12:11] == `MODE_U);
            else assert (!old_mstatus[8]);
        end
        if (old_mode != `MODE_M && mode == `MODE_M) assert (into_m);
        // 6
        if (from_s) begin
            assert (m_rest == old_m_rest);
            assert (into_m || m_trap == old_m_trap);
            assert ((changed & ~(into_m ? M_STACK : S_FIELDS | (old_sret ? MPRV : 32'd0))) == 32'd0);
        end
    end

    // --- What carries the induction
`ifndef TRACE
    `SEE \core.interrupt ; `SEE [4:0] \core.u_trap.cause_q ; `SEE \core.u_trap.to_s_q ; `SEE [31:2] \core.u_trap.target_q ;
    `SEE [31:0] \core.u_fetch.miss_pc_q ; `SEE [31:0] \core.d_pc ; `SEE [31:0] \core.x_pc ; `SEE [31:0] \core.x_other ; `SEE [31:0] \core.m_other ; `SEE [31:0] \core.m_next ;
    `SEE [`K_BITS-1:0] \core.x_kind ; `SEE [`K_BITS-1:0] \core.m_kind ; `SEE \core.m_exception ; `SEE \core.m_turn ; `SEE \core.u_stage_w.error_q ; `SEE \core.w_uncached ; `SEE [31:0] \core.m_insn ;
    `SEE [31:0] \core.x_address ; `SEE [2:0] \core.u_gate.state_q ; `SEE \core.u_gate.found_q ; `SEE [31:0] \core.u_gate.word_q ;
    `SEE \core.x_no_csr , \core.gates_q , \core.x_solo , \core.u_stage_x.svc_q , \core.u_gate.named_q ; `SEE [31:0] \core.x_insn ;
    `SEE [`C_BITS-1:0] \core.x_which ; `SEE \core.m_delegated , \core.x_settles ; `SEE [4:0] \core.m_cause ;
    localparam [`K_BITS-1:0] ACCESS = 1 << `K_LOAD | 1 << `K_STORE | 1 << `K_LR | 1 << `K_SC | 1 << `K_AMO;
    `SEE \core.x_access , \core.m_access , \core.x_fault , \core.x_illegal , \core.d_fault ; `SEE [31:0] \core.d_insn ;
    wire [`C_BITS-1:0] ghost_which;
    wire        ghost_exists;
    csr_address ghost (.active(core.x_kind[`K_CSR]), .address(core.x_insn[31:20]), .which(ghost_which), .exists(ghost_exists));
    wire [31:0] i_tvec = core.u_trap.to_s_q ? core.stvec : core.mtvec;
    wire        gate_works = core.u_gate.state_q != 3'd0;
    wire        gate_done  = core.u_gate.state_q == 3'd4;
    always @* if (began) begin
        assert (mode != 2'd2 && mstatus[12:11] != 2'd2);
        assert (core.f_pc[1:0] == 2'd0 && core.u_fetch.miss_pc_q[1:0] == 2'd0 && (!core.d_valid || core.d_pc[1:0] == 2'd0));
        assert ((!core.x_valid || core.x_pc[1:0] == 2'd0) && (!core.m_valid || core.m_pc[1:0] == 2'd0));
        assert (!core.w_valid || core.w_pc[1:0] == 2'd0);
        assert (mode == `MODE_M || !mstatus[17]);   // isolation leans on it
        // An interrupt that is to be taken was judged in the state as it is
        if (core.interrupt) begin
            assert (core.u_trap.to_s_q == core.mideleg[core.u_trap.cause_q]);
            assert (core.u_trap.target_q == i_tvec[31:2] + (i_tvec[0] ? {25'd0, core.u_trap.cause_q} : 30'd0));
            assert (core.u_trap.cause_q <= 5'd11 && (!core.u_trap.to_s_q || mode != `MODE_M));
        end
        // An instruction is of one kind
        assert (!core.x_valid || (core.x_kind & (core.x_kind - 1'b1)) == {`K_BITS{1'b0}});
        assert (!core.m_valid || (core.m_kind & (core.m_kind - 1'b1)) == {`K_BITS{1'b0}});
        assert (!core.x_valid || !core.x_kind[`K_SVC] || core.x_other == core.x_pc + 32'd4);
        assert (!core.m_valid || !core.m_kind[`K_SVC] || core.m_other == core.m_pc + 32'd4);
        assert (!core.u_stage_w.error_q || (core.w_valid && core.w_uncached));
        assert (!core.m_valid || !core.m_turn || core.m_kind[`K_BRANCH]);
        // What goes on to commit, the mode may do
        if (core.m_valid && !core.m_exception) begin
            assert (!core.m_kind[`K_CSR] || mode >= core.m_insn[29:28]);
            assert (!core.m_kind[`K_CSR] || core.m_insn[31:30] != 2'b11 || !(core.m_insn[13:12] == 2'd1 || core.m_insn[19:15] != 5'd0));
            assert ((core.m_which & M_ONLY) == {`C_BITS{1'b0}} || mode == `MODE_M || core.m_insn[31:30] == 2'b11);
            assert (core.m_which == {`C_BITS{1'b0}} || core.m_kind[`K_CSR]);
            assert (!core.m_kind[`K_MRET] || mode == `MODE_M);
            assert (!core.m_kind[`K_SRET] || mode != `MODE_U);
        end
        // Memory is accessed by what does, or is illegal
        assert (!core.x_valid || !core.x_access || core.x_fault || core.x_illegal || (core.x_kind & ACCESS) != {`K_BITS{1'b0}});
        assert (!core.m_valid || !core.m_access || core.m_exception || (core.m_kind & ACCESS) != {`K_BITS{1'b0}});
        assert (!core.d_valid || !core.d_fault || core.d_insn == 32'd0);
        // Who is to have an exception, X has looked up
        assert (!core.m_valid || !core.m_exception || mode == `MODE_M || core.m_delegated == core.medeleg[core.m_cause]);
        assert (!core.m_valid || !core.m_which[`C_MEDELEG] || !core.x_valid);
        assert (!core.x_valid || !core.x_which[`C_MEDELEG] || core.x_settles);
        // What D found out about the CSR and the gate holds in X
        if (core.x_valid) begin
            assert (core.x_which == ghost_which && core.x_no_csr == (core.x_kind[`K_CSR] && (!ghost_exists ||
                    (core.x_insn[31:30] == 2'b11 && (core.x_insn[13:12] == 2'd1 || core.x_insn[19:15] != 5'd0)))));
            assert (core.gates_q == (mode == `MODE_U && core.gtbl[31]));
            assert (!core.x_kind[`K_SVC] || core.x_solo);
            assert (!core.x_kind[`K_SVC] || !core.u_stage_x.svc_q ||
                    core.u_gate.named_q == (core.x_address[31:8] == 24'd0 && core.gtbl[21:19] == 3'b001));
        end
        // The gate unit at work, and its svc in M
        if (gate_works) begin
            assert (core.x_valid && core.x_kind[`K_SVC] && core.u_stage_x.svc_q && !core.m_valid && !core.w_valid);
            assert (mode == `MODE_U && core.gtbl[31]);
            assert (gate_done || core.x_address[31:8] == 24'd0);
            assert (asked == (core.u_gate.state_q == 3'd1));
            assert (!asked || asked_index == {core.x_address[7:0], 2'b00});
        end
        if (gate_done && core.u_gate.found_q) begin
            assert (core.u_gate.word_q == read_word && core.x_address[31:8] == 24'd0);
            assert (read_address == {core.gtbl[21:0], core.x_address[7:0], 2'b00});
        end
        if (core.m_valid && core.m_kind[`K_SVC] && !core.m_exception) begin
            assert (mode == `MODE_U && core.gtbl[31] && core.m_va[31:8] == 24'd0 && !asked);
            assert (core.m_next == {read_word[31:2], 2'b00} && read_word[1:0] == 2'b01);
            assert (read_address == {core.gtbl[21:0], core.m_va[7:0], 2'b00});
        end
    end

`endif

    always @* if (began && !rst) begin
        if (mode == `MODE_U) assert (!core.csr_write);
        if (mode == `MODE_S) assert (!core.csr_write || (core.m_which & M_ONLY) == {`C_BITS{1'b0}});
    end

    always @* if (began && !was_reset) begin
        cover (from_u && old_trap && old_interrupt && into_s && core.stvec[0]);
        cover (from_u && into_m && !old_interrupt);
        cover (old_gate);
        cover (from_s && old_sret && mode == `MODE_U);
    end
endmodule
`default_nettype wire
