// Control and status registers other than mstatus and the counters: storage and WARL
// rules (csr_address.v says who may access them). Reads are combinational from M;
// writes, traps and gate entries take effect at the end of the cycle.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module csr #(
    parameter ASID_BITS = 9
) (
    input  wire        clk,
    input  wire        rst,

    // Access by the instruction in M
    input  wire        active,         // there is one
    input  wire [`C_BITS-1:0] which,   // none if there is no access
    input  wire [31:0] insn,
    input  wire [31:0] operand,
    input  wire        commit,
    output wire [31:0] rdata,          // but of a counter
    output wire [31:0] wdata,          // not of a counter
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
    input  wire [31:0] mstatus,
    input  wire [31:0] sstatus,
    output wire        write_mstatus,
    output wire        write_sstatus,
    output wire        write_counter,
    output wire [12:0] inhibit,
    output wire [12:0] mcounteren,
    output wire [12:0] scounteren,
    output wire        stce,

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
    assign mcounteren = mcounteren_q;
    assign scounteren = scounteren_q;
    assign stce    = stce_q;
    assign mideleg = {2'd0, sei_deleg_q, 3'd0, sti_deleg_q, 3'd0, ssi_deleg_q, 1'b0};
    assign medeleg = {7'd0, medeleg24_q, 8'd0, medeleg15_q, 1'b0, medeleg13_q, medeleg12_q, 2'd0,
                      medeleg_low_q};
    wire stip = stce_q ? timeup_q : stip_q;
    assign mip = {mei_q, 1'b0, seip_q || sei_q, 1'b0, mti_q, 1'b0, stip, 1'b0, msi_q, 1'b0, ssip_q, 1'b0};

    // --- Read. Those that only CSR writes change are read from a RAM, which holds what was
    // written last; before the first write they read as after reset.
    localparam COPIES = `C_BITS - `C_FIRST_COPIED;
    wire [COPIES-1:0] which_copy = which[`C_BITS-1:`C_FIRST_COPIED];
    reg  [COPIES-1:0] written_q;
    reg  [31:0] copy [0:15];
    wire [31:0] copied;                // what is written
    // These bits of the address tell the nine apart.
    wire [3:0]  place = {insn[29] || insn[24], insn[27], insn[26], insn[20]};
    always @(posedge clk) begin
        if (write && which_copy != {COPIES{1'b0}}) copy[place] <= copied;
        if (rst) written_q <= {COPIES{1'b0}};
        else if (write) written_q <= written_q | which_copy;
    end
    wire [31:0] was_written = copy[place];
    wire from_copy = |(which_copy & written_q);
    wire never     = (which[`C_STIMECMP]  && !written_q[`C_STIMECMP  - `C_FIRST_COPIED]) ||
                     (which[`C_STIMECMPH] && !written_q[`C_STIMECMPH - `C_FIRST_COPIED]);
    reg  [31:0] held;                  // what is read of all but the counters
    always @* begin
        held = 32'd0;
        if (active) held = ({32{from_copy}} & was_written) | {32{never}}
            | ({32{which[`C_MSTATUS]}} & mstatus) | ({32{which[`C_SSTATUS]}} & sstatus)
            | ({32{which[`C_MISA]}} & 32'h4094_1101)    // RV32 A I M S U, X for Xgate
            | ({32{which[`C_MEDELEG]}} & medeleg)
            | {20'd0, ({12{which[`C_MIDELEG]}} & mideleg)
                | ({12{which[`C_MIE]}} & mie_q) | ({12{which[`C_SIE]}} & mie_q & mideleg)
                | ({12{which[`C_MIP]}} & mip)   | ({12{which[`C_SIP]}} & mip & mideleg)}
            | {19'd0, ({13{which[`C_MCOUNTEREN]}} & mcounteren_q) | ({13{which[`C_SCOUNTEREN]}} & scounteren_q)
                | ({13{which[`C_INHIBIT]}} & inhibit_q)}
            | {which[`C_MENVCFGH] && stce_q, 30'd0, (which[`C_MENVCFG] && mfiom_q) || (which[`C_SENVCFG] && sfiom_q)}
            | ({32{which[`C_MEPC]}} & mepc)     | ({32{which[`C_SEPC]}} & sepc)
            | ({32{which[`C_MCAUSE]}} & mcause) | ({32{which[`C_SCAUSE]}} & scause)
            | ({32{which[`C_MTVAL]}} & mtval)   | ({32{which[`C_STVAL]}} & stval)
            | ({32{which[`C_TIME]}} & mtime[31:0]) | ({32{which[`C_TIMEH]}} & mtime[63:32]);
    end
    assign rdata = held;

    // --- Write
    // mip.SEIP is read together with the PLIC's line, but set and cleared alone.
    wire [2:0]  funct3 = insn[14:12];
    wire        writes = funct3[1:0] == 2'd1 || insn[19:15] != 5'd0;
    wire [31:0] old = {held[31:10], which[`C_MIP] ? seip_q : held[9], held[8:0]};
    assign wdata = funct3[1:0] == 2'd1 ? operand
                 : funct3[1:0] == 2'd2 ? old | operand : old & ~operand;
    assign write = commit && writes;
    assign write_mstatus = write && which[`C_MSTATUS];
    assign write_sstatus = write && which[`C_SSTATUS];
    assign write_counter = write && which[`C_COUNTER];
    assign write_map     = write && (which[`C_SATP] || which[`C_UPMAR]);

    wire is_map = which[`C_SATP] || which[`C_UPMAR];
    wire is_vec = which[`C_MTVEC] || which[`C_STVEC];
    assign copied = {wdata[31],
                     wdata[30:22] & ~{9{which[`C_GTBL]}} & (MAP_MASK[30:22] | ~{9{is_map}}),
                     wdata[21:2], wdata[1] && !is_vec, wdata[0]};

    // A trap goes before a write, so these have one source for both kinds.
    wire to_s = gate || (trap && trap_to_s);
    wire to_m = trap && !to_s;
    wire [31:2] epc_d   = to_s || trap ? trap_pc : wdata[31:2];
    wire [5:0]  cause_d = to_s || trap ? {trap_interrupt, trap_cause} : {wdata[31], wdata[4:0]};
    wire [31:0] tval_d  = to_s || trap ? trap_value : wdata;

    wire [11:0] s_ints = mideleg;
    always @(posedge clk) begin
        msi_q    <= irq_msi && !rst;
        mti_q    <= irq_mti && !rst;
        mei_q    <= irq_mei && !rst;
        sei_q    <= irq_sei && !rst;
        timeup_q <= mtime >= stimecmp_q && !rst;
        if (rst) begin
            {mepc_q, sepc_q, mtval, stval} <= 124'd0;
            {mcause_q, scause_q, mtvec, stvec} <= 76'd0;
            {medeleg_low_q, medeleg12_q, medeleg13_q, medeleg15_q, medeleg24_q} <= 14'd0;
            {mie_q, ssi_deleg_q, sti_deleg_q, sei_deleg_q, ssip_q, stip_q, seip_q} <= 18'd0;
            {stce_q, mfiom_q, sfiom_q, mcounteren_q, scounteren_q, inhibit_q} <= 42'd0;
            {satp, upmar, gtbl_enable_q, gtbl_ppn_q} <= 87'd0;
            stimecmp_q <= ~64'd0;   // never, until software says when
        end else begin
            if (to_m || (write && which[`C_MEPC]))   mepc_q   <= epc_d;
            if (to_s || (write && which[`C_SEPC]))   sepc_q   <= epc_d;
            if (to_m || (write && which[`C_MCAUSE])) mcause_q <= cause_d;
            if (to_s || (write && which[`C_SCAUSE])) scause_q <= cause_d;
            if (to_m || (write && which[`C_MTVAL]))  mtval    <= tval_d;
            if (to_s || (write && which[`C_STVAL]))  stval    <= tval_d;
            if (write) begin
                if (which[`C_MEDELEG]) begin
                    medeleg_low_q <= wdata[9:0];
                    medeleg12_q   <= wdata[12];
                    medeleg13_q   <= wdata[13];
                    medeleg15_q   <= wdata[15];
                    medeleg24_q   <= wdata[24];
                end
                if (which[`C_MIDELEG]) {sei_deleg_q, sti_deleg_q, ssi_deleg_q} <= {wdata[9], wdata[5], wdata[1]};
                if (which[`C_MIE]) mie_q <= wdata[11:0] & 12'haaa;
                if (which[`C_SIE]) mie_q <= (mie_q & ~s_ints) | (wdata[11:0] & s_ints);
                if (which[`C_MCOUNTEREN]) mcounteren_q <= wdata[12:0];
                if (which[`C_SCOUNTEREN]) scounteren_q <= wdata[12:0];
                if (which[`C_INHIBIT]) inhibit_q <= {wdata[12:2], 1'b0, wdata[0]};
                if (which[`C_MENVCFG]) mfiom_q <= wdata[0];
                if (which[`C_SENVCFG]) sfiom_q <= wdata[0];
                if (which[`C_MENVCFGH]) stce_q <= wdata[31];
                if (which[`C_MIP]) begin
                    {seip_q, ssip_q} <= {wdata[9], wdata[1]};
                    if (!stce_q) stip_q <= wdata[5];
                end
                if (which[`C_SIP] && ssi_deleg_q) ssip_q <= wdata[1];
                if (which[`C_MTVEC]) mtvec <= copied;
                if (which[`C_STVEC]) stvec <= copied;
                if (which[`C_STIMECMP])  stimecmp_q[31:0]  <= copied;
                if (which[`C_STIMECMPH]) stimecmp_q[63:32] <= copied;
                if (which[`C_SATP])  satp  <= copied;
                if (which[`C_UPMAR]) upmar <= copied;
                if (which[`C_GTBL]) {gtbl_enable_q, gtbl_ppn_q} <= {copied[31], copied[21:0]};
            end
        end
    end
    wire unused = &{1'b0, funct3[2], insn};
endmodule
`default_nettype wire
