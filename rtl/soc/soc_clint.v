// CLINT: owns mtime, mtimecmp and msip of the one hart, laid out as SiFive's. `irq_msi` and `irq_mti` follow
// a register write before the write's acknowledge ends. mtime ticks once in MTIME_DIV cycles and can be written.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_clint #(
    parameter MTIME_DIV = 1                 // cycles a tick; at least 1
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        en,
    input  wire        we,
    input  wire [15:2] adr,
    input  wire [3:0]  sel,
    input  wire [31:0] dat_w,
    output reg  [31:0] dat_r,
    output wire        irq_msi,
    output wire        irq_mti,
    output wire [63:0] mtime
);

    localparam [13:0] MSIP       = 14'h0000;    // word numbers of the byte offsets 0x0000,
    localparam [13:0] MTIMECMP   = 14'h1000;    // 0x4000,
    localparam [13:0] MTIMECMP_H = 14'h1001;
    localparam [13:0] MTIME      = 14'h2FFE;    // 0xBFF8
    localparam [13:0] MTIME_H    = 14'h2FFF;

    reg        msip_q;
    reg        mti_q;
    reg [63:0] mtime_q;
    reg [63:0] mtimecmp_q;
    wire       tick;

    generate
        if (MTIME_DIV > 1) begin : g_div
            localparam [31:0] LAST = MTIME_DIV - 1;
            reg [31:0] div_q;
            assign tick = div_q == LAST;
            always @(posedge clk) begin
                if (rst | tick) begin
                    div_q <= 32'd0;
                end else begin
                    div_q <= div_q + 32'd1;
                end
            end
        end else begin : g_every
            assign tick = 1'b1;
        end
    endgenerate

    integer i;

    always @(posedge clk) begin
        if (rst) begin
            msip_q     <= 1'b0;
            mti_q      <= 1'b0;
            mtime_q    <= 64'd0;
            mtimecmp_q <= {64{1'b1}};           // no timer interrupt before software asks for one
        end else begin
            mti_q <= mtime_q >= mtimecmp_q;     // a 64-bit compare is kept off the interrupt path
            if (tick) begin
                mtime_q <= mtime_q + 64'd1;
            end
            if (en & we & (adr == MSIP) & sel[0]) begin
                msip_q <= dat_w[0];
            end
            if (en & we & ((adr == MTIME) | (adr == MTIME_H))) begin
                mtime_q <= mtime_q;             // a write stops the tick of its cycle
            end
            for (i = 0; i < 4; i = i + 1) begin
                if (en & we & sel[i]) begin
                    case (adr)
                        MTIMECMP:   mtimecmp_q[8*i +: 8]      <= dat_w[8*i +: 8];
                        MTIMECMP_H: mtimecmp_q[32 + 8*i +: 8] <= dat_w[8*i +: 8];
                        MTIME:      mtime_q[8*i +: 8]         <= dat_w[8*i +: 8];
                        MTIME_H:    mtime_q[32 + 8*i +: 8]    <= dat_w[8*i +: 8];
                        default:    ;
                    endcase
                end
            end
        end
        if (en) begin
            case (adr)
                MSIP:       dat_r <= {31'd0, msip_q};
                MTIMECMP:   dat_r <= mtimecmp_q[31:0];
                MTIMECMP_H: dat_r <= mtimecmp_q[63:32];
                MTIME:      dat_r <= mtime_q[31:0];
                MTIME_H:    dat_r <= mtime_q[63:32];
                default:    dat_r <= 32'd0;
            endcase
        end
    end

    assign irq_msi = msip_q;
    assign irq_mti = mti_q;
    assign mtime   = mtime_q;

endmodule

`default_nettype wire
