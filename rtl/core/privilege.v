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
    reg sie, mie, spie, mpie, spp, mprv, sum, mxr, tvm, tw, tsr;
    reg [1:0] mpp;

    assign mstatus = {9'd0, tsr, tw, tvm, mxr, sum, mprv, 4'd0, mpp, 2'd0, spp, mpie, 1'b0, spie,
                      1'b0, mie, 1'b0, sie, 1'b0};
    assign sstatus = {12'd0, mxr, sum, 9'd0, spp, 2'd0, spie, 3'd0, sie, 1'b0};

    wire [1:0] effective = mprv ? mpp : mode;
    assign d_user    = effective == `MODE_U;
    assign d_machine = effective == `MODE_M;

    always @(posedge clk) begin
        if (rst) begin
            mode <= `MODE_M;
            {sie, mie, spie, mpie, spp, mprv, sum, mxr, tvm, tw, tsr} <= 11'd0;
            mpp  <= `MODE_U;
        end else if (gate || (trap && trap_to_s)) begin
            mode <= `MODE_S;
            spp  <= mode[0];
            spie <= sie;
            sie  <= 1'b0;
        end else if (trap) begin
            mode <= `MODE_M;
            mpp  <= mode;
            mpie <= mie;
            mie  <= 1'b0;
        end else if (mret) begin
            mode <= mpp;
            mpp  <= `MODE_U;
            mie  <= mpie;
            mpie <= 1'b1;
            if (mpp != `MODE_M) mprv <= 1'b0;
        end else if (sret) begin
            mode <= {1'b0, spp};
            spp  <= 1'b0;
            sie  <= spie;
            spie <= 1'b1;
            mprv <= 1'b0;
        end else if (write) begin
            sie  <= wdata[1];
            spie <= wdata[5];
            spp  <= wdata[8];
            sum  <= wdata[18];
            mxr  <= wdata[19];
            if (!write_s) begin
                mie  <= wdata[3];
                mpie <= wdata[7];
                mprv <= wdata[17];
                tvm  <= wdata[20];
                tw   <= wdata[21];
                tsr  <= wdata[22];
                // WARL: the reserved mode 2 leaves the field as it is
                if (wdata[12:11] != 2'b10) mpp <= wdata[12:11];
            end
        end
    end
    wire unused = &{1'b0, wdata};
endmodule
`default_nettype wire
