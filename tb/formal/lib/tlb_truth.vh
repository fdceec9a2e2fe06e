// What holds inside, so that the question of tlb_truth is an induction.
// SPDX-License-Identifier: ISC

    (* hierconn *) wire        \dut.serving_q , \dut.for_d_q , \dut.user_map_q , \dut.d_pending_q , \dut.d_again_q , \dut.kill ;
    (* hierconn *) wire        \dut.fence_q , \dut.fence_all_q , \dut.filled_q , \dut.map_write_q , \dut.lone_map , \dut.context_switch_q ;
    (* hierconn *) wire        \dut.f_user_map_q , \dut.d_user_map_q ;
    (* hierconn *) wire [31:12] \dut.va_q , \dut.d_va_q , \dut.fence_va_q ;
    (* hierconn *) wire [8:0]  \dut.asid_q ;
    (* hierconn *) wire [3:0]  \dut.u_tlb.valid_q , \dut.u_tlb.next_line_q ;
    (* hierconn *) wire        \dut.looking_q , \dut.looked_q , \dut.u_tlb.searched_q , \dut.tlb_hit , \dut.found_q , \dtlb.ahead.hit_q , \dtlb.ahead.number_q ;
    (* hierconn *) wire [1:0]  \dut.u_tlb.ones ;
    reg  [1:0] found_line;      // what leaf_q came from
    always @(posedge clk) if ( \dut.looked_q ) found_line <= \dut.u_tlb.ones ;
    (* hierconn *) wire [32:0] \dut.u_tlb.leaf_q ;
    (* hierconn *) wire [1:0]  \dut.u_tlb.next_q ;
    (* hierconn *) wire [31:0] \dut.u_tlb.key_q[0] , \dut.u_tlb.key_q[1] , \dut.u_tlb.key_q[2] , \dut.u_tlb.key_q[3] ;
    (* hierconn *) wire [32:0] \dut.u_tlb.leaf[0] , \dut.u_tlb.leaf[1] , \dut.u_tlb.leaf[2] , \dut.u_tlb.leaf[3] ;
    (* hierconn *) wire [2:0]  \dut.u_walker.state_q , \u_fetch.state_q ;
    (* hierconn *) wire [31:12] \dut.u_walker.va_q ;
    (* hierconn *) wire [21:0] \dut.u_walker.root_q ;
    (* hierconn *) wire [31:0] \dut.u_walker.pte_q , \u_fetch.miss_pc_q ;
    (* hierconn *) wire        \dut.u_walker.level_q , \dut.u_walker.waiting_q , \dut.u_walker.hole_q , \u_fetch.again_q , \u_fetch.cancel_q , \u_fetch.running ;
    (* hierconn *) wire [32:0] \itlb.leaf[0] , \itlb.leaf[1] , \dtlb.leaf[0] , \dtlb.leaf[1] ;
    (* hierconn *) wire [1:0]  \itlb.slot[0].fetches.may_q , \itlb.slot[1].fetches.may_q ;
    (* hierconn *) wire [33:12] \itlb.slot[0].fetches.frame_q , \itlb.slot[1].fetches.frame_q ;
    localparam IDLE = 3'd0, READ1 = 3'd1, ANSWER1 = 3'd2, LINE1 = 3'd3, READ0 = 3'd4, ANSWER0 = 3'd5, LINE0 = 3'd6, JUDGE = 3'd7;
    localparam RUN = 3'd0, WALK = 3'd1;

    // The TLB: a line that could answer with the chosen leaf is one that memory gave, or is about to be dropped.
    wire [127:0] keys  = { \dut.u_tlb.key_q[3] , \dut.u_tlb.key_q[2] , \dut.u_tlb.key_q[1] , \dut.u_tlb.key_q[0] };
    wire [131:0] leafs = { \dut.u_tlb.leaf[3] , \dut.u_tlb.leaf[2] , \dut.u_tlb.leaf[1] , \dut.u_tlb.leaf[0] };
    wire dropped = \dut.fence_q && ( \dut.fence_all_q || ( \dut.fence_va_q [31:22] == page[31:22] &&
                   (big || \dut.fence_va_q [21:12] == page[21:12])));
    wire undone = \dut.map_write_q && \dut.filled_q ;
    genvar i;
    generate for (i = 0; i < 4; i = i + 1) begin : line
        wire [31:0] key = keys[32*i +: 32];
        wire        is_big = leafs[33*i+32];
        wire [31:0] pte = is_big ? {leafs[33*i+20 +: 12], page[21:12], leafs[33*i +: 10]} : leafs[33*i +: 32];
        wire        mine = key[31:22] == page[31:22] && (key[1] || key[21:12] == page[21:12]) && key[2] == user_map &&
                           (((key[11:3] ^ asid) & ASID_MASK) == 9'd0 || key[0]);
        wire [31:12] sought = \dut.va_q ;
        always @* if (!first_q && \dut.u_tlb.valid_q [i]) begin
            assert (key[1] == is_big && key[0] == pte[`PTE_G] && (key[11:3] & ~ASID_MASK) == 9'd0);
            if (mine && pte == leaf && is_big == big && !undone && !dropped && !(`ASID_BITS == 0 && \dut.map_write_q ))
                assert (given_q);
        end
        // What answers is a line that is what was sought.
        always @* if (!first_q && ( \dut.found_q ? found_line : \dut.u_tlb.ones ) == i && (( \dut.serving_q && \dut.looked_q && \dut.tlb_hit ) || \dut.found_q )) begin
            assert ( \dut.serving_q && \dut.u_tlb.valid_q [i] && (!\dut.found_q || \dut.u_tlb.leaf_q == leafs[33*i +: 33]));
            assert (key[31:22] == sought[31:22] && (key[1] || key[21:12] == sought[21:12]) && key[2] == \dut.user_map_q &&
                    (key[11:3] == ( \dut.asid_q & ASID_MASK) || key[0]));
        end
    end endgenerate

    // The walk under way
    wire walking = \dut.u_walker.state_q != IDLE;
    wire [2:0] state = \dut.u_walker.state_q ;
    wire [31:0] pte = \dut.u_walker.pte_q ;
    wire pte_leaf  = pte[`PTE_V] && (pte[`PTE_R] || (pte[`PTE_X] && !pte[`PTE_W]));
    wire mine_walk = \dut.user_map_q == user_map && \dut.va_q == page;
    wire [31:12] walk_va = \dut.va_q ;
    wire mine_root = \dut.user_map_q == user_map && walk_va[31:22] == page[31:22];
    wire past1 = state == READ0 || state == ANSWER0 || state == LINE0 || (state == JUDGE && \dut.u_walker.level_q && !\dut.u_walker.hole_q );
    wire big_read = \dut.u_walker.level_q && pte_leaf && pte[19:10] == 10'd0 && big &&
                    leaf == {pte[31:20], page[21:12], pte[9:0]};
    always @* if (!first_q) begin
        assert ( \dut.serving_q == (walking || \dut.found_q ));
        assert (!\dut.found_q || (!\dut.looking_q && !\dut.looked_q ));
        assert (!( \dut.looking_q && \dut.looked_q ));
        assert ( \dut.u_tlb.next_line_q == 4'd1 << \dut.u_tlb.next_q );
        if ( \dut.looking_q ) assert (walking);
        if ( \dut.looked_q ) assert (walking || !\dut.serving_q );   // a root outside DRAM ends it at once
        if ( \dut.looking_q ) assert (state == READ1 || state == ANSWER1);
        if ( \dut.looked_q ) assert (state != JUDGE || \dut.u_walker.hole_q );
        if ( \dut.u_tlb.searched_q ) assert ( \dut.looked_q );
        if ( \dut.u_walker.waiting_q ) assert (state == LINE1 || state == LINE0);
        if (walking) assert ( \dut.va_q == \dut.u_walker.va_q );
        if (state == ANSWER1) assert (granted_q && index_q == \dut.va_q [31:22]);
        if (state == ANSWER0) assert (granted_q && index_q == \dut.va_q [21:12]);
        if (state == READ0 || state == ANSWER0 || state == LINE0) assert ( \dut.u_walker.level_q );
        if (state == READ0 || state == LINE0) assert (!granted_q);
        if ( \dut.serving_q && !map_write_q) assert ( \dut.asid_q == ( \dut.user_map_q ? upmar[30:22] : satp[30:22]));
        if (walking && !map_write_q)
            assert ( \dut.u_walker.root_q == ( \dut.user_map_q ? upmar[21:0] : satp[21:0]) &&
                     \dut.asid_q == ( \dut.user_map_q ? upmar[30:22] : satp[30:22]));
        if (walking && !event_q) begin
            if (past1 && state != JUDGE && mine_root) assert (pointer_q == pte);
            if (past1 && state != JUDGE && mine_root && pte[`PTE_V] && !pte[`PTE_R] && !pte[`PTE_W] && !pte[`PTE_X]) assert (table_q);
            if (past1 && mine_root && big_read && asid_here) assert (found_q);
            if (state == JUDGE && !\dut.u_walker.hole_q && !\dut.u_walker.level_q && mine_walk && pte_leaf && leaf == pte && !big && asid_here) assert (found_q);
        end
        assert (map_write_q == \dut.map_write_q && context_switch_q == \dut.context_switch_q );
        assert (f_user_map_q == \dut.f_user_map_q && d_user_map_q == \dut.d_user_map_q );
        assert (event_q == (context_switch_q || map_write_q || \dut.fence_q ));
        assert (context_switch_q + map_write_q + \dut.fence_q < 2'd2);
    end

    // The first levels: an answer was given under the ASID in the register; no page twice
    wire [65:0] i_leafs = { \itlb.leaf[1] , \itlb.leaf[0] }, d_leafs = { \dtlb.leaf[1] , \dtlb.leaf[0] };
    wire [3:0]  i_may = { \itlb.slot[1].fetches.may_q , \itlb.slot[0].fetches.may_q };
    wire [43:0] i_frames = { \itlb.slot[1].fetches.frame_q , \itlb.slot[0].fetches.frame_q };
    wire [31:12] f_miss = \u_fetch.miss_pc_q >> 12;
    wire f_serving = \dut.serving_q && !\dut.for_d_q , d_serving = \dut.serving_q && \dut.for_d_q ;
    generate for (i = 0; i < 2; i = i + 1) begin : slot
        always @* if (!first_q && in_use) begin
            if ( \itlb.valid_q [i] && i_keys[21*i +: 21] == {user_map, page} && i_leafs[33*i +: 33] == {big, leaf}) assert (given_q);
            if ( \dtlb.valid_q [i] && d_keys[21*i +: 21] == {user_map, page} && d_leafs[33*i +: 33] == {big, leaf}) assert (given_q);
        end
        always @* if (!first_q && \itlb.valid_q [i])
            assert (i_may[2*i +: 2] == {fetchable(i_leafs[33*i +: 8], 1'b1), fetchable(i_leafs[33*i +: 8], 1'b0)} &&
                    i_frames[22*i +: 22] == i_leafs[33*i+10 +: 22]);
        // ASID_BITS=0: they hold the map in use alone.
        always @* if (!first_q && `ASID_BITS == 0) begin
            if ( \itlb.valid_q [i]) assert (i_keys[21*i+20] == f_user_map_q);
            if ( \dtlb.valid_q [i]) assert (d_keys[21*i+20] == d_user_map_q);
        end
        // What is walked for is not there.
        always @* if (!first_q) begin
            if ( \itlb.valid_q [i] && f_serving && !\dut.kill && !f_cancel)
                assert (i_keys[21*i +: 21] != { \dut.user_map_q , \dut.va_q });
            if ( \itlb.valid_q [i] && \u_fetch.state_q == WALK && !\u_fetch.again_q )
                assert (i_keys[21*i +: 21] != {f_user_map, f_miss});
            if ( \dtlb.valid_q [i] && d_serving && !\dut.kill )
                assert (d_keys[21*i +: 21] != { \dut.user_map_q , \dut.va_q });
            if ( \dtlb.valid_q [i] && \dut.d_pending_q && !\dut.kill && !\dut.d_again_q )
                assert (d_keys[21*i +: 21] != {d_user_map, \dut.d_va_q });
            if ( \dtlb.valid_q [i] && m_look_q && !m_hit_q && !d_done_q && !event_q && !event_before_q)
                assert (d_keys[21*i +: 21] != {d_user_map, m_va_q});
            if ( \dtlb.valid_q [i] && m_look && !d_hit && !event_q)
                assert (d_keys[21*i +: 21] != {d_user_map, m_va});
            if (m_look && d_hit && !event_q && \dtlb.ahead.number_q == i)
                assert ( \dtlb.valid_q [i] && d_keys[21*i +: 21] == {d_user_map, m_va});
        end
    end endgenerate
    always @* if (!first_q) begin
        assert ( \u_fetch.cancel_q == redirect_q);
        assert ( \u_fetch.running == ( \u_fetch.state_q == RUN));
        if (redirect_q) assert ( \u_fetch.state_q == RUN);
        if (f_serving && !f_cancel) assert ( \u_fetch.state_q == WALK && \dut.va_q == f_miss);
        if (f_serving && !f_cancel && !\dut.kill ) assert ( \dut.user_map_q == f_user_map);
        if (d_serving && !\dut.kill ) assert ( \dut.user_map_q == d_user_map);
        assert (!(d_serving && \dut.d_pending_q ));
    end
