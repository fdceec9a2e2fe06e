// The RVFI port: one record for each instruction that retires or traps in W, from
// copies that travel beside the pipeline. Observes only; built under `RVFI.
// The source registers' values come from a register file of its own, written by the
// records, so that a fault in the pipeline's bypass shows as a wrong result.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "rvfi_ports.vh"

// Written: by a trap or gate entry (`entered`), or the value changed.
`define RVFI_CSR(name, entered) \
    reg [31:0] before_``name``_q; \
    always @(posedge clk) if (watched && !hold) before_``name``_q <= name; \
    assign rvfi_csr_``name``_rdata = before_``name``_q; \
    assign rvfi_csr_``name``_wdata = name; \
    assign rvfi_csr_``name``_rmask = 32'hffff_ffff; \
    assign rvfi_csr_``name``_wmask = {32{(entered) || name != before_``name``_q}};

module rvfi (
    input  wire        clk,
    input  wire        rst,

    // D to W
    input  wire [33:0] d_paddr,
    input  wire [31:0] d_pte,
    input  wire        x_stall,
    input  wire [31:0] m_insn,
    input  wire [31:0] m_pte,       // leaf used by the access in M
    input  wire        m_pte_big,
    input  wire        m_translate,
    input  wire [31:0] m_word,      // aligned word the access found
    input  wire [11:0] m_mip,
    input  wire        hold,

    input  wire        retire,
    input  wire        trapped,
    input  wire        intr,
    input  wire [31:0] w_pc,
    input  wire [`K_BITS-1:0] w_kind,
    input  wire        w_write,
    input  wire [31:0] w_next,
    input  wire        w_taken,
    input  wire [31:0] w_va,
    input  wire [33:0] w_pa,
    input  wire [ 3:0] w_be,
    input  wire        w_uncached,
    input  wire        w_stores,
    input  wire        sc_ok,
    input  wire [31:0] store_data,
    input  wire [31:0] uncached_word,
    input  wire        uncached_trap,
    input  wire [31:0] trap_target,
    input  wire        to_s,        // where the trap taken now goes
    input  wire [31:0] file_wd,
    input  wire [ 9:0] event_pulse,

    input  wire [ 1:0] mode,
    input  wire [31:0] mstatus, mepc, mcause, mtval, sepc, scause, stval, satp, upmar, gtbl
    `RVFI_OUTPUTS
);
    // A simulator that only wants to know what retires, where, and which memory it accesses says +unwatched;
    // registers, CSRs and page-map entries are then left out.
    wire watched;
`ifdef VERILATOR
    reg  watched_q;
    initial watched_q = $test$plusargs("unwatched") == 0;
    assign watched = watched_q;
`else
    assign watched = 1'b1;
`endif

    reg [33:0] x_paddr_q, m_paddr_q, w_paddr_q;
    reg [31:0] x_pte_q, m_fetch_pte_q, w_fetch_pte_q, w_pte_q, w_word_q, w_insn_q, late_target_q;
    reg [11:0] w_mip_q;
    reg [1:0]  w_mode_q;
    reg        late_trap_q, late_to_s_q, w_to_s_q;
    reg [63:0] order_q;
    always @(posedge clk) begin
        if (watched) begin
            if (!x_stall) x_pte_q <= d_pte;
            m_fetch_pte_q <= x_pte_q;
            if (!hold) begin
                w_fetch_pte_q <= m_fetch_pte_q;
                w_pte_q  <= !m_translate ? 32'd0 : m_pte_big ? {m_pte[31:20], 10'd0, m_pte[9:0]} : m_pte;
                w_word_q <= m_word;
                w_mip_q  <= m_mip;
                w_to_s_q <= to_s;
            end
            late_to_s_q <= to_s;
        end
        if (!x_stall) x_paddr_q <= d_paddr;
        m_paddr_q <= x_paddr_q;
        if (!hold) begin
            w_paddr_q <= m_paddr_q;
            w_insn_q  <= m_insn;
            w_mode_q  <= mode;
        end
        late_trap_q   <= uncached_trap;
        late_target_q <= trap_target;
        if (rst) order_q <= 64'd0;
        else if (retire) order_q <= order_q + 64'd1;
    end

    // --- Instruction
    reg [31:0] next_pc;
    always @* begin
        next_pc = w_next;
        if (late_trap_q) next_pc = late_target_q;
        else if (w_kind[`K_BRANCH] && !w_taken && !trapped) next_pc = w_pc + 32'd4;
    end
    assign rvfi_valid    = retire;
    assign rvfi_order    = order_q;
    assign rvfi_insn     = w_insn_q;
    assign rvfi_trap     = trapped;
    assign rvfi_halt     = 1'b0;
    assign rvfi_intr     = intr;
    assign rvfi_mode     = w_mode_q;
    assign rvfi_ixl      = 2'd1;
    assign rvfi_pc_rdata = w_pc;
    assign rvfi_pc_wdata = next_pc;
    assign rvfi_pc_paddr = w_paddr_q;
    assign rvfi_pc_pte0  = w_fetch_pte_q;
    assign rvfi_csr_mip_rdata = {20'd0, w_mip_q};
    assign rvfi_event    = event_pulse;

    // --- Registers
    wire use_rs1, use_rs2, write_rd;
    wire illegal, op1_pc, op1_zero, op2_imm;
    wire [`K_BITS-1:0] kind;
    wire [3:0]  alu_op;
    wire [31:0] imm, imm_branch;
    decode u_decode (
        .insn(watched ? w_insn_q : 32'd0), .kind(kind), .illegal(illegal), .alu_op(alu_op), .imm(imm),
        .op1_pc(op1_pc), .op1_zero(op1_zero), .op2_imm(op2_imm), .use_rs1(use_rs1),
        .use_rs2(use_rs2), .write_rd(write_rd), .imm_branch(imm_branch)
    );
    reg [31:0] shadow [0:31];
    always @(posedge clk) if (watched && rvfi_valid && rvfi_rd_addr != 5'd0) shadow[rvfi_rd_addr] <= rvfi_rd_wdata;
    assign rvfi_rs1_addr  = use_rs1 ? w_insn_q[19:15] : 5'd0;
    assign rvfi_rs2_addr  = use_rs2 ? w_insn_q[24:20] : 5'd0;
    assign rvfi_rs1_rdata = rvfi_rs1_addr == 5'd0 ? 32'd0 : shadow[rvfi_rs1_addr];
    assign rvfi_rs2_rdata = rvfi_rs2_addr == 5'd0 ? 32'd0 : shadow[rvfi_rs2_addr];
    assign rvfi_rd_addr   = w_write && !trapped ? w_insn_q[11:7] : 5'd0;
    assign rvfi_rd_wdata  = rvfi_rd_addr == 5'd0 ? 32'd0 : file_wd;

    // --- Memory
    wire load  = w_kind[`K_LOAD] || w_kind[`K_LR] || w_kind[`K_AMO];
    wire store = w_uncached ? w_kind[`K_STORE] : w_stores && (!w_kind[`K_SC] || sc_ok);
    wire gate  = w_kind[`K_SVC] && !trapped;
    wire any   = !trapped && (load || store);
    reg  [31:0] lanes, mem_addr, mem_rdata, mem_wdata, mem_pte;
    reg  [33:0] mem_paddr;
    reg  [3:0]  mem_rmask, mem_wmask;
    always @* begin
        {mem_addr, mem_paddr, mem_rmask, mem_wmask} = 74'd0;
        {mem_rdata, mem_wdata, mem_pte, lanes} = 128'd0;
        if (any) begin
            lanes     = {{8{w_be[3]}}, {8{w_be[2]}}, {8{w_be[1]}}, {8{w_be[0]}}};
            mem_addr  = {w_va[31:2], 2'b00};
            mem_paddr = {w_pa[33:2], 2'b00};
            mem_pte   = w_pte_q;
            if (load) begin
                mem_rmask = w_be;
                mem_rdata = (w_uncached ? uncached_word : w_word_q) & lanes;
            end
            if (store) begin
                mem_wmask = w_be;
                mem_wdata = store_data & lanes;
            end
        end else if (gate) begin
            mem_addr  = w_va;
            mem_paddr = {gtbl[21:0], w_va[7:0], 4'd0};
            mem_rmask = 4'hf;
            mem_rdata = {w_next[31:2], 2'b01};
        end
    end
    assign rvfi_mem_addr  = mem_addr;
    assign rvfi_mem_paddr = mem_paddr;
    assign rvfi_mem_rmask = mem_rmask;
    assign rvfi_mem_wmask = mem_wmask;
    assign rvfi_mem_rdata = mem_rdata;
    assign rvfi_mem_wdata = mem_wdata;
    assign rvfi_mem_pte0  = mem_pte;

    wire trap_to_s = late_trap_q ? late_to_s_q : w_to_s_q;
    wire into_m = trapped && !trap_to_s;
    wire into_s = gate || (trapped && trap_to_s);
    `RVFI_CSR(mstatus, trapped || gate)
    `RVFI_CSR(mepc, into_m) `RVFI_CSR(mcause, into_m) `RVFI_CSR(mtval, into_m)
    `RVFI_CSR(sepc, into_s) `RVFI_CSR(scause, into_s) `RVFI_CSR(stval, into_s)
    `RVFI_CSR(satp, 1'b0) `RVFI_CSR(upmar, 1'b0) `RVFI_CSR(gtbl, 1'b0)
    wire unused = &{1'b0, write_rd, w_pa[1:0], w_kind, kind, illegal, alu_op, imm, imm_branch,
                    op1_pc, op1_zero, op2_imm};
endmodule
`default_nettype wire
