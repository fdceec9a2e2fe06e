// Does every physical address that the core touches on behalf of U lie in a frame that U's map grants with that right?
// Watched: any one frame, any one right (fetch, load, store), either map register (upmar, or satp while U uses it), any ASID. If,
// from reset or from any full sfence.vma on, no leaf that the MMU takes from that map under that ASID grants U that right on that
// frame, then no access of that kind with effective privilege U, through that map and ASID, goes to the frame: no fetch, no load,
// store, LR, SC or AMO, speculative or not, by cache hit or miss, cached or not; nor does a bus cycle begun for one.
// Whatever other maps and ASIDs grant, whatever S and M do, whatever memory, devices and interrupts answer.
// Method: induction
// Files: all
// Cut: predictor mul div counters
// Mutants: step
// Assumes: what the MMU gives the first-level TLBs for a map is what that map says now, or at the last fence (TLB truth, walker
//     truth); a first level holds no page twice (TLB truth); MPRV is 0 outside M (no_way_out proves it); without MXR in the run, a leaf that is X only grants no load
// Not here: reads of page maps and descriptors by walker and gate unit, and write-backs of lines, which carry what a permitted store
//     put there; that the caches answer for the address asked (cache truth); first-level TLBs of more than two entries
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`define SEE (* hierconn *) wire

module isolation (
    input wire        clk,
    input wire        rst,
    input wire [31:0] wb_dat_r,
    input wire        wb_ack, wb_err,
    input wire        irq_msi, irq_mti, irq_mei, irq_sei,
    input wire [63:0] mtime,
    input wire        from_now        // begin to watch at this fence
);
    wire [1:0]  mode;
    wire [31:0] wb_adr;
    wire        wb_cyc, wb_we;
    gatehouse_core #(.TLB_ENTRIES(4), .ITLB_ENTRIES(2), .DTLB_ENTRIES(2), .ICACHE_BYTES(256), .DCACHE_BYTES(256),
                     .LINE_WORDS(4)) core (
        .clk(clk), .rst(rst), .wb_cyc(wb_cyc), .wb_we(wb_we), .wb_adr(wb_adr),
        .wb_dat_r(wb_dat_r), .wb_ack(wb_ack), .wb_err(wb_err),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei),
        .mtime(mtime), .mode(mode)
    );
    `SEE \core.f_goes_on , \core.f_taken ; `SEE [31:2] \core.fetch_addr , \core.f_target , \core.f_otherwise ;
    // What is watched
    (* anyconst *) reg [33:12] frame;
    (* anyconst *) reg [1:0]   right;
    (* anyconst *) reg         user_map;
    (* anyconst *) reg [8:0]   asid;
    (* anyconst *) reg         mxr;

    `SEE [31:0] \core.satp ; `SEE [31:0] \core.upmar ; `SEE [31:0] \core.mstatus ;
    `SEE \core.fence_commit ; `SEE [31:0] \core.m_insn ;
    wire [31:0] map = user_map ? core.upmar : core.satp;
    reg began = 1'b0, watching = 1'b0;
    always @(posedge clk) begin
        began    <= 1'b1;
        watching <= rst || watching || (from_now && core.fence_commit && core.m_insn[19:15] == 5'd0);
    end
    wire [1:0] effective = core.mstatus[17] ? core.mstatus[12:11] : mode;   // privilege of loads and stores
    wire in_force = watching && map[31] && map[30:22] == asid;
    wire f_for_u  = in_force && mode == `MODE_U && core.upmar[31] == user_map;
    wire d_for_u  = in_force && effective == `MODE_U && core.upmar[31] == user_map;

    function grants(input [31:0] leaf);
        grants = leaf[31:10] == frame && leaf[`PTE_V] && leaf[`PTE_U] && leaf[`PTE_A] &&
                 (right == `ACC_FETCH ? leaf[`PTE_X]
                : right == `ACC_LOAD  ? leaf[`PTE_R] || (mxr && leaf[`PTE_X])
                :                       leaf[`PTE_W] && leaf[`PTE_R] && leaf[`PTE_D]);
    endfunction

    `SEE \core.f_fill ; `SEE \core.fill_good ; `SEE \core.d_fill ; `SEE \core.fill_user_map ; `SEE [31:0] \core.fill_pte ;
    always @* begin
        if (!began) assume (rst);
        // What the predictor hands on of the choice
        assume (core.fetch_addr == (core.f_goes_on && core.f_taken ? core.f_target : core.f_otherwise));
        assume (right != 2'd3);
        if (began) assume (mode != 2'd2 && (mode == `MODE_M || !core.mstatus[17]));
        assume (mxr || !core.mstatus[19]);
        if (in_force && (core.f_fill || core.d_fill) && core.fill_good && core.fill_user_map == user_map) assume (!grants(core.fill_pte));
    end

    `SEE [1:0] \core.u_itlb.valid_q ; `SEE [20:0] \core.u_itlb.slot[0].key_q ; `SEE [20:0] \core.u_itlb.slot[1].key_q ;
    always @* if (began && & core.u_itlb.valid_q) assume (\core.u_itlb.slot[0].key_q != \core.u_itlb.slot[1].key_q );

    // --- Accesses, as the caches are asked and answer
    `SEE \core.u_fetch.running ; `SEE \core.u_fetch.f_hit ; `SEE [33:0] \core.u_fetch.f_pa ;
    `SEE [31:12] \core.iline_tag ; `SEE \core.iline_request ; `SEE [33:0] \core.iline_pa ; `SEE \core.iline_accept ;
    `SEE \core.w_valid ; `SEE \core.w_trapped ; `SEE \core.w_again ; `SEE [1:0] \core.w_reason ; `SEE \core.w_uncached ;
    `SEE \core.uncached ; `SEE \core.miss ; `SEE \core.store ; `SEE \core.w_stores ;
    `SEE [`K_BITS-1:0] \core.w_kind ; `SEE [33:0] \core.w_pa ;
    wire w_load  = core.w_kind[`K_LOAD] || core.w_kind[`K_LR];
    wire w_store = core.w_kind[`K_STORE] || core.w_kind[`K_SC] || core.w_kind[`K_AMO];
    wire w_right = (w_load && right == `ACC_LOAD) || (w_store && right == `ACC_STORE);
    wire w_goes  = core.w_valid && !core.w_trapped && (core.w_again ? core.w_reason == `AGAIN_LINE : !core.w_uncached || core.uncached);
    always @* if (began) begin
        if (f_for_u && right == `ACC_FETCH) begin
            assert (!(core.u_fetch.running && core.u_fetch.f_hit && core.u_fetch.f_pa[33:12] == frame));
            assert (!(core.u_fetch.running && core.u_fetch.f_hit && {2'b00, core.iline_tag} == frame));
            assert (!(core.iline_request && core.iline_pa[33:12] == frame));
        end
        if (d_for_u && w_right) begin
            assert (!(w_goes && core.w_pa[33:12] == frame));
            assert (!((core.miss || core.uncached || core.store) && core.w_pa[33:12] == frame));
        end
    end

    // --- Bus cycles begun for them
    `SEE \core.i_cyc ; `SEE [31:0] \core.i_adr ; `SEE \core.d_cyc ; `SEE \core.d_we ; `SEE [31:0] \core.d_adr ;
    `SEE \core.u_arbiter.grant_i ; `SEE [3:0] \core.u_dcache.state_q ; `SEE [30:4] \core.u_dcache.line_q ;
    `SEE [31:2] \core.u_dcache.address_q ;
    localparam IDLE = 4'd0, CHECK = 4'd1, FILL = 4'd2, EVICT = 4'd3, UNCACHED = 4'd5, COMPARE = 4'd9;
    reg i_for_u, d_line_for_u, d_word_for_u;
    always @(posedge clk) begin
        if (core.iline_request && core.iline_accept) i_for_u <= f_for_u && right == `ACC_FETCH;
        if (core.u_dcache.state_q == IDLE) begin
            d_line_for_u <= core.miss && !core.uncached && d_for_u && w_right;
            d_word_for_u <= core.uncached && d_for_u && w_right;
        end
        if (rst) {i_for_u, d_line_for_u, d_word_for_u} <= 3'd0;
    end
    wire fills = core.u_dcache.state_q == FILL;
    always @* if (began) begin
        if (i_for_u && core.i_cyc) begin
            assert ({2'd0, core.i_adr[31:12]} != frame);
            if (core.u_arbiter.grant_i) assert ({2'd0, wb_adr[31:12]} != frame);
        end
        if (core.d_cyc && !core.u_arbiter.grant_i &&
            ((d_line_for_u && fills) || (d_word_for_u && core.u_dcache.state_q == UNCACHED)))
            assert ({2'd0, wb_adr[31:12]} != frame);
    end

    // --- What carries the induction
`ifndef TRACE
    `SEE [1:0] \core.u_dtlb.valid_q ; `SEE [20:0] \core.u_dtlb.slot[0].key_q ; `SEE [20:0] \core.u_dtlb.slot[1].key_q ;
    `SEE [32:0] \core.u_itlb.leaf[0] ; `SEE [32:0] \core.u_itlb.leaf[1] ;
    `SEE [1:0] \core.u_itlb.slot[0].fetches.may_q ; `SEE [1:0] \core.u_itlb.slot[1].fetches.may_q ;
    `SEE [33:12] \core.u_itlb.slot[0].fetches.frame_q ; `SEE [33:12] \core.u_itlb.slot[1].fetches.frame_q ;
    `SEE [32:0] \core.u_dtlb.leaf[0] ; `SEE [32:0] \core.u_dtlb.leaf[1] ;
    `SEE [`K_BITS-1:0] \core.x_kind ; `SEE [`K_BITS-1:0] \core.m_kind ; `SEE \core.x_valid ; `SEE \core.m_valid ;
    `SEE \core.m_access , \core.x_access , \core.x_fault , \core.x_illegal , \core.m_exception , \core.x_settles , \core.d_user_map , \core.u_dtlb.ahead.hit_q , \core.u_dtlb.ahead.number_q ;
    `SEE [`C_BITS-1:0] \core.x_which , \core.m_which ;
    `SEE [2:0] \core.u_fetch.state_q ; `SEE [33:0] \core.u_fetch.miss_pa_q ;
    localparam [7:0] FETCH = 1 << `PTE_V | 1 << `PTE_U | 1 << `PTE_X | 1 << `PTE_A;
    always @* if (began) begin
        // What an entry says of U's fetches and of its frame is what its leaf says
        assert (!core.u_itlb.valid_q[0] || !\core.u_itlb.slot[0].fetches.may_q [1] || ( \core.u_itlb.leaf[0] [7:0] & FETCH) == FETCH);
        assert (!core.u_itlb.valid_q[1] || !\core.u_itlb.slot[1].fetches.may_q [1] || ( \core.u_itlb.leaf[1] [7:0] & FETCH) == FETCH);
        assert (!core.u_itlb.valid_q[0] || \core.u_itlb.slot[0].fetches.frame_q == \core.u_itlb.leaf[0] [31:10]);
        assert (!core.u_itlb.valid_q[1] || \core.u_itlb.slot[1].fetches.frame_q == \core.u_itlb.leaf[1] [31:10]);
        // An entry of the map in force grants nothing
        if (in_force) begin
            assert (!(core.u_itlb.valid_q[0] && \core.u_itlb.slot[0].key_q [20] == user_map && grants(\core.u_itlb.leaf[0] [31:0])));
            assert (!(core.u_itlb.valid_q[1] && \core.u_itlb.slot[1].key_q [20] == user_map && grants(\core.u_itlb.leaf[1] [31:0])));
            assert (!(core.u_dtlb.valid_q[0] && \core.u_dtlb.slot[0].key_q [20] == user_map && grants(\core.u_dtlb.leaf[0] [31:0])));
            assert (!(core.u_dtlb.valid_q[1] && \core.u_dtlb.slot[1].key_q [20] == user_map && grants(\core.u_dtlb.leaf[1] [31:0])));
        end
        assert (core.u_fetch.running == (core.u_fetch.state_q == 3'd0));
        if (f_for_u && right == `ACC_FETCH) assert (!(core.u_fetch.state_q == 3'd2 && core.u_fetch.miss_pa_q[33:12] == frame));
        if (d_line_for_u) assert (core.u_dcache.state_q != COMPARE);   // that is for the second reader
        if (d_line_for_u && (core.u_dcache.state_q == CHECK || fills))
            assert ({3'b001, core.u_dcache.line_q[30:12]} != frame);
        if (d_word_for_u && core.u_dcache.state_q == UNCACHED) assert ({2'd0, core.u_dcache.address_q[31:12]} != frame);
        if (core.d_we) assert (core.u_dcache.state_q == EVICT || core.u_dcache.state_q == UNCACHED);
        // What has no place on the bus does not get there
        if (core.w_valid && core.w_uncached) assert (core.w_pa[33:32] == 2'd0);
        if (core.w_valid && core.w_again && core.w_reason == `AGAIN_LINE) assert (core.w_pa[33:31] == 3'b001);
        if (core.w_valid) assert ({2'd0, core.w_uncached} + core.w_stores + core.w_again + core.w_trapped <= 3'd1);
        // What X looked up for M is an entry of the map that M goes through: nothing that changes it is ahead of an access in X.
        if (core.m_valid && core.m_access && core.u_dtlb.ahead.hit_q)
            assert (core.u_dtlb.ahead.number_q ? core.u_dtlb.valid_q[1] && \core.u_dtlb.slot[1].key_q [20] == core.d_user_map
                                               : core.u_dtlb.valid_q[0] && \core.u_dtlb.slot[0].key_q [20] == core.d_user_map);
        // A CSR access is to one
        assert ((!core.x_valid || (core.x_which & (core.x_which - 1'b1)) == {`C_BITS{1'b0}}) && (core.m_which & (core.m_which - 1'b1)) == {`C_BITS{1'b0}});
        assert (!core.m_valid || !(core.m_which[`C_MSTATUS] || core.m_which[`C_SSTATUS]) || !core.x_valid);
        assert (!core.x_valid || !(core.x_which[`C_MSTATUS] || core.x_which[`C_SSTATUS]) || core.x_settles);
        assert (core.m_access == (core.m_kind[`K_LOAD] || core.m_kind[`K_LR] || core.m_kind[`K_STORE] || core.m_kind[`K_SC] ||
                                  core.m_kind[`K_AMO]) || !core.m_valid || core.m_exception);
        assert (!core.x_valid || core.x_fault || core.x_illegal || core.x_access == (core.x_kind[`K_LOAD] || core.x_kind[`K_LR] || core.x_kind[`K_STORE] || core.x_kind[`K_SC] || core.x_kind[`K_AMO]));
        // An instruction is of one kind
        assert (!core.x_valid || (core.x_kind & (core.x_kind - 1'b1)) == {`K_BITS{1'b0}});
        assert (!core.m_valid || (core.m_kind & (core.m_kind - 1'b1)) == {`K_BITS{1'b0}});
    end
`endif
endmodule
`default_nettype wire
