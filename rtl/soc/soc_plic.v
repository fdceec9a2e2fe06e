// PLIC for one hart: 31 level-triggered sources, two contexts (0 = M, 1 = S), laid out as SiFive's. The winner
// of each context is worked out only after something changed, and stands two cycles after the change. WIRED names
// the sources that exist; the others keep their registers but never pend. Sections: RISC-V PLIC specification 1.0.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_plic #(
    parameter [31:1] WIRED = {31{1'b1}}
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        en,
    input  wire        we,
    input  wire [21:2] adr,
    input  wire [3:0]  sel,
    input  wire [31:0] dat_w,
    output reg  [31:0] dat_r,
    input  wire [31:1] irq_src,
    output wire        irq_m,
    output wire        irq_s
);

    // ---- Address decode
    wire at_priority  = adr[21:7] == 15'h0000;
    wire at_pending   = adr == 20'h00400;
    wire at_enable    = (adr[21:8] == 14'h0020) & (adr[6:2] == 5'd0);
    wire at_context   = (adr[21:13] == 9'h100) & (adr[11:3] == 9'd0);
    wire at_threshold = at_context & ~adr[2];
    wire at_claim     = at_context & adr[2];
    wire ctx_enable   = adr[7];
    wire ctx          = adr[12];
    wire [4:0] source = adr[6:2];

    // ---- Registers
    // A source's priority is one bit of each of three words; source 0 does not exist and stays 0.
    reg [31:0] priority2_q;
    reg [31:0] priority1_q;
    reg [31:0] priority0_q;
    reg [31:0] enable_m_q;
    reg [31:0] enable_s_q;
    reg [2:0]  threshold_m_q;
    reg [2:0]  threshold_s_q;

    wire    wr = en & we;
    integer i;

    always @(posedge clk) begin
        if (rst) begin
            priority2_q   <= 32'd0;
            priority1_q   <= 32'd0;
            priority0_q   <= 32'd0;
            enable_m_q    <= 32'd0;
            enable_s_q    <= 32'd0;
            threshold_m_q <= 3'd0;
            threshold_s_q <= 3'd0;
        end else if (wr) begin
            if (at_priority & sel[0] & (source != 5'd0)) begin
                priority2_q[source] <= dat_w[2];
                priority1_q[source] <= dat_w[1];
                priority0_q[source] <= dat_w[0];
            end
            for (i = 0; i < 4; i = i + 1) begin
                if (at_enable & ~ctx_enable & sel[i]) begin
                    enable_m_q[8*i +: 8] <= dat_w[8*i +: 8];
                end
                if (at_enable & ctx_enable & sel[i]) begin
                    enable_s_q[8*i +: 8] <= dat_w[8*i +: 8];
                end
            end
            enable_m_q[0] <= 1'b0;
            enable_s_q[0] <= 1'b0;
            if (at_threshold & sel[0] & ~ctx) begin
                threshold_m_q <= dat_w[2:0];
            end
            if (at_threshold & sel[0] & ctx) begin
                threshold_s_q <= dat_w[2:0];
            end
        end
    end

    localparam [31:0] EXISTS = {WIRED, 1'b0};

    // ---- Gateways (section 3): a request, once forwarded, stays until it is claimed, and the source can make
    // no other before the handler has completed this one. A completion by a context in which the source is
    // not enabled is ignored (section 9).
    reg  [31:0] pending_q;
    reg  [31:0] inflight_q;                 // from the forwarding until the completion
    wire [31:0] forward = {irq_src, 1'b0} & EXISTS & ~inflight_q;

    wire        claim = en & ~we & at_claim & sel[0];
    wire [4:0]  claimed;
    reg  [31:0] completed;                  // what the lanes written hold, and zeros
    reg  [31:0] claim_mask;
    reg  [31:0] complete_mask;
    always @* begin
        completed     = 32'd0;
        claim_mask    = 32'd0;
        complete_mask = 32'd0;
        if (claim) begin
            claim_mask = 32'd1 << claimed;
        end
        if (wr & at_claim & sel[0]) begin
            completed = dat_w & {{8{sel[3]}}, {8{sel[2]}}, {8{sel[1]}}, {8{sel[0]}}};
            if (completed[31:5] == 27'd0) begin
                complete_mask = (32'd1 << completed[4:0]) & (ctx ? enable_s_q : enable_m_q);
            end
        end
    end

    always @(posedge clk) begin
        if (rst) begin
            pending_q  <= 32'd0;
            inflight_q <= 32'd0;
        end else if ((|forward) | claim | wr) begin
            pending_q  <= EXISTS & ((pending_q & ~claim_mask) | forward);
            inflight_q <= EXISTS & ((inflight_q & ~complete_mask) | forward);
        end
    end

    // ---- Arbitration (section 5): highest priority, then lowest number; priority 0 never wins.
    // Result: {priority, number} of the winner, 0 if there is none.
    function [7:0] winner(input [31:0] asking, input [31:0] bit2, input [31:0] bit1, input [31:0] bit0);
        integer n;
        begin
            winner = 8'd0;
            for (n = 1; n < 32; n = n + 1) begin
                if (asking[n] && {bit2[n], bit1[n], bit0[n]} > winner[7:5]) begin
                    winner = {bit2[n], bit1[n], bit0[n], n[4:0]};
                end
            end
        end
    endfunction

    reg        dirty_q;
    reg  [7:0] winner_m_q;
    reg  [7:0] winner_s_q;

    always @(posedge clk) begin
        if (rst) begin
            dirty_q    <= 1'b0;
            winner_m_q <= 8'd0;
            winner_s_q <= 8'd0;
        end else begin
            dirty_q <= (|forward) | claim | wr;
            if (dirty_q) begin
                winner_m_q <= winner(pending_q & enable_m_q, priority2_q, priority1_q, priority0_q);
                winner_s_q <= winner(pending_q & enable_s_q, priority2_q, priority1_q, priority0_q);
            end
        end
    end

    // The threshold holds back the notification, not the claim (section 8).
    assign irq_m   = winner_m_q[7:5] > threshold_m_q;
    assign irq_s   = winner_s_q[7:5] > threshold_s_q;
    assign claimed = ctx ? winner_s_q[4:0] : winner_m_q[4:0];

    always @(posedge clk) begin
        if (en) begin
            dat_r <= at_priority  ? {29'd0, priority2_q[source], priority1_q[source], priority0_q[source]}
                   : at_pending   ? pending_q
                   : at_enable    ? (ctx_enable ? enable_s_q : enable_m_q)
                   : at_threshold ? {29'd0, ctx ? threshold_s_q : threshold_m_q}
                   : at_claim     ? {27'd0, claimed}
                   :                32'd0;
        end
    end

endmodule

`default_nettype wire
