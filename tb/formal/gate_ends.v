// Does the gate unit answer?
// If the data cache grants a read within 2 cycles, takes a line request within 2, brings the line within 3, and then has the
// word when it is read next, an `svc` that is not squashed has its answer within 18 cycles. (The numbers stand for any: the unit
// goes through no state twice but by these.)
// Method: pdr
// Cover: 24
// Trace: 26
// Files: core/gate.v
// Assumes: see the assume statements
// Quick
// SPDX-License-Identifier: ISC
`default_nettype none

module gate_ends (
    input wire        clk, rst, start,
    input wire [31:0] name, data,
    input wire [21:0] table_ppn,
    input wire        granted, hit, accept, line_done, line_error
);
    wire        done, ok, read, line_request;
    gate dut (
        .clk(clk), .rst(rst), .start(start), .name(name), .table_ppn(table_ppn), .done(done), .ok(ok), .read(read),
        .read_granted(granted && read), .read_hit(hit), .read_data(data), .line_request(line_request), .line_accept(accept && line_request),
        .line_done(line_done), .line_error(line_error)
    );
    reg       first_q = 1'b1;
    reg [1:0] read_wait_q, line_wait_q, done_wait_q;
    reg       coming_q, brought_q, granted_q, start_q;
    reg [31:0] name_q;
    reg [21:0] table_q;
    reg [5:0] age_q;
    always @(posedge clk) begin
        first_q     <= 1'b0;
        start_q     <= start && !done && !rst;
        {name_q, table_q} <= {name, table_ppn};
        granted_q   <= read && granted && !rst;
        read_wait_q <= rst || !read || granted ? 2'd0 : read_wait_q + 2'd1;
        line_wait_q <= rst || !line_request || accept ? 2'd0 : line_wait_q + 2'd1;
        coming_q    <= !rst && start && ((line_request && accept) || (coming_q && !line_done));
        done_wait_q <= rst || !coming_q || line_done ? 2'd0 : done_wait_q + 2'd1;
        if (rst || !start || done) brought_q <= 1'b0;
        else if (coming_q && line_done) brought_q <= 1'b1;
        age_q       <= rst || !start || done ? 6'd0 : age_q + 6'd1;
    end
    always @* begin
        assume (rst == first_q);
        // X keeps the svc, the table does not change while it waits; the name is there in the cycle before
        if (start) assume (name == name_q && table_ppn == table_q);
        if (read && read_wait_q == 2'd2) assume (granted);
        if (line_request && line_wait_q == 2'd2) assume (accept);
        if (coming_q && done_wait_q == 2'd3) assume (line_done);
        if (brought_q && granted_q) assume (hit);
        if (!first_q) begin
            answers: assert (age_q <= 6'd17);
            cover (done && start && age_q >= 6'd12 && ok);
            cover (done && start && !ok);
        end
    end
endmodule
`default_nettype wire
