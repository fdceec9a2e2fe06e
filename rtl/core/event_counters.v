// The ten event counters, 40 bits each. They share one adder: each has a small count of
// events that are not yet added to its word in a RAM; in every cycle one counter's turn
// comes, or that of the counter being accessed, so that a read is exact.
// SPDX-License-Identifier: ISC
`default_nettype none

module event_counters (
    input  wire        clk,
    input  wire        rst,
    input  wire [ 9:0] event_pulse,  // of mhpmcounter3 to 12
    input  wire [ 9:0] inhibit,

    input  wire        access,       // of counter `index`, 3 to 12
    input  wire [ 3:0] index,
    input  wire        high,         // what is written is the upper half
    input  wire        write,
    input  wire [31:0] wdata,
    output wire [39:0] sum           // the counter, now
);
    reg  [39:0] word [0:15];
    reg  [3:0]  turn_q;
    wire [3:0]  turn = access ? index : turn_q;
    reg  [3:0]  swept_q;         // words below are zero, after reset
    wire        sweeping = swept_q != 4'd15;

    // A turn comes every ten cycles, later while reads take turns away: 255 events can
    // wait, so some 240 reads would have to follow each other for one to be lost.
    wire [79:0] waiting;
    genvar i;
    generate
        for (i = 0; i < 10; i = i + 1) begin : hpm
            reg [7:0] waiting_q;
            wire mine  = turn == i + 3;
            wire count = event_pulse[i] && !inhibit[i];
            always @(posedge clk) begin
                if (rst || sweeping) waiting_q <= 8'd0;
                else if (mine) waiting_q <= {7'd0, count};
                else if (count) waiting_q <= waiting_q + 8'd1;
            end
            assign waiting[8*i +: 8] = mine ? waiting_q : 8'd0;
        end
    endgenerate
    reg [7:0] more;
    integer k;
    always @* begin
        more = 8'd0;
        for (k = 0; k < 10; k = k + 1) more = more | waiting[8*k +: 8];
    end
    assign sum = word[turn] + {32'd0, more};
    wire [39:0] written = high ? {wdata[7:0], sum[31:0]} : {sum[39:32], wdata};
    always @(posedge clk) begin
        if (sweeping) word[swept_q] <= 40'd0;
        else word[turn] <= write ? written : sum;
        if (rst) swept_q <= 4'd0;
        else if (sweeping) swept_q <= swept_q + 4'd1;
        if (rst) turn_q <= 4'd3;
        else turn_q <= turn_q == 4'd12 ? 4'd3 : turn_q + 4'd1;
    end
endmodule
`default_nettype wire
