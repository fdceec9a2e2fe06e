// The privilege mode (the user/kernel bit, and M beneath both) and the fields of
// mstatus, which traps and returns stack and unstack. The only ways into U are
// mret and sret; the only ways out are traps, interrupts and gate entries.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module privilege (
    input  wire        clk,
    input  wire        rst,

    input  wire        trap,        // exception or interrupt is taken
    input  wire        trap_to_s,
    input  wire        gate,        // gate entry
    input  wire        mret,
    input  wire        sret,
    input  wire        write,       // CSR write
    input  wire        write_s,     // through sstatus
    input  wire [31:0] wdata,

    output reg  [ 1:0] mode,
    output wire [31:0] mstatus,
    output wire [31:0] sstatus,
    output wire        d_user,      // loads and stores have effective privilege U
    output wire        d_machine    // or M
);
    // The fields stand where mstatus has them; what lies between them is zero.
    localparam SIE = 1, MIE = 3, SPIE = 5, MPIE = 7, SPP = 8, MPP = 11, MPRV = 17, SUM = 18, MXR = 19,
               TVM = 20, TW = 21, TSR = 22;
    localparam [22:0] IN_SSTATUS = 1 << SIE | 1 << SPIE | 1 << SPP | 1 << SUM | 1 << MXR;
    reg  [22:0] status_q;
    wire [ 1:0] mpp = status_q[MPP +: 2];
    assign mstatus = {9'd0, status_q};
    assign sstatus = {9'd0, status_q & IN_SSTATUS};

    wire [1:0] effective = status_q[MPRV] ? mpp : mode;
    assign d_user    = effective == `MODE_U;
    assign d_machine = effective == `MODE_M;

    always @(posedge clk) begin
        if (rst) begin
            mode     <= `MODE_M;
            status_q <= 23'd0;
        end else if (gate || (trap && trap_to_s)) begin
            mode <= `MODE_S;
            status_q[SPP]  <= mode[0];
            status_q[SPIE] <= status_q[SIE];
            status_q[SIE]  <= 1'b0;
        end else if (trap) begin
            mode <= `MODE_M;
            status_q[MPP +: 2] <= mode;
            status_q[MPIE] <= status_q[MIE];
            status_q[MIE]  <= 1'b0;
        end else if (mret) begin
            mode <= mpp;
            status_q[MPP +: 2] <= `MODE_U;
            status_q[MIE]  <= status_q[MPIE];
            status_q[MPIE] <= 1'b1;
            if (mpp != `MODE_M) status_q[MPRV] <= 1'b0;
        end else if (sret) begin
            mode <= {1'b0, status_q[SPP]};
            status_q[SPP]  <= 1'b0;
            status_q[SIE]  <= status_q[SPIE];
            status_q[SPIE] <= 1'b1;
            status_q[MPRV] <= 1'b0;
        end else if (write) begin
            status_q[SIE]  <= wdata[SIE];
            status_q[SPIE] <= wdata[SPIE];
            status_q[SPP]  <= wdata[SPP];
            status_q[SUM]  <= wdata[SUM];
            status_q[MXR]  <= wdata[MXR];
            if (!write_s) begin
                status_q[MIE]  <= wdata[MIE];
                status_q[MPIE] <= wdata[MPIE];
                status_q[MPRV] <= wdata[MPRV];
                status_q[TVM]  <= wdata[TVM];
                status_q[TW]   <= wdata[TW];
                status_q[TSR]  <= wdata[TSR];
                // WARL: the reserved mode 2 leaves the field as it is
                if (wdata[MPP +: 2] != 2'b10) status_q[MPP +: 2] <= wdata[MPP +: 2];
            end
        end
    end
    wire unused = &{1'b0, wdata};
endmodule
`default_nettype wire
