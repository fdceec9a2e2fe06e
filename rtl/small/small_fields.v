// CSRs that the machine looks at in every cycle, in flip-flops: interrupts pending, enabled and delegated, stimecmp,
// what the map registers say about translation, what counts. Their values as CSRs, for the ones that are nowhere else.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "small_defs.vh"

module small_fields #(
    parameter ASID_BITS = 9
) (
    input  wire        clk,
    input  wire        rst,

    input  wire [`FIELD_BITS-1:0] field,  // the CSR that is accessed, if it is here alone
    input  wire [ 4:0] slot,              // or its copy in the file
    input  wire        write,
    input  wire [31:0] wdata,
    input  wire [ 1:0] how,               // 1 write, 2 set, 3 clear
    input  wire [31:0] operand,           // for SEIP alone: what is written, set, or kept
    output reg  [31:0] value_q,           // of the CSR accessed, in the next cycle

    input  wire        irq_msi,
    input  wire        irq_mti,
    input  wire        irq_mei,
    input  wire        irq_sei,
    input  wire [63:0] mtime,
    input  wire [31:0] mstatus,
    input  wire [31:0] sstatus,
    input  wire [ 1:0] mode,

    output wire [11:0] mip,
    output wire        interrupt,         // is to be taken
    output wire [ 4:0] cause,
    output wire        to_s,
    output wire        wakes,             // pending, and enabled in mie

    output reg         stce_q,
    output reg         cycle_off_q,       // mcountinhibit
    output reg         instret_off_q,
    output reg         satp_mode_q,
    output reg         upmar_mode_q,
    output wire [ 8:0] satp_asid,
    output wire [ 8:0] upmar_asid
);
    localparam [8:0] ASID_MASK = (9'd1 << ASID_BITS) - 9'd1;

    reg  ssip_q, stip_q, seip_q;                  // software's
    reg  msi_q, mti_q, mei_q, sei_q;              // lines are taken through a register
    reg  ssie_q, msie_q, stie_q, mtie_q, seie_q, meie_q;
    reg  ssid_q, stid_q, seid_q;                  // delegated
    reg  [8:0] satp_asid_q, upmar_asid_q;
    reg  [63:0] stimecmp_q;
    reg  timeup_q;
    assign satp_asid  = satp_asid_q & ASID_MASK;
    assign upmar_asid = upmar_asid_q & ASID_MASK;

    wire stip = stce_q ? timeup_q : stip_q;
    assign mip = {mei_q, 1'b0, seip_q || sei_q, 1'b0, mti_q, 1'b0, stip, 1'b0, msi_q, 1'b0, ssip_q, 1'b0};
    wire [11:0] mie     = {meie_q, 1'b0, seie_q, 1'b0, mtie_q, 1'b0, stie_q, 1'b0, msie_q, 1'b0, ssie_q, 1'b0};
    wire [11:0] mideleg = {2'd0, seid_q, 3'd0, stid_q, 3'd0, ssid_q, 1'b0};

    // --- Which interrupt is taken (privileged manual, 3.1.9)
    wire [11:0] pending = mip & mie;
    wire [11:0] for_m = pending & ~mideleg & {12{mode != `MODE_M || mstatus[3]}};
    wire [11:0] for_s = pending & mideleg  & {12{mode == `MODE_U || (mode == `MODE_S && mstatus[1])}};
    assign wakes     = pending != 12'd0;
    assign to_s      = for_m == 12'd0;
    assign interrupt = !to_s || for_s != 12'd0;
    wire [11:0] chosen = to_s ? for_s : for_m;
    assign cause = chosen[11] ? 5'd11 : chosen[3] ? 5'd3 : chosen[7] ? 5'd7
                 : chosen[9]  ? 5'd9  : chosen[1] ? 5'd1 : 5'd5;

    // --- Read
    always @(posedge clk) begin
        value_q <= ({32{field[`FIELD_MSTATUS]}} & mstatus) | ({32{field[`FIELD_SSTATUS]}} & sstatus)
            | ({32{field[`FIELD_MISA]}} & 32'h4094_1101)    // RV32 A I M S U, X for Xgate
            | ({32{field[`FIELD_TIME]}} & mtime[31:0]) | ({32{field[`FIELD_TIMEH]}} & mtime[63:32])
            | {20'd0, ({12{field[`FIELD_MIDELEG]}} & mideleg)
                | ({12{field[`FIELD_MIE] || field[`FIELD_SIE]}} & mie & ({12{!field[`FIELD_SIE]}} | mideleg))
                | ({12{field[`FIELD_MIP] || field[`FIELD_SIP]}} & mip & ({12{!field[`FIELD_SIP]}} | mideleg))};
    end

    // --- Write
    wire write_sie = write && field[`FIELD_SIE];
    wire write_mie = write && field[`FIELD_MIE];
    wire write_mip = write && field[`FIELD_MIP];
    always @(posedge clk) begin
        msi_q <= irq_msi && !rst;
        mti_q <= irq_mti && !rst;
        mei_q <= irq_mei && !rst;
        sei_q <= irq_sei && !rst;
        timeup_q <= mtime >= stimecmp_q && !rst;
        if (rst) begin
            {ssip_q, stip_q, seip_q, ssid_q, stid_q, seid_q} <= 6'd0;
            {ssie_q, msie_q, stie_q, mtie_q, seie_q, meie_q} <= 6'd0;
            {stce_q, cycle_off_q, instret_off_q, satp_mode_q, upmar_mode_q} <= 5'd0;
            {satp_asid_q, upmar_asid_q} <= 18'd0;
            stimecmp_q <= ~64'd0;               // never, until software says when
        end else begin
            if (write && field[`FIELD_MIDELEG]) {seid_q, stid_q, ssid_q} <= {wdata[9], wdata[5], wdata[1]};
            if (write_mie) {meie_q, mtie_q, msie_q} <= {wdata[11], wdata[7], wdata[3]};
            if (write_mie || (write_sie && seid_q)) seie_q <= wdata[9];
            if (write_mie || (write_sie && stid_q)) stie_q <= wdata[5];
            if (write_mie || (write_sie && ssid_q)) ssie_q <= wdata[1];
            if (write_mip || (write && field[`FIELD_SIP] && ssid_q)) ssip_q <= wdata[1];
            if (write_mip && !stce_q) stip_q <= wdata[5];
            // SEIP is read together with the PLIC's line, but set and cleared alone.
            if (write_mip) seip_q <= how == 2'd1 ? operand[9]
                                   : how == 2'd2 ? seip_q || operand[9] : seip_q && operand[9];
            if (write && slot == `SLOT_STIMECMP)  stimecmp_q[31:0]  <= wdata;
            if (write && slot == `SLOT_STIMECMPH) stimecmp_q[63:32] <= wdata;
            if (write && slot == `SLOT_MENVCFGH) stce_q <= wdata[31];
            if (write && slot == `SLOT_INHIBIT)  {instret_off_q, cycle_off_q} <= {wdata[2], wdata[0]};
            if (write && slot == `SLOT_SATP)     {satp_mode_q, satp_asid_q} <= wdata[31:22];
`ifndef WITHOUT_USER_MAP
            if (write && slot == `SLOT_UPMAR) {upmar_mode_q, upmar_asid_q} <= wdata[31:22];
`endif
        end
    end
    wire unused = &{1'b0, wdata, operand, mstatus, chosen};
endmodule
`default_nettype wire
