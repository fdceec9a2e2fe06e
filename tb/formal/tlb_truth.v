// Is what a TLB answers what the walk of the map in use would give?
// For every page, ASID and leaf: when a first-level TLB answers a fetch or a data access with that leaf, then the map that
// the access goes through, as it stood in memory at the last fence of the page or later, gave this leaf for the page. The
// MMU, the TLB, the walker, both first-level TLBs and the fetch stage are the real ones. Memory is what the cache's port
// answers, anything at any time; fences, map writes, mode changes, redirects come in any cycle.
//
// One page, map register, ASID and leaf are chosen and kept, but arbitrary. What is read on the port is followed: an entry
// of the first level at the register's root, then the leaf in the table it points to. The leaf is `given` from then on,
// until a fence of the page (of any page of its 4 MiB, for a 4 MiB leaf). No answer may be the chosen leaf when it is not
// given. So any wrong answer at all is a counterexample, as the choice is arbitrary.
// Method: induction
// Cover: 9
// Trace: 14
// Files: mmu/mmu.v mmu/tlb.v mmu/tlb_first.v cache/tag_same.v cache/line_hit.v mmu/walker.v mmu/permission.v core/fetch.v core/next_select.v
// Assumes: TLB of 4, first levels of 2 entries; of the core, see the assume statements
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`ifndef ASID_BITS
`define ASID_BITS 9
`endif

module tlb_truth (
    input wire        clk, rst,
    input wire [31:0] satp, upmar,
    input wire        f_user, d_user, sum, mxr,
    input wire        context_switch, map_write, map_write_user, fence, fence_all,
    input wire [31:12] fence_va,
    // Fetch
    input wire        redirect, d_stall, translate, f_taken,
    input wire [31:0] target,
    input wire [31:2] predicted,
    input wire [31:0] insn,
    input wire        line_valid, line_accept, word_done, word_error, line_end,
    input wire [31:12] line_tag,
    // Data
    input wire        x_look,        // an access in X,
    input wire [31:12] x_va,         // looked up for M
    input wire        d_request, d_store,
    // Cache
    input wire        read_granted, read_hit, line_taken, walk_line_done, walk_line_error,
    input wire [31:0] read_data
);
    localparam [8:0] ASID_MASK = (9'd1 << `ASID_BITS) - 9'd1;

    // ------------------------------------------------------------ the real thing
    wire        f_user_map, d_user_map, f_request, f_again, f_cancel, f_done, d_done, d_early, done_fault, done_fault_page;
    wire        f_fill, d_fill, fill_good, fill_user_map, fill_big, flush_f, flush_d, flush_user, flush_kernel, f_hit, f_big, d_hit, d_big;
    wire [31:0] fill_pte, f_pte, d_pte, f_pc;
    wire [31:12] fill_va, f_va;
    wire        read, line_request;
    wire [11:2] read_index;
    wire [33:12] read_ppn;
    reg         m_look, m_look_q, m_hit_q;
    reg [31:12] m_va, m_va_q;

    mmu #(.TLB_ENTRIES(4), .ASID_BITS(`ASID_BITS)) dut (
        .clk(clk), .rst(rst), .satp(satp), .upmar(upmar), .f_user(f_user), .d_user(d_user), .sum(sum), .mxr(mxr),
        .f_user_map(f_user_map), .d_user_map(d_user_map), .context_switch(context_switch), .map_write(map_write), .map_write_user(map_write_user),
        .fence(fence), .fence_all(fence_all), .fence_va(fence_va),
        .f_request(f_request), .f_again(f_again), .f_cancel(f_cancel), .f_va(f_va), .f_done(f_done),
        .d_request(d_request), .d_again(m_hit_q), .d_va(m_va_q), .d_store(d_store), .d_done(d_done), .d_early(d_early),
        .done_fault(done_fault), .done_fault_page(done_fault_page),
        .f_fill(f_fill), .d_fill(d_fill), .fill_good(fill_good), .fill_va(fill_va), .fill_user_map(fill_user_map), .fill_pte(fill_pte),
        .fill_big(fill_big), .flush_f(flush_f), .flush_d(flush_d), .flush_user(flush_user), .flush_kernel(flush_kernel),
        .read(read), .read_index(read_index), .read_granted(read_granted && read), .read_ppn(read_ppn), .read_hit(read_hit),
        .read_data(read_data), .line_request(line_request), .line_accept(line_taken), .line_done(walk_line_done),
        .line_error(walk_line_error)
    );
    tlb_first #(.ENTRIES(2)) itlb (
        .clk(clk), .rst(rst), .flush(flush_f), .flush_user(flush_user), .flush_kernel(flush_kernel), .look(translate), .va(f_pc[31:12]), .user_map(f_user_map), .hit(f_hit), .pte(f_pte), .big(f_big), .user(f_user), .allowed(f_allowed), .line_valid(line_valid), .line_tag(line_tag), .line_hit(f_line_hit),
        .fill(f_fill), .fill_good(fill_good), .fill_va(fill_va), .fill_user_map(fill_user_map), .fill_pte(fill_pte), .fill_big(fill_big)
    );
    tlb_first #(.ENTRIES(2), .AHEAD(1)) dtlb (
        .clk(clk), .rst(rst), .flush(flush_d), .flush_user(flush_user), .flush_kernel(flush_kernel), .look(x_look), .va(x_va), .user_map(d_user_map), .hit(d_hit), .pte(d_pte), .big(d_big),
        .fill(d_fill), .fill_good(fill_good), .fill_va(fill_va), .fill_user_map(fill_user_map), .fill_pte(fill_pte), .fill_big(fill_big)
    );
    wire        f_goes_on, f_allowed, f_line_hit;
    wire [31:2] f_otherwise;
    fetch #(.PREDICT_BITS(2)) u_fetch (
        .clk(clk), .rst(rst), .goes_on(f_goes_on), .otherwise(f_otherwise), .fetch_addr(f_goes_on && f_taken ? predicted : f_otherwise), .w_redirect(redirect), .w_target(target), .m_redirect(1'b0), .m_target(32'd0),
        .d_redirect(1'b0), .d_target(32'd0), .d_stall(d_stall), .f_pc(f_pc),
        .f_taken(f_taken), .f_target(predicted), .f_known(1'b0), .f_note(2'd0),
        .translate(translate), .tlb_hit(f_hit), .tlb_allowed(f_allowed), .f_hit(f_line_hit), .tlb_pte(f_pte),
        .walk_request(f_request), .walk_again(f_again), .walk_cancel(f_cancel), .walk_va(f_va),
        .walk_done(f_done), .walk_fault(done_fault), .walk_fault_page(done_fault_page),
        .line_insn(insn), .line_accept(line_accept),
        .word_done(word_done), .word_error(word_error), .line_end(line_end)
    );

    // ------------------------------------------------------------ what is assumed of the core
    reg first_q = 1'b1;
    always @(posedge clk) first_q <= 1'b0;
    always @* assume (rst == first_q);

    reg         context_switch_q, map_write_q, redirect_q, d_done_q, f_user_q, d_user_q;
    reg [31:0]  satp_q, upmar_q;
    always @(posedge clk) begin
        context_switch_q <= context_switch && !rst; map_write_q <= map_write && !rst; redirect_q <= redirect && !rst;
        d_done_q <= d_done && !rst;
        f_user_q <= f_user; d_user_q <= d_user; satp_q <= satp; upmar_q <= upmar;
        m_look <= x_look && !rst; m_va <= x_va;
        m_look_q <= m_look && !rst; m_va_q <= m_va; m_hit_q <= d_hit;
    end
    wire event_now = context_switch || map_write || fence;
    reg  event_q, event_before_q, map_write_user_q;
    always @(posedge clk) begin
        event_q <= event_now && !rst;
        event_before_q <= event_q && !rst;
        map_write_user_q <= map_write_user;
    end
    always @* if (!first_q) begin
        // One instruction commits in a cycle.
        assume (context_switch + map_write + fence < 2'd2);
        // A register changes in the cycle after it was written, the privilege after a context switch;
        if (!map_write_q || map_write_user_q) assume (satp == satp_q);
        if (!map_write_q || !map_write_user_q) assume (upmar == upmar_q);
        if (!context_switch_q) assume (f_user == f_user_q && d_user == d_user_q);
        // a write to a map register and a change of the mode redirect the fetch.
        if (map_write) assume (redirect);
        if (f_user != f_user_q) assume (redirect_q);
        // W asks for the walk that M lacked in the cycle before, as X looked it up the cycle before that; since then nothing else
        // has committed.
        if (d_request) assume (m_look_q && !d_done_q && !event_before_q && !event_q && !event_now);
    end

    // ------------------------------------------------------------ what memory gave
    (* anyconst *) reg [31:12] page;
    (* anyconst *) reg         user_map;
    (* anyconst *) reg [8:0]   asid;
    (* anyconst *) reg [31:0]  leaf;     // with the PPN of the 4 KiB page
    (* anyconst *) reg         big;
    wire [31:0] map = user_map ? upmar : satp;
    wire        asid_here = ((map[30:22] ^ asid) & ASID_MASK) == 9'd0 || leaf[`PTE_G];

    wire fence_of_page = fence && (fence_all || (fence_va[31:22] == page[31:22] && (big || fence_va[21:12] == page[21:12])));
    // ASID_BITS=0: no entry survives a change of the map in use. A map register that is written answers no more from its old map at
    // once; entries of the other, whose map is what it was, go with all in the cycle after the write.
    reg  f_user_map_q, d_user_map_q;
    wire f_changed = `ASID_BITS == 0 && f_user_map != f_user_map_q;
    wire d_changed = `ASID_BITS == 0 && d_user_map != d_user_map_q;
    wire void = fence_of_page || f_changed || d_changed ||
                (`ASID_BITS == 0 && ((map_write && map_write_user == user_map) || map_write_q));

    reg         granted_q, table_q, given_q, found_q;
    reg [11:2]  index_q;
    reg [31:0]  pointer_q;
    wire answer    = granted_q && read_hit && !event_q && !fence && !map_write;
    wire at_root   = answer && index_q == page[31:22] && read_ppn == map[21:0];
    wire at_leaf   = answer && index_q == page[21:12] && table_q && read_ppn == pointer_q[31:10];
    wire is_leaf   = read_data[`PTE_V] && (read_data[`PTE_R] || (read_data[`PTE_X] && !read_data[`PTE_W]));
    wire is_table  = read_data[`PTE_V] && !read_data[`PTE_R] && !read_data[`PTE_W] && !read_data[`PTE_X];
    wire big_here  = big && at_root && is_leaf && read_data[19:10] == 10'd0 && leaf == {read_data[31:20], page[21:12], read_data[9:0]};
    wire small_here = !big && at_leaf && is_leaf && leaf == read_data;
    always @(posedge clk) begin
        f_user_map_q <= f_user_map && !rst;
        d_user_map_q <= d_user_map && !rst;
        granted_q <= read && read_granted;
        index_q   <= read_index;
        if (rst || fence || map_write) table_q <= 1'b0;
        else if (at_root) begin
            table_q   <= is_table;
            pointer_q <= read_data;
        end
        // found: read since the last fence; given: and the walk has ended before a map write
        if (rst || void || map_write) found_q <= 1'b0;
        else if (asid_here && (big_here || small_here)) found_q <= 1'b1;
        if (rst || void) given_q <= 1'b0;
        else if (found_q && !map_write && (f_fill || d_fill) && fill_good) given_q <= 1'b1;
    end

    // A leaf lets a fetch pass (4.3.2)
    function fetchable(input [7:0] flags, input user);
        fetchable = flags[`PTE_V] && flags[`PTE_X] && (flags[`PTE_R] || !flags[`PTE_W]) && flags[`PTE_A] && flags[`PTE_U] == user;
    endfunction

    // ------------------------------------------------------------ the question
    wire in_use = ((map[30:22] ^ asid) & ASID_MASK) == 9'd0;   // the chosen map is in the register
    always @* if (!first_q) begin
        if (f_hit && (f_user && upmar[31]) == user_map && in_use && f_pc[31:12] == page && f_pte == leaf && f_big == big)
            fetch_answer: assert (given_q && !f_changed);
        fetch_permission: assert (f_allowed == (!translate || (f_hit && fetchable(f_pte[7:0], f_user))));
        fetch_line: assert (f_line_hit == (f_allowed && line_valid && (translate ? f_pte[31:10] : {2'b00, f_pc[31:12]}) == {2'b00, line_tag}));
        // What was looked up as something else committed is squashed, or would have waited.
        if (m_look && !event_q && d_hit && (d_user && upmar[31]) == user_map && in_use && m_va == page && d_pte == leaf && d_big == big)
            data_answer: assert (given_q && !d_changed);
        cover (f_hit && f_pte == leaf && f_user_map == user_map && in_use && f_pc[31:12] == page && !big);
        cover (m_look && d_hit && d_pte == leaf && d_user_map == user_map && in_use && m_va == page && big);
    end

    // A first level never holds a page twice, as its leaf is picked by an OR of the numbers that match.
    (* hierconn *) wire [1:0]  \itlb.valid_q , \dtlb.valid_q ;
    (* hierconn *) wire [20:0] \itlb.slot[0].key_q , \itlb.slot[1].key_q , \dtlb.slot[0].key_q , \dtlb.slot[1].key_q ;
    wire [41:0] i_keys = { \itlb.slot[1].key_q , \itlb.slot[0].key_q }, d_keys = { \dtlb.slot[1].key_q , \dtlb.slot[0].key_q };
    always @* if (!first_q) begin
        if (& \itlb.valid_q ) fetch_once: assert (i_keys[20:0] != i_keys[41:21]);
        if (& \dtlb.valid_q ) data_once: assert (d_keys[20:0] != d_keys[41:21]);
    end
`ifndef TRACE
`include "tlb_truth.vh"
`endif
endmodule
`default_nettype wire
