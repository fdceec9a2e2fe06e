// Counters: cycle, instret, and mhpmcounter3 to 12, each of which counts one fixed
// event (40 bits). mhpmcounter13 to 31 read as zero.
// SPDX-License-Identifier: ISC
`default_nettype none

module counters #(
    parameter HPM = 1   // 0: no event counters
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        retire,
    input  wire [ 9:0] event_pulse,    // of mhpmcounter3 to 12
    input  wire [12:0] inhibit,        // mcountinhibit

    input  wire        active,
    input  wire [ 4:0] index,          // which counter
    input  wire        high,           // its upper half
    output reg  [31:0] rdata,
    input  wire        write,
    input  wire [31:0] wdata
);
    reg [63:0] cycle_q, instret_q;
    // An instruction that writes instret does not count itself: it retires in the
    // next cycle.
    reg        skip_q;
    // What retires now was in M in the cycle before: it counts as mcountinhibit stood then.
    reg        inhibited_q;
    wire [63:0] instret_now = instret_q + {63'd0, retire && !inhibited_q && !skip_q};

    always @(posedge clk) begin
        if (rst) begin
            cycle_q   <= 64'd0;
            instret_q <= 64'd0;
            skip_q    <= 1'b0;
            inhibited_q <= 1'b0;
        end else begin
            skip_q <= write && index == 5'd2;
            inhibited_q <= inhibit[2];
            if (!inhibit[0]) cycle_q <= cycle_q + 64'd1;
            instret_q <= instret_now;
            if (write && index == 5'd0) begin
                cycle_q <= high ? {wdata, cycle_q[31:0]} : {cycle_q[63:32], wdata};
            end
            if (write && index == 5'd2) begin
                instret_q <= high ? {wdata, instret_now[31:0]} : {instret_now[63:32], wdata};
            end
        end
    end

    // --- Event counters
    wire        is_event = index >= 5'd3 && index <= 5'd12;
    wire [39:0] event_sum;
    generate
        if (HPM != 0) begin : counting
            event_counters u_event_counters (
                .clk(clk), .rst(rst), .event_pulse(event_pulse), .inhibit(inhibit[12:3]),
                .access(active && is_event), .index(index[3:0]), .high(high),
                .write(write && is_event), .wdata(wdata), .sum(event_sum)
            );
        end else begin : none
            assign event_sum = 40'd0;
        end
    endgenerate

    always @* begin
        rdata = 32'd0;
        if (active) begin
            if (index == 5'd0) rdata = high ? cycle_q[63:32] : cycle_q[31:0];
            if (index == 5'd2) rdata = high ? instret_now[63:32] : instret_now[31:0];
            if (is_event) rdata = high ? {24'd0, event_sum[39:32]} : event_sum[31:0];
        end
    end
    wire unused = &{1'b0, inhibit, event_pulse};
endmodule
`default_nettype wire
