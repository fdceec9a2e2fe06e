// Counters: cycle, instret (64 bits), and mhpmcounter3 to 12, each of which counts one
// fixed event (40 bits). mhpmcounter13 to 31 read as zero.
//
// They share one adder: each has a small count of events that are not yet added to its
// word in a RAM; in every cycle one counter's turn comes, or that of the counter being
// accessed, so that a read is exact.
// SPDX-License-Identifier: ISC
`default_nettype none

module counters #(
    parameter HPM = 1   // 0: no event counters
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        retire,         // an instruction retires, untrapped;
    input  wire        retire_early,   // the same, known earlier, right while one is in M
    input  wire [ 9:0] event_pulse,    // of mhpmcounter3 to 12
    input  wire [12:0] inhibit,        // mcountinhibit

    input  wire        next_active,    // the instruction in X may access counter next_index;
    input  wire [ 3:0] next_index,     // never in two cycles running
    input  wire        valid,          // there is an instruction in M,
    input  wire        active,         // which accesses counter index
    input  wire [ 4:0] index,
    input  wire        high,           // its upper half
    output wire [31:0] rdata,
    input  wire        write,
    input  wire        replace,        // it writes, else sets or clears bits
    input  wire        clear,
    input  wire [31:0] operand
);
    // A turn comes every 13 cycles; accesses take every second turn at most away. So
    // some 26 events can wait.
    reg  [63:0] word [0:15];
    reg  [3:0]  turn_q, rotation_q;
    reg  [4:0]  sweep_q;         // after reset, words are made zero
    wire        sweeping = !sweep_q[4];
    wire        there    = index <= 5'd12;
    wire        is_event = index != 5'd0 && index != 5'd2;
    wire        writes   = write && there;

    // An instruction that writes instret does not count itself: it retires in the
    // next cycle. What retires now was in M in the cycle before: it counts as
    // mcountinhibit stood then.
    reg         skip_q, inhibited_q;
    wire        retired = retire && !inhibited_q && !skip_q;
    reg  [9:0]  event_q;         // events come late in their cycle
    reg         written_q;       // a write to cycle does not count its own cycle: the next goes uncounted instead
    wire [12:0] count = {event_q & {10{HPM != 0}}, 2'b00, !inhibit[0] && !written_q};
    // What retires in the cycle of an access is part of instret as accessed.
    wire        last_one = turn_q == 4'd2 && active && valid && retire_early && !inhibited_q && !skip_q;

    // An adder this short is smaller without a carry chain.
    function [4:0] one_more(input [4:0] n);
        one_more = n ^ {&n[3:0], &n[2:0], &n[1:0], n[0], 1'b1};
    endfunction

    // Five bits for each counter; time, which is 1, is counted elsewhere.
    localparam LAST = HPM != 0 ? 12 : 2;
    reg [5*LAST-1:0] waiting_q;
    reg [4:0]        more_q;
    wire [12:0]      counts = {count[12:3], retired && !(turn_q == 4'd2 && !sweeping && active && valid), 1'b0,
                               count[0]};
    function integer slot(input integer counter);
        slot = counter == 0 ? 0 : counter - 1;
    endfunction
    // What waits for a counter is taken in the cycle before its turn.
    wire [3:0] next_turn = next_active ? next_index : rotation_q;
    integer k;
    always @(posedge clk) begin
        more_q <= 5'd0;
        for (k = 0; k <= LAST; k = k + 1) if (k != 1) begin
            if (rst) begin
                waiting_q[5*slot(k) +: 5] <= 5'd0;
            end else if (next_turn == k[3:0] && !sweeping) begin
                waiting_q[5*slot(k) +: 5] <= 5'd0;
                more_q <= counts[k] ? one_more(waiting_q[5*slot(k) +: 5]) : waiting_q[5*slot(k) +: 5];
            end else if (counts[k]) begin
                waiting_q[5*slot(k) +: 5] <= one_more(waiting_q[5*slot(k) +: 5]);
            end
        end
    end

    wire [63:0] sum     = word[turn_q] + {59'd0, more_q} + {63'd0, last_one};
    // The old value comes late, out of the adder: its CSR operation is done here, for counters alone.
    wire [31:0] upper   = {sum[63:40] & {24{!is_event}}, sum[39:32]};
    wire [31:0] old     = high ? upper : sum[31:0];
    wire [31:0] data    = replace ? operand : clear ? old & ~operand : old | operand;
    wire [63:0] written = {writes && high ? data : sum[63:32], writes && !high ? data : sum[31:0]};
    always @(posedge clk) begin
        word[sweeping ? sweep_q[3:0] : turn_q] <= sweeping ? 64'd0 : written;
        if (rst) sweep_q <= 5'd0;
        else if (sweeping) sweep_q <= sweep_q + 5'd1;
        turn_q  <= next_turn;
        written_q <= turn_q == 4'd0 && writes && !rst;
        event_q <= event_pulse & ~inhibit[12:3] & {10{!rst}};
        if (rst) rotation_q <= 4'd0;
        else if (!next_active) rotation_q <= rotation_q == 4'd12 ? 4'd0 : rotation_q + 4'd1;
        skip_q      <= write && index == 5'd2 && !rst;
        inhibited_q <= inhibit[2] && !rst;
    end

    assign rdata = active && there && (HPM != 0 || !is_event) ? old : 32'd0;
    wire unused = &{1'b0, inhibit, event_pulse, count};
endmodule
`default_nettype wire
