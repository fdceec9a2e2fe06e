// The small core: what gatehouse_core is to software, with the same ports, in half the cells. One instruction at a
// time, a step a cycle: no pipeline, no caches. This file is the datapath: two registers, A and Q, beside the
// file's output f; one ALU; and where addresses and data go. small_control.v says what happens when.
// Towards the outside a Wishbone B4 master of single cycles.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "small_defs.vh"
`include "small_states.vh"
`ifdef RVFI
`include "rvfi_ports.vh"
`endif

module gatehouse_small #(
    parameter RESET_PC    = 32'h0000_1000,
    parameter ASID_BITS   = 9,    // 0 to 9; 0: the TLB is flushed at every change of map
    parameter TLB_ENTRIES = 32,   // power of two, 4 or more; up to 256 take the same block RAMs
    // The pipelined core's, without effect here: one is instantiated as the other.
    // verilator lint_off UNUSEDPARAM
    parameter ITLB_ENTRIES = 0,
    parameter DTLB_ENTRIES = 0,
    parameter ICACHE_BYTES = 0,
    parameter DCACHE_BYTES = 0,
    parameter LINE_WORDS   = 0,
    parameter BTB_ENTRIES  = 0,
    parameter PHT_ENTRIES  = 0,
    parameter RAS_ENTRIES  = 0,
    parameter HPM          = 0    // mhpmcounter3 to 12 always read as zero
    // verilator lint_on UNUSEDPARAM
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
    localparam EW = $clog2(TLB_ENTRIES);
    localparam COUNT_BITS = EW > 6 ? EW : 6;

    wire [6:0]  state;
    reg  [31:0] insn_q, a_q, q_q;
    reg         a_top_q;            // the dividend's bit 32
    wire [31:0] f, k, result;
    wire [33:0] sum;
    wire        zero, less, insn_load;

    // ------------------------------------------------------------ the instruction
    // It is decoded as it comes from the bus, so that no state's path begins with the decoder.
    wire [`K_BITS-1:0] new_kind;
    wire [3:0]  new_alu_op;
    wire [31:0] imm, imm_branch;
    wire        new_illegal, new_op1_pc, new_op1_zero, new_op2_imm, use_rs1, use_rs2, new_write_rd;
    decode u_decode (
        .insn(wb_dat_r), .kind(new_kind), .illegal(new_illegal), .alu_op(new_alu_op), .imm(imm),
        .op1_pc(new_op1_pc), .op1_zero(new_op1_zero), .op2_imm(new_op2_imm), .use_rs1(use_rs1),
        .use_rs2(use_rs2), .write_rd(new_write_rd), .imm_branch(imm_branch)
    );
    reg  [`K_BITS-1:0] kind;
    reg  [3:0]  alu_op;
    reg         insn_illegal, op1_pc, op1_zero, op2_imm, write_rd;
    always @(posedge clk) if (insn_load) begin
        insn_q <= wb_dat_r;
        kind   <= new_kind;
        alu_op <= new_alu_op;
        {insn_illegal, op1_pc, op1_zero, op2_imm, write_rd} <=
            {new_illegal, new_op1_pc, new_op1_zero, new_op2_imm, new_write_rd};
    end

    wire [31:0] mstatus, sstatus;
    wire        d_user, d_machine, stce;
    wire [4:0]  csr_slot;
    wire [`FIELD_BITS-1:0] csr_field;
    wire        csr_counter, csr_asks, csr_asks_s, csr_refused;
    wire        csr_writes = insn_q[13:12] == 2'd1 || insn_q[19:15] != 5'd0;
    small_csr u_csr (
        .number(insn_q[31:20]), .writes(csr_writes), .mode(mode), .tvm(mstatus[20]), .stce(stce),
        .slot(csr_slot), .field(csr_field), .counter(csr_counter), .asks(csr_asks), .asks_s(csr_asks_s),
        .refused(csr_refused)
    );

    // ------------------------------------------------------------ control
    wire        read, write, a_load, q_load, q_in, q_even, pc_load, strobe, multiplying, dividing;
    wire [2:0]  read_what;
    wire [1:0]  write_what, a_select, b_select, a_what, q_what, adr_select;
    wire [4:0]  read_slot, write_slot;
    wire [3:0]  op, k_select;
    wire        tlb_read, tlb_fill, tlb_drop, sweeping, tlb_hit, tlb_allowed, translate, user_map;
    wire        field_write, trap, gate, mret, sret, take_cycles, take_insns, count_insn, retire, trapped;
    wire [COUNT_BITS-1:0] n;
    wire        flag, to_s, fetching, level, interrupt, interrupt_to_s, wakes, counts_full;
    wire        cycle_off, instret_off, satp_mode, upmar_mode, map_changed;
    wire [5:0]  cause;
    wire [4:0]  interrupt_cause;
    wire [33:2] pa;
    wire        pa_dram = pa[33:31] == 3'b001;
    wire        pte_valid = a_q[`PTE_V] && (a_q[`PTE_R] || !a_q[`PTE_W]);
    wire        pte_leaf  = pte_valid && (a_q[`PTE_R] || a_q[`PTE_X]);
    // A, D and U of a pointer are reserved
    wire        pte_pointer = pte_valid && !pte_leaf && !a_q[`PTE_A] && !a_q[`PTE_D] && !a_q[`PTE_U];
    small_control #(.COUNT_BITS(COUNT_BITS)) u_control (
        .clk(clk), .rst(rst), .state_q(state), .insn(insn_q), .kind(kind), .insn_illegal(insn_illegal),
        .alu_op(alu_op), .op1_pc(op1_pc), .op1_zero(op1_zero), .op2_imm(op2_imm), .write_rd(write_rd),
        .csr_slot(csr_slot), .csr_is_field(csr_slot == `SLOT_TMP), .csr_counter(csr_counter),
        .csr_asks(csr_asks), .csr_asks_s(csr_asks_s), .csr_refused(csr_refused), .csr_writes(csr_writes),
        .mode(mode), .mstatus(mstatus), .interrupt(interrupt), .interrupt_cause(interrupt_cause),
        .interrupt_to_s(interrupt_to_s), .wakes(wakes), .counts_full(counts_full), .counts_on(!instret_off),
        .f(f), .q0(q_q[0]), .q31(q_q[31]), .a_low(a_q[1:0]), .result(result), .sum(sum), .zero(zero),
        .less(less), .translate(translate), .user_map(user_map), .map_changed(map_changed),
        .tlb_hit(tlb_hit), .tlb_allowed(tlb_allowed), .pa_dram(pa_dram), .pa_above(pa[33:32] != 2'd0),
        .pa_rom(pa[31:12] == 20'h00001), .pte_pointer(pte_pointer), .pte_leaf(pte_leaf),
        .pte_aligned(!level || a_q[19:10] == 10'd0), .bus_ack(wb_ack), .bus_err(wb_err),
        .read(read), .read_what(read_what), .read_slot(read_slot), .write(write), .write_what(write_what),
        .write_slot(write_slot), .a_select(a_select), .b_select(b_select), .op(op), .k_select(k_select),
        .multiplying(multiplying), .dividing(dividing), .a_load(a_load), .a_what(a_what), .q_load(q_load),
        .q_what(q_what), .q_in(q_in), .q_even(q_even), .pc_load(pc_load), .strobe(strobe), .we(wb_we),
        .adr_select(adr_select), .insn_load(insn_load), .tlb_read(tlb_read), .tlb_fill(tlb_fill),
        .tlb_drop(tlb_drop), .sweeping(sweeping), .field_write(field_write), .trap(trap), .gate(gate),
        .mret(mret), .sret(sret), .take_cycles(take_cycles), .take_insns(take_insns),
        .count_insn(count_insn), .retire(retire), .trapped(trapped), .n_q(n), .flag_q(flag),
        .cause_q(cause), .to_s_q(to_s), .fetching_q(fetching), .level_q(level)
    );

    // ------------------------------------------------------------ file and ALU
    reg  [6:0] raddr;
    always @* case (read_what)
        `READ_RS1_BUS: raddr = {2'b00, wb_dat_r[19:15]};
        `READ_RS2:     raddr = {2'b00, insn_q[24:20]};
        `READ_CSR:     raddr = {2'b01, csr_slot};
        `READ_MASK:    raddr = {2'b11, csr_slot};
        `READ_CONST:   raddr = {2'b10, read_slot};
        default:       raddr = {2'b01, read_slot};
    endcase
    wire [5:0] waddr = write_what == `WRITE_RD    ? {1'b0, insn_q[11:7]}
                     : write_what == `WRITE_CSR   ? {1'b1, csr_slot}
                     : write_what == `WRITE_COUNT ? n[5:0] : {1'b1, write_slot};
    wire [31:0] next = {result[31:2], result[1] && !pc_load, result[0] && !pc_load && !q_even};
    small_file #(.RESET_PC(RESET_PC), .ASID_BITS(ASID_BITS)) u_file (
        .clk(clk), .read(read), .raddr(raddr), .f(f), .write(write), .waddr(waddr), .wdata(next)
    );

    wire [9:0]  cycles;
    wire [6:0]  insns;
    wire [31:0] field;
    small_operand u_operand (
        .select(k_select), .insn(insn_q), .flag(flag), .cause(cause), .cycles(cycles), .insns(insns),
        .field(field), .pa(pa[31:2]), .k(k)
    );
    wire [31:0] a = (a_q & {32{a_select == `A_A}}) | (q_q & {32{a_select == `A_Q}});
    wire [31:0] b = (f & {32{b_select == `B_FILE}}) | (k & {32{b_select == `B_K}});
    small_alu u_alu (
        .op(op), .a(a), .a_top(dividing ? a_top_q : multiplying && a_q[31]), .b(b),
        .b_signed(multiplying || (dividing && !insn_q[12])), .unsigned_less(alu_op[3] ? alu_op[1] : alu_op[0]),
        .result(result), .sum(sum), .zero(zero), .less(less)
    );

    wire        sized = state == `S_ACCESS || state == `S_STORE;     // else a word
    wire [1:0]  size  = sized ? insn_q[13:12] : 2'd2;
    wire [31:0] loaded;
    load_align u_align (.word(wb_dat_r), .offset(q_q[1:0] & {2{sized}}), .funct3({insn_q[14], size}), .value(loaded));
    always @(posedge clk) begin
        if (a_load) case (a_what)
            `TO_A_RESULT: a_q <= result;
            `TO_A_LEFT:   a_q <= {result[30:0], q_q[31]};
            `TO_A_RIGHT:  a_q <= {sum[32], result[31:1]};
            default:      a_q <= loaded;
        endcase
        if (a_load) a_top_q <= result[31] && a_what == `TO_A_LEFT;
        if (q_load) case (q_what)
            `TO_Q_LEFT:  q_q <= {q_q[30:0], q_in};
            `TO_Q_RIGHT: q_q <= {q_in, q_q[31:1]};
            default:     q_q <= next;
        endcase
    end

    // ------------------------------------------------------------ addresses and the bus
    // For data the effective mode decides.
    wire [33:12] frame;
    wire user       = fetching ? mode == `MODE_U : d_user;
    wire machine    = fetching ? mode == `MODE_M : d_machine;
    wire store_like = kind[`K_STORE] || kind[`K_SC] || kind[`K_AMO];
    assign user_map  = user && upmar_mode;
    assign translate = !machine && (user_map || satp_mode);
    wire [8:0]  satp_asid, upmar_asid;
    wire [31:0] pte;
    small_tlb #(.ENTRIES(TLB_ENTRIES)) u_tlb (
        .clk(clk), .read(tlb_read), .read_va(result[31:12]), .va(q_q[31:12]), .user_map(user_map),
        .asid(user_map ? upmar_asid : satp_asid),
        .access(fetching ? `ACC_FETCH : store_like ? `ACC_STORE : `ACC_LOAD),
        .user(user), .sum(mstatus[18]), .mxr(mstatus[19]), .hit(tlb_hit), .allowed(tlb_allowed), .ppn(frame),
        .fill(tlb_fill), .drop(tlb_drop), .sweep(sweeping), .line(n[EW-1:0]), .fill_pte(a_q), .fill_big(level),
        .pte(pte)
    );
    assign pa[33:12] = adr_select == `ADR_TABLE  ? a_q[31:10]
                     : adr_select != `ADR_ACCESS ? f[21:0]
                     : translate ? frame : {2'b00, q_q[31:12]};
    assign pa[11:2]  = adr_select == `ADR_ROOT  ? q_q[31:22]
                     : adr_select == `ADR_TABLE ? q_q[21:12]
                     : adr_select == `ADR_GATE  ? {q_q[7:0], 2'b00} : q_q[11:2];

    assign wb_cyc   = strobe;
    assign wb_stb   = strobe;
    assign wb_cti   = 3'b000;
    assign wb_bte   = 2'b00;
    assign wb_adr   = {pa[31:2], 2'b00};
    assign wb_sel   = size == 2'd0 ? 4'b0001 << q_q[1:0] : size == 2'd1 ? {{2{q_q[1]}}, {2{!q_q[1]}}} : 4'b1111;
    assign wb_dat_w = size == 2'd0 ? {4{f[7:0]}} : size == 2'd1 ? {2{f[15:0]}} : f;

    // ------------------------------------------------------------ modes, CSRs in flip-flops, counts
    privilege u_privilege (
        .clk(clk), .rst(rst), .trap(trap), .trap_to_s(to_s), .gate(gate), .mret(mret), .sret(sret),
        .write(field_write && (csr_field[`FIELD_MSTATUS] || csr_field[`FIELD_SSTATUS])),
        .write_s(csr_field[`FIELD_SSTATUS]), .wdata(result), .mode(mode), .mstatus(mstatus),
        .sstatus(sstatus), .d_user(d_user), .d_machine(d_machine)
    );
    wire [11:0] mip;
    small_fields #(.ASID_BITS(ASID_BITS)) u_fields (
        .clk(clk), .rst(rst),
        .field(csr_field), .slot(csr_slot), .write(field_write), .wdata(result), .how(insn_q[13:12]),
        .operand(a_q), .value_q(field),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei),
        .mtime(mtime), .mstatus(mstatus), .sstatus(sstatus), .mode(mode), .mip(mip), .interrupt(interrupt),
        .cause(interrupt_cause), .to_s(interrupt_to_s), .wakes(wakes), .stce_q(stce), .cycle_off_q(cycle_off),
        .instret_off_q(instret_off), .satp_mode_q(satp_mode), .upmar_mode_q(upmar_mode),
        .satp_asid(satp_asid), .upmar_asid(upmar_asid)
    );
    small_counts u_counts (
        .clk(clk), .rst(rst), .cycle(!cycle_off), .insn(count_insn), .take_cycles(take_cycles),
        .take_insns(take_insns), .cycles_q(cycles), .insns_q(insns), .full(counts_full)
    );

    // ASID_BITS = 0: nothing in the TLB survives a change of the map that accesses go through.
    generate
        if (ASID_BITS == 0) begin : g_lone_map
            reg  f_q, d_q, written_q;
            wire f_map = mode == `MODE_U && upmar_mode;
            wire d_map = d_user && upmar_mode;
            always @(posedge clk) begin
                f_q <= f_map && !rst;
                d_q <= d_map && !rst;
                written_q <= field_write && (csr_slot == `SLOT_SATP || csr_slot == `SLOT_UPMAR) && !rst;
            end
            assign map_changed = f_map != f_q || d_map != d_q || written_q;
        end else begin : g_asids
            assign map_changed = 1'b0;
        end
    endgenerate

    wire unused = &{1'b0, imm, imm_branch, use_rs1, use_rs2, pte, retire, trapped, mip, sum};

`ifdef RVFI
    small_rvfi u_rvfi (
        .clk(clk), .rst(rst), .state(state), .retire(retire), .trapped(trapped), .trap(trap), .gate(gate), .to_s(to_s),
        .interrupt(cause[5]), .insn(insn_q), .insn_load(insn_load), .kind(kind), .write_rd(write_rd),
        .pc_load(pc_load), .next(next), .write(write), .waddr(waddr), .wb_ack(wb_ack), .wb_we(wb_we),
        .wb_dat_r(wb_dat_r), .wb_dat_w(wb_dat_w), .fetching(fetching), .wb_sel(wb_sel), .va(q_q), .pa(pa),
        .pte(translate ? pte : 32'd0), .mip(mip), .mode(mode), .mstatus(mstatus)
        `RVFI_CONN
    );
`endif
endmodule
`default_nettype wire
