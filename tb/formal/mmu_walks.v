// Is every walk done for the request that asks, and its answer given to no other?
// A walk begins with the page, privilege, kind of access and root of the request that is served; an answer goes to a request
// that is still open, for its page; nothing comes out for a request after a fence, a map write or a change of context behind it.
// With walker_truth: a fault that is told is the one that the manual's algorithm finds for this very access.
// Method: induction
// Cover: 9
// Trace: 16
// Files: mmu/mmu.v mmu/tlb.v mmu/walker.v mmu/permission.v
// Assumes: TLB of 4 entries; of the core, see the assume statements
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module mmu_walks (
    input wire        clk, rst,
    input wire [31:0] satp, upmar,
    input wire        f_user, d_user, sum, mxr, context_switch, map_write, map_write_user, fence, fence_all,
    input wire [31:12] fence_va,
    input wire        redirect, f_start, f_again, d_request, d_again, d_store,
    input wire [31:12] f_page, d_page,
    input wire        read_granted, read_hit, line_accept, line_done, line_error,
    input wire [31:0] read_data
);
    reg first_q = 1'b1;
    always @(posedge clk) first_q <= 1'b0;

    wire        f_user_map, d_user_map, fill_good, f_done, d_done, d_early, done_fault, done_fault_page, f_fill, d_fill, fill_user_map;
    wire        fill_big, flush_f, flush_d, read, line_request;
    wire [31:12] fill_va;
    wire [31:0] fill_pte;
    wire [11:2] read_index;
    wire [33:12] read_ppn;

    // The fetch asks until it is answered or redirected. A data access asks for one cycle.
    reg         f_open_q, f_again_q, redirect_q, d_open_q, d_store_q, event_q, context_switch_q, map_write_q, map_write_user_q;
    reg         f_user_q, d_user_q;
    reg [31:0]  satp_q, upmar_q;
    reg [31:12] f_va_q, d_va_q;
    wire        event_now = context_switch || map_write || fence;
    always @(posedge clk) begin
        redirect_q <= redirect && !rst;
        event_q <= event_now && !rst;
        context_switch_q <= context_switch && !rst; map_write_q <= map_write && !rst; map_write_user_q <= map_write_user;
        f_user_q <= f_user; d_user_q <= d_user; satp_q <= satp; upmar_q <= upmar;
        if (rst || redirect || f_done) f_open_q <= 1'b0;
        else if (f_start) f_open_q <= 1'b1;
        if (!f_open_q) begin
            f_va_q    <= f_page;
            f_again_q <= f_again;
        end
        if (rst || event_now || d_done) d_open_q <= 1'b0;
        else if (d_request) d_open_q <= 1'b1;
        if (d_request) begin
            d_va_q    <= d_page;
            d_store_q <= d_store;
        end
    end
    always @* begin
        assume (rst == first_q);
        if (!first_q) begin
            assume (context_switch + map_write + fence < 2'd2);
            if (!map_write_q || map_write_user_q) assume (satp == satp_q);
            if (!map_write_q || !map_write_user_q) assume (upmar == upmar_q);
            if (!context_switch_q) assume (f_user == f_user_q && d_user == d_user_q);
            if (f_user != f_user_q) assume (redirect_q);
            if (map_write) assume (redirect);
            if (f_open_q) assume (!f_start);
            if (d_request) assume (!event_now && !event_q);
            // What goes round again asks for the same again.
            if (d_request && d_open_q) assume (d_page == d_va_q && d_store == d_store_q);
        end
    end

    mmu #(.TLB_ENTRIES(4)) dut (
        .clk(clk), .rst(rst), .satp(satp), .upmar(upmar), .f_user(f_user), .d_user(d_user), .sum(sum), .mxr(mxr),
        .f_user_map(f_user_map), .d_user_map(d_user_map), .context_switch(context_switch), .map_write(map_write), .map_write_user(map_write_user),
        .fence(fence), .fence_all(fence_all), .fence_va(fence_va),
        .f_request(f_open_q), .f_again(f_again_q), .f_cancel(redirect_q), .f_va(f_va_q), .f_done(f_done),
        .d_request(d_request), .d_again(d_again), .d_va(d_page), .d_store(d_store), .d_done(d_done), .d_early(d_early),
        .done_fault(done_fault), .done_fault_page(done_fault_page),
        .f_fill(f_fill), .d_fill(d_fill), .fill_va(fill_va), .fill_user_map(fill_user_map), .fill_pte(fill_pte),
        .fill_big(fill_big), .flush_f(flush_f), .flush_d(flush_d),
        .read(read), .read_index(read_index), .read_granted(read_granted && read), .read_ppn(read_ppn), .read_hit(read_hit),
        .read_data(read_data), .line_request(line_request), .line_accept(line_accept), .line_done(line_done),
        .line_error(line_error)
    );

    (* hierconn *) wire        \dut.u_walker.start , \dut.u_walker.start_user , \dut.begin_d , \dut.begin_f ;
    (* hierconn *) wire [31:12] \dut.u_walker.start_va ;
    (* hierconn *) wire [1:0]  \dut.u_walker.start_access ;
    (* hierconn *) wire [21:0] \dut.u_walker.start_root ;
    wire [31:0] f_map = f_user && upmar[31] ? upmar : satp, d_map = d_user && upmar[31] ? upmar : satp;
    wire [31:12] d_va = d_request ? d_page : d_va_q;
    always @* if (!first_q) begin
        if ( \dut.u_walker.start ) begin
            assert ( \dut.begin_d != \dut.begin_f );
            if ( \dut.begin_f ) fetch_begins: assert (f_open_q && !redirect_q && \dut.u_walker.start_va == f_va_q &&
                \dut.u_walker.start_user == f_user && \dut.u_walker.start_access == `ACC_FETCH && \dut.u_walker.start_root == f_map[21:0]);
            if ( \dut.begin_d ) data_begins: assert ((d_open_q || d_request) && \dut.u_walker.start_va == d_va &&
                \dut.u_walker.start_user == d_user && \dut.u_walker.start_root == d_map[21:0] &&
                \dut.u_walker.start_access == ((d_request ? d_store : d_store_q) ? `ACC_STORE : `ACC_LOAD));
        end
        if (f_done) fetch_ends: assert (f_open_q && !redirect_q && !event_q && fill_va == f_va_q && fill_user_map == f_user_map);
        if (d_done) data_ends: assert (d_open_q && !event_q && fill_va == d_va_q && fill_user_map == d_user_map);
        one: assert (!(f_done && d_done));
        cover (f_done && done_fault);
        cover (d_done && !done_fault);
    end
`ifndef TRACE
`include "mmu_walks.vh"
`endif
endmodule
`default_nettype wire
