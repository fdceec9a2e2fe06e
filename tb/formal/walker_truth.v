// Does a walk read the words that the manual names, and fault exactly when it must?
// The algorithm of the privileged manual (4.3.2) is followed beside the walker, on what the cache's port answers, which is
// anything at any time. At the end of every walk the verdict, the kind of fault and the leaf are the algorithm's, on the
// entries just read; a line is asked for only at the address whose word the algorithm wants next, in DRAM; a killed walk says
// nothing.
// Method: induction
// Cover: 12
// Trace: 12
// Files: mmu/walker.v mmu/permission.v
// Assumes: a start only while the walker is not busy
// Quick
// SPDX-License-Identifier: ISC
`default_nettype none

module walker_truth (
    input wire        clk, rst, kill, start,
    input wire [31:12] start_va,
    input wire        is_fetch, is_store, start_user, sum, mxr,
    input wire [21:0] start_root,
    input wire        granted, hit, accept, line_done, line_error,
    input wire [31:0] data
);
    wire        busy, early, read, line_request, done, fault, fault_page, leaf_big, event_word;
    wire [11:2] read_index;
    wire [33:12] read_ppn;
    wire [31:0] leaf;
    wire [1:0]  start_access = is_fetch ? 2'd0 : is_store ? 2'd2 : 2'd1;
    walker dut (
        .clk(clk), .rst(rst), .kill(kill), .start(start), .start_va(start_va), .start_access(start_access),
        .start_user(start_user), .start_root(start_root), .busy(busy), .early(early), .sum(sum), .mxr(mxr),
        .read(read), .read_index(read_index), .read_granted(granted), .read_ppn(read_ppn), .read_hit(hit), .read_data(data),
        .line_request(line_request), .line_accept(accept), .line_done(line_done), .line_error(line_error),
        .done(done), .fault(fault), .fault_page(fault_page), .leaf(leaf), .leaf_big(leaf_big), .event_word(event_word)
    );
    reg first_q = 1'b1;
    always @(posedge clk) first_q <= 1'b0;
    always @* begin
        assume (rst == first_q);
        assume (!(is_fetch && is_store));
        if (busy) assume (!start);
        if (!read) assume (!granted);
        if (hit) assume (read_ppn[33:31] == 3'b001);    // the cache holds DRAM only
    end

    // --- The algorithm. want_q: 1 the first entry is wanted, 2 it is here, 3 the second is here
    reg  [1:0]  have_q;
    reg  [31:12] va_q;
    reg  [21:0] root_q;
    reg         fetch_q, store_q, user_q, granted_q, killed_q, walk_q, ours_q;
    reg  [11:2] index_q;
    reg  [31:0] entry_q;
    wire v = entry_q[0], r = entry_q[1], w = entry_q[2], x = entry_q[3], u = entry_q[4], a = entry_q[6], d = entry_q[7];
    wire step3 = have_q != 2'd0 && v && !(!r && w);                 // valid, not reserved
    wire pointer = step3 && !r && !x;
    wire table_ok = have_q == 2'd1 && pointer && !u && !a && !d;    // step 4: the next level
    wire [33:2] wanted = have_q == 2'd0 ? {root_q, va_q[31:22]} : {entry_q[31:10], va_q[21:12]};
    wire wants = have_q == 2'd0 || table_ok;
    wire right = fetch_q ? x : store_q ? w : r || (mxr && x);       // step 5
    wire owner = user_q ? u : !u || (!fetch_q && sum);
    wire good  = step3 && !pointer && right && owner && !(have_q == 2'd1 && entry_q[19:10] != 10'd0) && // step 6
                 a && (!store_q || d);                              // step 7
    wire in_dram = wanted[33:31] == 3'b001;
    wire answer = walk_q && granted_q && hit && wants && !line_request && !ours_q && {read_ppn, index_q} == wanted;
    always @(posedge clk) begin
        granted_q <= read && granted;
        index_q   <= read_index;
        killed_q  <= kill;
        if (rst || kill || done) walk_q <= 1'b0;
        else if (start) walk_q <= 1'b1;
        if (start) begin
            va_q <= start_va; root_q <= start_root; user_q <= start_user; fetch_q <= is_fetch; store_q <= is_store;
            have_q <= 2'd0;
        end else if (answer) begin
            have_q  <= have_q + 2'd1;
            entry_q <= data;
        end
        if (rst || kill || done) ours_q <= 1'b0;
        else if (line_request && accept) ours_q <= 1'b1;
        else if (line_done) ours_q <= 1'b0;
    end

    always @* if (!first_q) begin
        assert (busy == walk_q);
        if (kill || !walk_q) silent: assert (!done);
        if (done && wants) begin            // it ends without the word: nothing is there
            assert (fault && !fault_page);
            assert (!in_dram || (ours_q && line_done && line_error));
        end
        if (done && !wants) begin
            assert (fault == !good);
            assert (fault_page);            // with fault
            assert (leaf == entry_q && leaf_big == (have_q == 2'd1));
        end
        if (ours_q && line_done && line_error && !kill) lost: assert (done);
        if (line_request) address: assert (wants && {read_ppn, read_index} == wanted && in_dram && walk_q);
        if (ours_q) assert (walk_q);
        assert (!(event_word && hit) || answer);
        cover (done && !fault && leaf_big && have_q == 2'd1);
        cover (done && !fault && !leaf_big && have_q == 2'd2);
        cover (done && fault && fault_page && good != fault);
        cover (done && fault && !fault_page && have_q == 2'd1);
    end
`ifndef TRACE
`include "walker_truth.vh"
`endif
endmodule
`default_nettype wire
