// Control and status registers other than mstatus and the counters: storage, WARL
// rules, and who may access what. Reads are combinational from M; writes, traps and
// gate entries take effect at the end of the cycle.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module csr #(
    parameter ASID_BITS = 9
) (
    input  wire        clk,
    input  wire        rst,

    // Access by the instruction in M
    input  wire        active,       // there is one
    input  wire        exists,       // its CSR exists
    input  wire        is_counter,   // and is a counter
    input  wire [31:0] insn,
    input  wire [31:0] operand,
    input  wire        commit,
    output reg  [31:0] rdata,
    output wire        illegal,
    output wire [31:0] wdata,
    output wire        write,

    // Traps and gate entries
    input  wire        trap,
    input  wire        trap_to_s,
    input  wire        trap_interrupt,
    input  wire [ 4:0] trap_cause,
    input  wire [31:2] trap_pc,
    input  wire [31:0] trap_value,
    input  wire        gate,

    // Parts that live elsewhere
    input  wire [ 1:0] mode,
    input  wire [31:0] mstatus,
    input  wire [31:0] sstatus,
    output wire        write_mstatus,
    output wire        write_sstatus,
    input  wire [31:0] counter_rdata,
    output wire        write_counter,
    output wire [12:0] inhibit,

    // Interrupt lines, as levels
    input  wire        irq_msi,
    input  wire        irq_mti,
    input  wire        irq_mei,
    input  wire        irq_sei,
    input  wire [63:0] mtime,

    output wire [11:0] mip,
    output wire [11:0] mie,
    output wire [11:0] mideleg,
    output wire [31:0] medeleg,
    output reg  [31:0] mtvec,
    output reg  [31:0] stvec,
    output wire [31:0] mepc,
    output wire [31:0] sepc,
    output reg  [31:0] satp,
    output reg  [31:0] upmar,
    output wire [31:0] gtbl,
    output wire        write_map,    // satp or upmar
    output wire [31:0] mcause,
    output reg  [31:0] mtval,
    output wire [31:0] scause,
    output reg  [31:0] stval
);
    // ASID bits that do not exist read as zero
    localparam [31:0] MAP_MASK = 32'h803f_ffff | (((32'd1 << ASID_BITS) - 32'd1) << 22);

    reg [31:2] mepc_q, sepc_q;
    reg [5:0]  mcause_q, scause_q;   // interrupt, code
    reg [31:0] mscratch_q, sscratch_q;
    reg [9:0]  medeleg_low_q;
    reg        medeleg12_q, medeleg13_q, medeleg15_q, medeleg24_q;
    reg [11:0] mie_q;
    reg        ssi_deleg_q, sti_deleg_q, sei_deleg_q;
    reg        ssip_q, stip_q, seip_q;          // software's bits
    reg        stce_q, mfiom_q, sfiom_q;
    reg [12:0] mcounteren_q, scounteren_q, inhibit_q;
    reg [63:0] stimecmp_q;
    reg        gtbl_enable_q;
    reg [21:0] gtbl_ppn_q;
    // Lines are taken through a register
    reg        msi_q, mti_q, mei_q, sei_q, timeup_q;

    assign mepc   = {mepc_q, 2'b00};
    assign sepc   = {sepc_q, 2'b00};
    assign mcause = {mcause_q[5], 26'd0, mcause_q[4:0]};
    assign scause = {scause_q[5], 26'd0, scause_q[4:0]};
    assign gtbl   = {gtbl_enable_q, 9'd0, gtbl_ppn_q};
    assign mie    = mie_q;
    assign inhibit = inhibit_q;
    assign mideleg = {2'd0, sei_deleg_q, 3'd0, sti_deleg_q, 3'd0, ssi_deleg_q, 1'b0};
    assign medeleg = {7'd0, medeleg24_q, 8'd0, medeleg15_q, 1'b0, medeleg13_q, medeleg12_q, 2'd0,
                      medeleg_low_q};
    wire stip = stce_q ? timeup_q : stip_q;
    assign mip = {mei_q, 1'b0, seip_q || sei_q, 1'b0, mti_q, 1'b0, stip, 1'b0, msi_q, 1'b0, ssip_q, 1'b0};

    // --- Read
    wire [11:0] address = insn[31:20];
    wire [4:0]  counter = address[4:0];
    always @* begin
        rdata      = 32'd0;
        if (active) case (address)
            12'hf11, 12'hf12, 12'hf13, 12'hf14, 12'hf15: rdata = 32'd0;
            12'h300: rdata = mstatus;
            12'h301: rdata = 32'h4094_1101;    // RV32 A I M S U, X for Xgate
            12'h302: rdata = medeleg;
            12'h303: rdata = {20'd0, mideleg};
            12'h304: rdata = {20'd0, mie_q};
            12'h305: rdata = mtvec;
            12'h306: rdata = {19'd0, mcounteren_q};
            12'h30a: rdata = {31'd0, mfiom_q};
            12'h31a: rdata = {stce_q, 31'd0};
            12'h310: rdata = 32'd0;            // mstatush
            12'h320: rdata = {19'd0, inhibit_q};
            12'h340: rdata = mscratch_q;
            12'h341: rdata = mepc;
            12'h342: rdata = mcause;
            12'h343: rdata = mtval;
            12'h344: rdata = {20'd0, mip};
            12'h100: rdata = sstatus;
            12'h104: rdata = {20'd0, mie_q & mideleg};
            12'h105: rdata = stvec;
            12'h106: rdata = {19'd0, scounteren_q};
            12'h10a: rdata = {31'd0, sfiom_q};
            12'h140: rdata = sscratch_q;
            12'h141: rdata = sepc;
            12'h142: rdata = scause;
            12'h143: rdata = stval;
            12'h144: rdata = {20'd0, mip & mideleg};
            12'h14d: rdata = stimecmp_q[31:0];
            12'h15d: rdata = stimecmp_q[63:32];
            12'h180: rdata = satp;
            12'h5c0: rdata = upmar;
            12'h5c1: rdata = gtbl;
            12'hc01: rdata = mtime[31:0];
            12'hc81: rdata = mtime[63:32];
            default: if (is_counter) rdata = counter_rdata;
        endcase
    end

    // --- Who may
    wire [2:0] funct3   = insn[14:12];
    wire writes         = funct3[1:0] == 2'd1 || insn[19:15] != 5'd0;
    wire read_only      = address[11:10] == 2'b11;
    wire below_m        = mode != `MODE_M;
    wire is_s           = mode == `MODE_S;
    wire is_map         = address == 12'h180 || address == 12'h5c0 || address == 12'h5c1;
    wire is_user_count  = address[11:8] == 4'hc;
    wire m_counts       = counter <= 5'd12 && mcounteren_q[counter[3:0]];
    wire s_counts       = counter <= 5'd12 && scounteren_q[counter[3:0]];
    wire is_stimecmp    = address == 12'h14d || address == 12'h15d;
    assign illegal = !exists || mode < address[9:8] || (writes && read_only)
        || (is_map && is_s && mstatus[20])
        || (is_user_count && below_m && !m_counts)
        || (is_user_count && mode == `MODE_U && !s_counts)
        || (is_stimecmp && below_m && !(mcounteren_q[1] && stce_q));

    // --- Write
    // mip.SEIP is read together with the PLIC's line, but set and cleared alone.
    wire [31:0] old = address == 12'h344 ? {rdata[31:10], seip_q, rdata[8:0]} : rdata;
    assign wdata = funct3[1:0] == 2'd1 ? operand
                 : funct3[1:0] == 2'd2 ? old | operand : old & ~operand;
    assign write = commit && writes;
    assign write_mstatus = write && address == 12'h300;
    assign write_sstatus = write && address == 12'h100;
    assign write_counter = write && is_counter;
    assign write_map     = write && (address == 12'h180 || address == 12'h5c0);

    wire [11:0] s_ints = mideleg;
    always @(posedge clk) begin
        msi_q    <= irq_msi && !rst;
        mti_q    <= irq_mti && !rst;
        mei_q    <= irq_mei && !rst;
        sei_q    <= irq_sei && !rst;
        timeup_q <= mtime >= stimecmp_q && !rst;
        if (rst) begin
            {mepc_q, sepc_q, mtval, stval, mscratch_q, sscratch_q} <= 188'd0;
            {mcause_q, scause_q, mtvec, stvec} <= 76'd0;
            {medeleg_low_q, medeleg12_q, medeleg13_q, medeleg15_q, medeleg24_q} <= 14'd0;
            {mie_q, ssi_deleg_q, sti_deleg_q, sei_deleg_q, ssip_q, stip_q, seip_q} <= 18'd0;
            {stce_q, mfiom_q, sfiom_q, mcounteren_q, scounteren_q, inhibit_q} <= 42'd0;
            {satp, upmar, gtbl_enable_q, gtbl_ppn_q} <= 87'd0;
            stimecmp_q <= ~64'd0;   // never, until software says when
        end else if (gate || (trap && trap_to_s)) begin
            sepc_q   <= trap_pc;
            scause_q <= {trap_interrupt, trap_cause};
            stval    <= trap_value;
        end else if (trap) begin
            mepc_q   <= trap_pc;
            mcause_q <= {trap_interrupt, trap_cause};
            mtval    <= trap_value;
        end else if (write) case (address)
            12'h302: begin
                medeleg_low_q <= wdata[9:0];
                medeleg12_q   <= wdata[12];
                medeleg13_q   <= wdata[13];
                medeleg15_q   <= wdata[15];
                medeleg24_q   <= wdata[24];
            end
            12'h303: {sei_deleg_q, sti_deleg_q, ssi_deleg_q} <= {wdata[9], wdata[5], wdata[1]};
            12'h304: mie_q <= wdata[11:0] & 12'haaa;
            12'h305: mtvec <= {wdata[31:2], 1'b0, wdata[0]};
            12'h306: mcounteren_q <= wdata[12:0];
            12'h30a: mfiom_q <= wdata[0];
            12'h31a: stce_q <= wdata[31];
            12'h320: inhibit_q <= {wdata[12:2], 1'b0, wdata[0]};
            12'h340: mscratch_q <= wdata;
            12'h341: mepc_q <= wdata[31:2];
            12'h342: mcause_q <= {wdata[31], wdata[4:0]};
            12'h343: mtval <= wdata;
            12'h344: begin
                {seip_q, ssip_q} <= {wdata[9], wdata[1]};
                if (!stce_q) stip_q <= wdata[5];
            end
            12'h104: mie_q <= (mie_q & ~s_ints) | (wdata[11:0] & s_ints);
            12'h105: stvec <= {wdata[31:2], 1'b0, wdata[0]};
            12'h106: scounteren_q <= wdata[12:0];
            12'h10a: sfiom_q <= wdata[0];
            12'h140: sscratch_q <= wdata;
            12'h141: sepc_q <= wdata[31:2];
            12'h142: scause_q <= {wdata[31], wdata[4:0]};
            12'h143: stval <= wdata;
            12'h144: if (ssi_deleg_q) ssip_q <= wdata[1];
            12'h14d: stimecmp_q[31:0] <= wdata;
            12'h15d: stimecmp_q[63:32] <= wdata;
            12'h180: satp <= wdata & MAP_MASK;
            12'h5c0: upmar <= wdata & MAP_MASK;
            12'h5c1: {gtbl_enable_q, gtbl_ppn_q} <= {wdata[31], wdata[21:0]};
            default: ;
        endcase
    end
    wire unused = &{1'b0, funct3[2], insn[11:7], insn[6:0]};
endmodule
`default_nettype wire
