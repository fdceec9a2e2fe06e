// What holds inside, so that walker_truth is an induction.
// SPDX-License-Identifier: ISC

    (* hierconn *) wire [2:0]  \dut.state_q ;
    (* hierconn *) wire [31:12] \dut.va_q ;
    (* hierconn *) wire [1:0]  \dut.access_q ;
    (* hierconn *) wire [21:0] \dut.root_q ;
    (* hierconn *) wire [31:0] \dut.pte_q ;
    (* hierconn *) wire        \dut.user_q , \dut.level_q , \dut.waiting_q , \dut.hole_q ;
    localparam IDLE = 3'd0, READ1 = 3'd1, ANSWER1 = 3'd2, LINE1 = 3'd3, READ0 = 3'd4, ANSWER0 = 3'd5, LINE0 = 3'd6, JUDGE = 3'd7;
    wire [2:0] state = \dut.state_q ;
    always @* if (!first_q && walk_q) begin
        assert ( \dut.va_q == va_q && \dut.root_q == root_q && \dut.user_q == user_q);
        assert ( \dut.access_q == (fetch_q ? 2'd0 : store_q ? 2'd2 : 2'd1) && !(fetch_q && store_q));
        if (state == READ1 || state == ANSWER1 || state == LINE1) assert (have_q == 2'd0);
        else assert (have_q != 2'd0 || \dut.hole_q );
        if ( \dut.hole_q ) assert (state == JUDGE && wants && !in_dram);
        assert (have_q != 2'd3);
        if (have_q == 2'd2) assert (state == JUDGE && !\dut.level_q );
        if (have_q == 2'd1) assert ( \dut.level_q );
        if (have_q != 2'd0) assert (entry_q == \dut.pte_q );
        if (state == JUDGE && have_q == 2'd1) assert (!table_ok || \dut.hole_q );
        if (state == LINE0) assert (table_ok);
        if (state == LINE0 || state == LINE1) assert (in_dram);
        if (state == LINE0 || state == READ0 || state == READ1) assert (!granted_q);
        if (state == ANSWER1) assert (granted_q && index_q == va_q[31:22]);
        if (state == ANSWER0) assert (granted_q && index_q == va_q[21:12]);
    end
    always @* if (!first_q) begin
        assert ( \dut.waiting_q == ours_q);
        if (ours_q) assert (state == LINE0 || state == LINE1);
    end
