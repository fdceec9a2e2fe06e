// Branch predictor: a branch target buffer (tagged, direct-mapped), a table of
// two-bit counters indexed by pc and global history, and a return stack. Looked
// up with the address of the next fetch, so that the answer is there together
// with the instruction. A wrong answer costs cycles, never correctness: D and X
// check every prediction.
// SPDX-License-Identifier: ISC
`default_nettype none

module predictor #(
    parameter BTB_ENTRIES  = 256,  // power of two, 8 or more
    parameter PHT_ENTRIES  = 2048, // power of two, 256 or more
    parameter RAS_ENTRIES  = 4,    // power of two, 2 or more
    parameter HISTORY_BITS = 8     // at most log2(PHT_ENTRIES)
) (
    input  wire        clk,
    input  wire        rst,

    // Lookup: the address now, the prediction in the next cycle. The next address is the
    // prediction, if F goes on, else `otherwise`.
    input  wire        looks,      // else the prediction stays as it is
    input  wire        goes_on,
    input  wire [31:2] otherwise,
    output wire [31:2] fetch_addr,
    input  wire [31:2] f_pc,       // the address that is answered for
    output wire        f_taken,
    output wire [31:2] f_target,
    output wire        f_known,    // the target buffer knows this pc
    output wire [$clog2(PHT_ENTRIES)-1:0] f_index, // names the counter used
    output wire [ 1:0] f_counter,

    // D: history and return stack advance with decoded instructions
    input  wire        d_branch,   // a conditional branch leaves D
    input  wire        d_taken,    // predicted so
    input  wire        d_call,
    input  wire        d_return,
    input  wire [31:2] x_link,     // return address of the call, in the cycle after
    output wire [HISTORY_BITS-1:0] d_history,   // before the instruction in D
    output wire [$clog2(RAS_ENTRIES)-1:0] d_stack, // after it

    // Repair after a redirect
    input  wire        repair,
    input  wire [HISTORY_BITS-1:0] repair_history,
    input  wire [$clog2(RAS_ENTRIES)-1:0] repair_stack,

    // Training by retired instructions
    input  wire        train_branch,
    input  wire        train_taken,
    input  wire [$clog2(PHT_ENTRIES)-1:0] train_index,
    input  wire [ 1:0] train_counter,
    input  wire        train_target_we,
    input  wire [31:2] train_pc,
    input  wire [31:2] train_target,
    input  wire [ 1:0] train_type
);
    localparam BW = $clog2(BTB_ENTRIES);
    localparam PW = $clog2(PHT_ENTRIES);
    localparam SW = $clog2(RAS_ENTRIES);
    localparam TAG = 6;
    localparam PARTS = (30 - BW + TAG - 1) / TAG;  // of what is folded into a tag

    // Type of a target-buffer entry that is none
    localparam NONE = 2'd3;

    wire [31:2] return_top;

    // --- Target buffer. Invalid entries bear type NONE; a sweep after reset
    // writes it everywhere, so that the RAM needs no reset.
    reg [BW:0] sweep_q;
    wire sweeping = !sweep_q[BW];
    always @(posedge clk) begin
        if (rst) sweep_q <= {(BW+1){1'b0}};
        else if (sweeping) sweep_q <= sweep_q + 1'b1;
    end

    // A tag is all of the address above the index, folded, so that its compare is short.
    function [TAG-1:0] tag_of(input [31:BW+2] upper);
        integer i;
        reg [PARTS*TAG-1:0] parts;
        begin
            parts = {(PARTS*TAG){1'b0}};
            parts[29-BW:0] = upper;
            tag_of = {TAG{1'b0}};
            for (i = 0; i < PARTS; i = i + 1) tag_of = tag_of ^ parts[i*TAG +: TAG];
        end
    endfunction

    // A read in the cycle of a write to its place may give anything: any prediction will do.
    (* no_rw_check *) reg [TAG+31:0] btb [0:BTB_ENTRIES-1];
    reg [TAG+31:0] entry_q;
    wire           btb_we = sweeping || train_target_we;
    wire [BW-1:0]  btb_wa = sweeping ? sweep_q[BW-1:0] : train_pc[BW+1:2];
    wire [TAG+31:0] btb_wd = sweeping
        ? {NONE, {TAG{1'b0}}, 30'd0}
        : {train_type, tag_of(train_pc[31:BW+2]), train_target};
    always @(posedge clk) begin
        if (btb_we) btb[btb_wa] <= btb_wd;
        if (looks) entry_q <= btb[fetch_addr[BW+1:2]];
    end

    // --- Counters
    reg [HISTORY_BITS-1:0] history_q;
    wire [PW-1:0] look_index;
    reg [PW-1:0] index_q;
    (* no_rw_check *) reg [1:0] pht [0:PHT_ENTRIES-1];
    reg [1:0] counter_q;
    wire [1:0] counter_new = train_taken ? (train_counter == 2'd3 ? 2'd3 : train_counter + 2'd1)
                                         : (train_counter == 2'd0 ? 2'd0 : train_counter - 2'd1);
    // The counters too are swept, so that every run from reset is the same.
    reg [PW:0] pht_sweep_q;
    wire pht_sweeping = !pht_sweep_q[PW];
    always @(posedge clk) begin
        if (rst) pht_sweep_q <= {(PW+1){1'b0}};
        else if (pht_sweeping) pht_sweep_q <= pht_sweep_q + 1'b1;
    end
    wire          pht_we = pht_sweeping || train_branch;
    wire [PW-1:0] pht_wa = pht_sweeping ? pht_sweep_q[PW-1:0] : train_index;
    wire [1:0]    pht_wd = pht_sweeping ? 2'd1 : counter_new;
    always @(posedge clk) begin
        if (pht_we) pht[pht_wa] <= pht_wd;
        if (looks) begin
            index_q   <= look_index;
            counter_q <= pht[look_index];
        end
    end
    assign f_index   = index_q;
    assign f_counter = pht_sweeping ? 2'd1 : counter_q;
    next_fetch #(.TAG(TAG), .PW(PW)) u_next_fetch (
        .tag(tag_of(f_pc[31:BW+2])), .entry_tag(entry_q[TAG+29:30]), .entry_type(entry_q[TAG+31:TAG+30]),
        .entry_target(entry_q[29:0]), .counter(f_counter[1]), .off(sweeping), .return_top(return_top),
        .goes_on(goes_on), .otherwise(otherwise), .history(history_q << (PW - HISTORY_BITS)),
        .known(f_known), .taken(f_taken), .target(f_target), .fetch_addr(fetch_addr), .look_index(look_index)
    );

    always @(posedge clk) begin
        if (rst) history_q <= {HISTORY_BITS{1'b0}};
        else if (repair) history_q <= repair_history;
        else if (d_branch) history_q <= {history_q[HISTORY_BITS-2:0], d_taken};
    end
    assign d_history = history_q;
    wire unused = &{1'b0, fetch_addr, f_pc, train_pc};

    // --- Return stack: the pointer is repaired, the contents need not be. A call's return
    // address is written from X; a return right behind a call finds what was there before. Swept like
    // the others.
    reg [31:2] stack [0:RAS_ENTRIES-1];
    reg [SW-1:0] top_q;
    reg        called_q;
    assign return_top = stack[top_q];
    assign d_stack = d_call ? top_q + 1'b1 : d_return ? top_q - 1'b1 : top_q;
    always @(posedge clk) begin
        called_q <= d_call && !repair && !rst;
        if (rst) top_q <= {SW{1'b0}};
        else top_q <= repair ? repair_stack : d_stack;
        if (sweeping || called_q) stack[sweeping ? sweep_q[SW-1:0] : top_q] <= sweeping ? 30'd0 : x_link;
    end
endmodule
`default_nettype wire
