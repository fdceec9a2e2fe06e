// The memory management unit behind the pipeline: serves the misses of the two
// first-level TLBs from the TLB, else from a walk, one at a time, data before
// instructions. Owns which map register an access goes through and every flush.
// Promises: a fence, a write to a map register or a change of mode in the cycle
// of a refill, or during a walk, wins.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module mmu #(
    parameter TLB_ENTRIES = 64,
    parameter ASID_BITS   = 9
) (
    input  wire        clk,
    input  wire        rst,

    // Map registers and the context of accesses
    input  wire [31:0] satp,
    input  wire [31:0] upmar,
    input  wire        f_user,       // fetches are U's
    input  wire        d_user,       // loads and stores have effective privilege U
    input  wire        sum,
    input  wire        mxr,
    output wire        f_user_map,   // fetches go through upmar, else satp
    output wire        d_user_map,

    // Events that change the context
    input  wire        context_switch, // trap, xRET, CSR write: whatever walks are under way is void
    input  wire        map_write,      // satp or upmar is written:
    input  wire        map_write_user, // it is upmar
    input  wire        fence,          // sfence.vma
    input  wire        fence_all,      // of all pages; else of fence_va, for all ASIDs
    input  wire [31:12] fence_va,

    // Misses of the first levels
    input  wire        f_request,
    input  wire        f_again,        // there was an entry and it refused the access
    input  wire        f_cancel,
    input  wire [31:12] f_va,
    output wire        f_done,
    input  wire        d_request,      // one cycle; kept until it can be served
    input  wire        d_again,
    input  wire [31:12] d_va,
    input  wire        d_store,
    output wire        d_done,
    output wire        d_early,        // a data walk that cannot end within two cycles
    output wire        done_fault,
    output wire        done_fault_page,

    // Fills of the first levels
    output wire        f_fill,
    output wire        d_fill,
    output wire        fill_good,      // late: there was no fault
    output wire [31:12] fill_va,
    output wire        fill_user_map,
    output wire [31:0] fill_pte,
    output wire        fill_big,
    output wire        flush_f,
    output wire        flush_d,
    output wire        flush_user,
    output wire        flush_kernel,

    // Data cache port of the walker
    output wire        read,
    output wire [11:2] read_index,
    input  wire        read_granted,
    output wire [33:12] read_ppn,
    input  wire        read_hit,
    input  wire [31:0] read_data,
    output wire        line_request,
    input  wire        line_accept,
    input  wire        line_done,
    input  wire        line_error,

    output wire        event_f_miss,
    output wire        event_d_miss,
    output wire        event_word,
    output wire        event_flush
);
    // --- Map in use
    assign f_user_map = f_user && upmar[31];
    assign d_user_map = d_user && upmar[31];

    // --- Which miss is served
    reg         serving_q, for_d_q, again_q;
    reg         user_map_q;
    reg         d_pending_q, d_again_q, d_store_q;
    reg  [31:12] d_va_q;
    reg  [31:12] va_q;
    reg  [8:0]  asid_q;
    wire        walk_busy, walk_early, walk_done, walk_fault, walk_big;
    wire [31:0] walk_leaf;
    // ASID_BITS=0: nothing survives a change of the map that accesses go through
    reg         f_user_map_q, d_user_map_q, map_write_q, context_switch_q, filled_q;
    wire        lone_map = ASID_BITS == 0 &&
                           (map_write_q || f_user_map != f_user_map_q || d_user_map != d_user_map_q);
    reg         fence_q, fence_all_q;
    reg  [31:12] fence_va_q;

    // These come late in their cycle, so a walk is killed in the next. What it has filled
    // in the meantime is dropped: by the fence itself, or with all entries after a map write; a
    // fill in the cycle of a mode change is right, for an entry bears its map.
    wire kill    = context_switch_q || map_write_q || fence_q || lone_map;
    wire can     = !serving_q && !kill;
    wire d_want  = d_request || d_pending_q;
    wire begin_d = can && d_want;
    wire begin_f = can && !d_want && f_request && !f_cancel;
    wire begin_any = begin_d || begin_f;

    wire [31:12] sought_d_va = d_request ? d_va : d_va_q;
    wire  sought_d_again     = d_request ? d_again : d_again_q;
    wire  sought_d_store     = d_request ? d_store : d_store_q;
    wire [31:12] begin_va = d_want ? sought_d_va : f_va;
    wire  begin_user_map  = d_want ? d_user_map : f_user_map;
    wire  begin_again     = d_want ? sought_d_again : f_again;
    wire [31:0] begin_map = begin_user_map ? upmar : satp;

    // --- TLB: searched out of registers in the first cycle of a walk; a hit ends the walk in the
    // next, and its leaf is there in the third.
    reg         looking_q;
    reg         looked_q;       // the TLB tells now whether it hits
    reg         found_q;        // it has hit: the leaf is there
    wire tlb_hit, hit_big;
    wire [31:0] hit_pte;
    wire cancel = serving_q && !for_d_q && f_cancel;
    wire look   = looking_q && !kill && !cancel;
    wire fill_tlb = walk_done && !walk_fault && !kill;
    tlb #(.ENTRIES(TLB_ENTRIES), .ASID_BITS(ASID_BITS)) u_tlb (
        .clk(clk), .rst(rst),
        .search(look), .drop(again_q),
        .va(fence_q ? fence_va_q : va_q), .asid(asid_q),
        .user_map(user_map_q),
        .hit(tlb_hit), .hit_pte(hit_pte), .hit_big(hit_big),
        .fill(fill_tlb), .fill_va(va_q), .fill_asid(asid_q), .fill_user_map(user_map_q),
        .fill_pte(walk_leaf), .fill_big(walk_big),
        .fence_page(fence_q), .fence_all((fence_q && fence_all_q) || lone_map || (map_write_q && filled_q))
    );

    wire hits  = serving_q && looked_q && tlb_hit;   // a walk may have ended at once: its root outside DRAM
    wire found = found_q && !kill && !cancel;
    wire walk_line, walk_word;
    walker u_walker (
        .clk(clk), .rst(rst), .kill(kill || found_q || cancel),
        .start(begin_any), .start_va(begin_va),
        .start_access(d_want ? (sought_d_store ? `ACC_STORE : `ACC_LOAD) : `ACC_FETCH),
        .start_user(d_want ? d_user : f_user), .start_root(begin_map[21:0]),
        .busy(walk_busy), .early(walk_early), .sum(sum), .mxr(mxr),
        .read(read), .read_index(read_index), .read_granted(read_granted), .read_ppn(read_ppn),
        .read_hit(read_hit), .read_data(read_data),
        .line_request(walk_line), .line_accept(line_accept), .line_done(line_done),
        .line_error(line_error),
        .done(walk_done), .fault(walk_fault), .fault_page(done_fault_page),
        .leaf(walk_leaf), .leaf_big(walk_big), .event_word(walk_word)
    );
    // The walk goes on until the leaf is there. No line is fetched for it before the search has ended.
    assign line_request = walk_line && !looked_q && !found_q;
    // Known late: it is told in the next cycle.
    reg  word_q, read_hit_q;
    assign event_word = word_q && read_hit_q;

    wire over = found || walk_done;
    always @(posedge clk) begin
        if (rst || kill || over || cancel) serving_q <= 1'b0;
        else if (begin_any) serving_q <= 1'b1;
        looking_q <= begin_any && !rst;
        looked_q  <= look && !rst;
        word_q    <= walk_word && !hits && !found_q && !rst;
        read_hit_q <= read_hit;
        found_q   <= hits && !walk_done && !kill && !cancel && !rst;
        if (rst || kill || begin_d) d_pending_q <= 1'b0;
        else if (d_request && !(serving_q && for_d_q)) d_pending_q <= 1'b1;
        if (d_request) begin
            d_va_q    <= d_va;
            d_again_q <= d_again;
            d_store_q <= d_store;
        end
        if (begin_any) begin
            for_d_q    <= begin_d;
            again_q    <= begin_again;
            user_map_q <= begin_user_map;
            va_q       <= begin_va;
            asid_q     <= begin_map[30:22];
        end
        f_user_map_q <= f_user_map && !rst;
        d_user_map_q <= d_user_map && !rst;
        map_write_q  <= map_write && !rst;
        context_switch_q <= context_switch && !rst;
        filled_q     <= fill_tlb && !rst;
        fence_q      <= fence && !rst;
        fence_all_q  <= fence_all;
        fence_va_q   <= fence_va;
    end

    assign f_done     = over && !for_d_q;
    assign d_done     = over && for_d_q;
    assign done_fault = walk_done && walk_fault;
    assign d_early    = d_pending_q || (serving_q && for_d_q && walk_early && !found_q);

    assign f_fill  = f_done;
    assign d_fill  = d_done;
    assign fill_good = !done_fault;
    assign fill_va = va_q;
    assign fill_user_map = user_map_q;
    // A 4 MiB entry answers with the frame of the page asked for.
    wire [31:0] leaf = found ? hit_pte : walk_leaf;
    assign fill_pte = fill_big ? {leaf[31:20], va_q[21:12], leaf[9:0]} : leaf;
    assign fill_big = found ? hit_big : walk_big;

    // What refused an access is dropped, so that its successor is the only entry.
    wire drop_all = fence || fence_q || lone_map;
    assign flush_f = drop_all || (begin_f && begin_again);
    assign flush_d = drop_all || (begin_d && begin_again);
    assign flush_user   = map_write && map_write_user;
    assign flush_kernel = map_write && !map_write_user;

    // A miss is counted when the search has not found it.
    wire missed = looked_q && !tlb_hit && !kill && !cancel;
    assign event_f_miss = missed && !for_d_q;
    assign event_d_miss = missed && for_d_q;
    assign event_flush  = fence_q || lone_map;

    wire unused = &{1'b0, walk_busy, begin_map[31]};
endmodule
`default_nettype wire
