// Does every walk end?
// If the cache grants a read within 2 cycles, takes a line request within 2, brings the line within 3, and then has the word
// when the walker reads it next, a walk that is not killed has ended within 31 cycles. (The numbers
// stand for any: the walk goes through no state twice but by these.)
// Method: pdr
// Cover: 30
// Trace: 45
// Files: mmu/walker.v mmu/permission.v
// Assumes: see the assume statements
// Quick
// SPDX-License-Identifier: ISC
`default_nettype none

module walker_ends (
    input wire        clk, rst, kill, start,
    input wire [31:12] start_va,
    input wire [1:0]  start_access,
    input wire        start_user, sum, mxr,
    input wire [21:0] start_root,
    input wire        granted, hit, accept, line_done, line_error,
    input wire [31:0] data
);
    wire        busy, read, line_request, done;
    walker dut (
        .clk(clk), .rst(rst), .kill(kill), .start(start), .start_va(start_va), .start_access(start_access),
        .start_user(start_user), .start_root(start_root), .busy(busy), .sum(sum), .mxr(mxr),
        .read(read), .read_granted(granted && read), .read_hit(hit), .read_data(data),
        .line_request(line_request), .line_accept(accept), .line_done(line_done), .line_error(line_error), .done(done)
    );
    reg       first_q = 1'b1;
    reg [1:0] read_wait_q, line_wait_q, done_wait_q;
    reg       coming_q, brought_q, granted_q;
    reg [5:0] age_q;
    always @(posedge clk) begin
        first_q <= 1'b0;
        granted_q <= read && granted && !rst;
        read_wait_q <= rst || !read || granted ? 2'd0 : read_wait_q + 2'd1;
        line_wait_q <= rst || !line_request || accept ? 2'd0 : line_wait_q + 2'd1;
        coming_q    <= !rst && !kill && ((line_request && accept) || (coming_q && !line_done));
        done_wait_q <= rst || !coming_q || line_done ? 2'd0 : done_wait_q + 2'd1;
        // the line is here: the next answer is the word
        if (rst || kill || start) brought_q <= 1'b0;
        else if (coming_q && line_done) brought_q <= 1'b1;
        else if (granted_q) brought_q <= 1'b0;
        age_q <= rst || !busy ? 6'd0 : age_q + 6'd1;
    end
    always @* begin
        assume (rst == first_q);
        if (busy) assume (!start);
        if (read && read_wait_q == 2'd2) assume (granted);
        if (line_request && line_wait_q == 2'd2) assume (accept);
        if (coming_q && done_wait_q == 2'd3) assume (line_done);
        if (brought_q && granted_q) assume (hit);
        if (!first_q) begin
            ends: assert (age_q <= 6'd30);
            cover (done && age_q >= 6'd20);
        end
    end
endmodule
`default_nettype wire
