// Counters: cycle, instret, and mhpmcounter3 to 12, each of which counts one fixed
// event (40 bits). mhpmcounter13 to 31 read as zero.
// SPDX-License-Identifier: ISC
`default_nettype none

module counters (
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

    wire [40*10-1:0] events;
    genvar i;
    generate
        for (i = 0; i < 10; i = i + 1) begin : hpm
            reg [39:0] count_q;
            always @(posedge clk) begin
                if (rst) count_q <= 40'd0;
                else if (write && index == i + 3)
                    count_q <= high ? {wdata[7:0], count_q[31:0]} : {count_q[39:32], wdata};
                else if (event_pulse[i] && !inhibit[i+3]) count_q <= count_q + 40'd1;
            end
            assign events[40*i +: 40] = count_q;
        end
    endgenerate

    integer k;
    always @* begin
        rdata = 32'd0;
        if (active) begin
            if (index == 5'd0) rdata = high ? cycle_q[63:32] : cycle_q[31:0];
            if (index == 5'd2) rdata = high ? instret_now[63:32] : instret_now[31:0];
            for (k = 0; k < 10; k = k + 1)
                if (index == k[4:0] + 5'd3)
                    rdata = high ? {24'd0, events[40*k+32 +: 8]} : events[40*k +: 32];
        end
    end
    wire unused = &{1'b0, inhibit[1]};
endmodule
`default_nettype wire
