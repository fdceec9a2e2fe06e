// The walker: follows the page map in use for one access, reading entries through
// the data cache (so it sees the core's own stores), and tells the leaf or the
// fault. Promises: reads only the two words that the manual's algorithm names
// (4.3.2), and only from DRAM; nothing comes out after `kill`; permission is
// judged on the entry as just read, so a fault is never an old entry's.
//
// Best case, from `start` in cycle 0: first-level entry read in 0 and answered in
// 1, while the second-level read, whose cache index does not depend on it, goes
// out; judged in 2; the leaf judged and given out in 3.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module walker (
    input  wire        clk,
    input  wire        rst,
    input  wire        kill,

    input  wire        start,       // while !busy; the four below are valid with it
    input  wire [31:12] start_va,
    input  wire [ 1:0] start_access,
    input  wire        start_user,  // effective privilege is U
    input  wire [21:0] start_root,  // PPN of the map
    output wire        busy,
    output wire        early,       // the walk cannot end within two cycles from now
    input  wire        sum,
    input  wire        mxr,

    // Data cache, read by physical address: index one cycle, tag and data the next
    output wire        read,        // wants a read of read_index
    output wire [11:2] read_index,
    input  wire        read_granted,
    output wire [33:12] read_ppn,   // of the read granted in the cycle before
    input  wire        read_hit,
    input  wire [31:0] read_data,
    output wire        line_request, // bring in the line of {read_ppn, read_index}
    input  wire        line_accept,
    input  wire        line_done,
    input  wire        line_error,

    output wire        done,        // one cycle, with all below
    output wire        fault,
    output wire        fault_page,  // page fault, else access fault
    output wire [31:0] leaf,        // raw
    output wire        leaf_big,
    output wire        event_word   // an entry is read, if there is read_hit
);
    localparam IDLE = 3'd0,
               READ1 = 3'd1, ANSWER1 = 3'd2, LINE1 = 3'd3,
               READ0 = 3'd4, ANSWER0 = 3'd5, LINE0 = 3'd6,
               JUDGE = 3'd7;
    reg [2:0]  state_q;
    reg [31:12] va_q;
    reg [1:0]  access_q;
    reg        user_q;
    reg [21:0] root_q;
    reg [31:0] pte_q;
    reg        level_q;     // pte_q came from the first level
    reg        waiting_q;   // the line fill asked for is ours

    assign busy = state_q != IDLE;

    // --- Reading
    assign read  = (state_q == IDLE && start) || state_q == READ1 || state_q == READ0 ||
                   state_q == ANSWER1;
    assign read_index = state_q == IDLE ? start_va[31:22]
                      : state_q == READ1 || state_q == LINE1 ? va_q[31:22] : va_q[21:12];
    assign read_ppn = state_q == ANSWER1 || state_q == LINE1 ? root_q : pte_q[31:10];
    wire   in_dram  = read_ppn[33:31] == 3'b001;
    assign line_request = (state_q == LINE1 || state_q == LINE0) && !waiting_q;
    assign event_word = (state_q == ANSWER1 || (state_q == ANSWER0 && pointer)) && in_dram;

    // --- Judging pte_q
    wire is_valid = pte_q[`PTE_V] && (pte_q[`PTE_R] || !pte_q[`PTE_W]);
    wire is_leaf  = pte_q[`PTE_R] || pte_q[`PTE_X];
    // A, D and U of a pointer are reserved
    wire pointer  = is_valid && !is_leaf && !pte_q[`PTE_A] && !pte_q[`PTE_D] && !pte_q[`PTE_U];
    wire aligned  = !level_q || pte_q[19:10] == 10'd0;
    wire allowed;
    permission u_permission (
        .flags(pte_q[7:0]), .access(access_q), .user(user_q), .sum(sum), .mxr(mxr), .allowed(allowed)
    );

    wire judging = state_q == JUDGE;
    // An entry that would lie outside DRAM; told from a register, like a leaf.
    wire hole    = (state_q == ANSWER1 || (state_q == ANSWER0 && pointer)) && !in_dram;
    reg  hole_q;
    always @(posedge clk) hole_q <= hole && !rst;
    wire lost    = waiting_q && line_done && line_error;
    assign done       = (judging || lost) && !kill;
    assign fault      = !judging || hole_q || !(is_valid && is_leaf && aligned && allowed);
    assign fault_page = judging && !hole_q;
    assign leaf       = pte_q;
    assign leaf_big   = level_q;

    always @(posedge clk) begin
        if (state_q == IDLE) begin
            va_q     <= start_va;
            access_q <= start_access;
            user_q   <= start_user;
            root_q   <= start_root;
        end
        if (read_hit && (state_q == ANSWER1 || (state_q == ANSWER0 && pointer))) begin
            pte_q   <= read_data;
            level_q <= state_q == ANSWER1;
        end
        if (rst || kill || done) begin
            state_q   <= IDLE;
            waiting_q <= 1'b0;
        end else case (state_q)
            IDLE:    if (start) state_q <= read_granted ? ANSWER1 : READ1;
            READ1:   if (read_granted) state_q <= ANSWER1;
            ANSWER1: state_q <= !in_dram ? JUDGE : !read_hit ? LINE1 : read_granted ? ANSWER0 : READ0;
            READ0:   if (!pointer) state_q <= JUDGE;
                     else if (read_granted) state_q <= ANSWER0;
            ANSWER0: state_q <= !pointer || !in_dram || read_hit ? JUDGE : LINE0;
            LINE1, LINE0: begin
                if (line_accept && line_request) waiting_q <= 1'b1;
                if (waiting_q && line_done) begin
                    waiting_q <= 1'b0;
                    state_q   <= state_q == LINE1 ? READ1 : READ0;
                end
            end
            default: state_q <= IDLE;
        endcase
    end
    assign early = state_q == READ1 || state_q == ANSWER1 || state_q == LINE1 || state_q == LINE0 || state_q == READ0;
endmodule
`default_nettype wire
