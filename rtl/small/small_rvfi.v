// The small core's RVFI port: what is seen of one instruction from its fetch to its end makes a record, given out
// as the next one begins, when it is known where that is. Observes only; built under `RVFI. Registers and CSRs are
// copies, made from the writes of the file.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "small_defs.vh"
`include "small_states.vh"
`include "rvfi_ports.vh"

// A CSR that is in the file. Written: by a trap or gate entry (`entered`), or the value changed.
`define SMALL_RVFI_CSR(name, slot, entered) \
    reg [31:0] name, before_``name``_q; \
    always @(posedge clk) begin \
        if (rst) name <= 32'd0; \
        else if (write && waddr == {1'b1, slot}) name <= next; \
        if (state == `S_FETCH) before_``name``_q <= name; \
    end \
    `SMALL_RVFI_OUT(name, entered)
`define SMALL_RVFI_OUT(name, entered) \
    assign rvfi_csr_``name``_rdata = before_``name``_q; \
    assign rvfi_csr_``name``_wdata = name; \
    assign rvfi_csr_``name``_rmask = 32'hffff_ffff; \
    assign rvfi_csr_``name``_wmask = {32{(entered) || name != before_``name``_q}};

module small_rvfi (
    input  wire        clk,
    input  wire        rst,
    input  wire [ 6:0] state,
    input  wire        retire,
    input  wire        trapped,
    input  wire        trap,
    input  wire        gate,
    input  wire        to_s,
    input  wire        interrupt,
    input  wire [31:0] insn,
    input  wire        insn_load,
    input  wire [`K_BITS-1:0] kind,
    input  wire        write_rd,
    input  wire        pc_load,
    input  wire [31:0] next,
    input  wire        write,
    input  wire [ 5:0] waddr,
    input  wire        fetching,
    input  wire        wb_ack,
    input  wire        wb_we,
    input  wire [31:0] wb_dat_r,
    input  wire [31:0] wb_dat_w,
    input  wire [ 3:0] wb_sel,
    input  wire [31:0] va,
    input  wire [33:2] pa,
    input  wire [31:0] pte,
    input  wire [11:0] mip,
    input  wire [ 1:0] mode,
    input  wire [31:0] mstatus
    `RVFI_OUTPUTS
);
    reg [63:0] order_q;
    reg [6:0]  last_state_q;
    reg        ended_q, trapped_q, gate_q, to_s_q, intr_q, fetched_q, gone_q;
    reg [31:0] pc_q, fetch_pte_q;
    reg [33:2] fetch_pa_q;
    reg [11:0] mip_q, last_mip_q;
    reg [1:0]  mode_q;
    always @(posedge clk) begin
        last_state_q <= state;
        if (rst) begin
            {ended_q, intr_q, gone_q} <= 3'd0;
            order_q <= 64'd0;
        end else begin
            ended_q <= retire || (ended_q && !pc_load);
            if (trap && interrupt) intr_q <= 1'b1;
            else if (rvfi_valid)   intr_q <= 1'b0;
            if (rvfi_valid) order_q <= order_q + 64'd1;
            gone_q <= retire;
        end
        if (retire) begin
            trapped_q <= trapped;
            gate_q    <= state == `S_TRAP4 && !trapped;
            to_s_q    <= to_s;
        end
        if (pc_load) begin
            pc_q      <= next;
            mode_q    <= mode;
            fetched_q <= 1'b0;
        end
        last_mip_q <= mip;
        if (pc_load) mip_q <= mip;
        else if (state == `S_FIELD1) mip_q <= last_mip_q;     // as the CSR reads
        if (insn_load) begin
            fetched_q   <= 1'b1;
            fetch_pa_q  <= pa;
            fetch_pte_q <= pte;
        end
    end

    // --- Instruction
    assign rvfi_valid    = pc_load && ended_q;
    assign rvfi_order    = order_q;
    assign rvfi_insn     = fetched_q ? insn : 32'd0;
    assign rvfi_trap     = trapped_q;
    assign rvfi_halt     = 1'b0;
    assign rvfi_intr     = intr_q;
    assign rvfi_mode     = mode_q;
    assign rvfi_ixl      = 2'd1;
    assign rvfi_pc_rdata = pc_q;
    assign rvfi_pc_wdata = next;
    assign rvfi_pc_paddr = fetched_q ? {fetch_pa_q, 2'b00} : 34'd0;
    assign rvfi_pc_pte0  = fetched_q ? fetch_pte_q : 32'd0;
    assign rvfi_csr_mip_rdata = {20'd0, mip_q};

    // --- Registers
    wire use_rs1, use_rs2, decode_write, illegal, op1_pc, op1_zero, op2_imm;
    wire [`K_BITS-1:0] decoded;
    wire [3:0]  alu_op;
    wire [31:0] imm, imm_branch;
    decode u_decode (
        .insn(rvfi_insn), .kind(decoded), .illegal(illegal), .alu_op(alu_op), .imm(imm), .op1_pc(op1_pc),
        .op1_zero(op1_zero), .op2_imm(op2_imm), .use_rs1(use_rs1), .use_rs2(use_rs2), .write_rd(decode_write),
        .imm_branch(imm_branch)
    );
    reg  [31:0] shadow [0:31];
    reg  [31:0] rd_q;
    always @(posedge clk) begin
        if (write && !waddr[5] && state != `S_RESET) rd_q <= next;
        if (rvfi_valid && rvfi_rd_addr != 5'd0) shadow[rvfi_rd_addr] <= rvfi_rd_wdata;
    end
    assign rvfi_rs1_addr  = use_rs1 ? insn[19:15] : 5'd0;
    assign rvfi_rs2_addr  = use_rs2 ? insn[24:20] : 5'd0;
    assign rvfi_rs1_rdata = rvfi_rs1_addr == 5'd0 ? 32'd0 : shadow[rvfi_rs1_addr];
    assign rvfi_rs2_rdata = rvfi_rs2_addr == 5'd0 ? 32'd0 : shadow[rvfi_rs2_addr];
    assign rvfi_rd_addr   = write_rd && !trapped_q ? insn[11:7] : 5'd0;
    assign rvfi_rd_wdata  = rvfi_rd_addr == 5'd0 ? 32'd0 : rd_q;

    // --- Memory: an SC's read, which finds whether there is memory, is no access of the program.
    wire data = wb_ack && (state == `S_ACCESS || state == `S_STORE || state == `S_GATE2);
    wire [31:0] lanes = {{8{wb_sel[3]}}, {8{wb_sel[2]}}, {8{wb_sel[1]}}, {8{wb_sel[0]}}};
    reg  [31:0] mem_addr_q, mem_rdata_q, mem_wdata_q, mem_pte_q;
    reg  [33:2] mem_pa_q;
    reg  [3:0]  mem_rmask_q, mem_wmask_q;
    always @(posedge clk) begin
        if (pc_load) begin
            {mem_addr_q, mem_pa_q, mem_pte_q} <= 96'd0;
            {mem_rdata_q, mem_wdata_q, mem_rmask_q, mem_wmask_q} <= 72'd0;
        end else if (data && !(kind[`K_SC] && !wb_we)) begin
            mem_addr_q <= state == `S_GATE2 ? va : {va[31:2], 2'b00};
            mem_pa_q   <= pa;
            mem_pte_q  <= state == `S_GATE2 ? 32'd0 : pte;
            if (wb_we) {mem_wmask_q, mem_wdata_q} <= {wb_sel, wb_dat_w & lanes};
            else       {mem_rmask_q, mem_rdata_q} <= {wb_sel, wb_dat_r & lanes};
        end
    end
    wire shown = !trapped_q;
    assign rvfi_mem_addr  = mem_addr_q & {32{shown}};
    assign rvfi_mem_paddr = {mem_pa_q, 2'b00} & {34{shown}};
    assign rvfi_mem_rmask = mem_rmask_q & {4{shown}};
    assign rvfi_mem_wmask = mem_wmask_q & {4{shown}};
    assign rvfi_mem_rdata = mem_rdata_q & {32{shown}};
    assign rvfi_mem_wdata = mem_wdata_q & {32{shown}};
    assign rvfi_mem_pte0  = mem_pte_q & {32{shown}};

    // --- CSRs
    wire into_m = trapped_q && !to_s_q;
    wire into_s = gate_q || (trapped_q && to_s_q);
    reg [31:0] before_mstatus_q;
    always @(posedge clk) if (state == `S_FETCH) before_mstatus_q <= mstatus;
    `SMALL_RVFI_OUT(mstatus, trapped_q || gate_q)
    `SMALL_RVFI_CSR(mepc, `SLOT_EPC, into_m)
    `SMALL_RVFI_CSR(sepc, `SLOT_EPC | 5'd1, into_s)
    `SMALL_RVFI_CSR(mcause, `SLOT_CAUSE, into_m)
    `SMALL_RVFI_CSR(scause, `SLOT_CAUSE | 5'd1, into_s)
    `SMALL_RVFI_CSR(mtval, `SLOT_TVAL, into_m)
    `SMALL_RVFI_CSR(stval, `SLOT_TVAL | 5'd1, into_s)
    `SMALL_RVFI_CSR(satp, `SLOT_SATP, 1'b0)
    `SMALL_RVFI_CSR(upmar, `SLOT_UPMAR, 1'b0)
    `SMALL_RVFI_CSR(gtbl, `SLOT_GTBL, 1'b0)

    // --- Events, as mhpmcounter3 to 12 of the pipelined core count them
    wire walks = state == `S_ROOT && last_state_q != `S_ROOT;
    assign rvfi_event = {!gone_q, 3'b000, trap, gate, state == `S_SWEEP && last_state_q != `S_SWEEP,
                         wb_ack && (state == `S_ROOT || state == `S_TABLE), walks && !fetching, walks && fetching};
    wire unused = &{1'b0, kind, decoded, decode_write, illegal, alu_op, imm, imm_branch, op1_pc, op1_zero, op2_imm};
endmodule
`default_nettype wire
