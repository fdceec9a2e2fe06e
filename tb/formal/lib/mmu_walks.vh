// What holds inside, so that mmu_walks is an induction.
// SPDX-License-Identifier: ISC

    (* hierconn *) wire        \dut.serving_q , \dut.for_d_q , \dut.d_pending_q , \dut.d_store_q , \dut.user_map_q , \dut.kill ;
    (* hierconn *) wire        \dut.context_switch_q , \dut.map_write_q , \dut.fence_q , \dut.u_walker.waiting_q , \dut.u_walker.hole_q , \dut.found_q , \dut.looking_q , \dut.looked_q ;
    (* hierconn *) wire [31:12] \dut.va_q , \dut.d_va_q ;
    (* hierconn *) wire [2:0]  \dut.u_walker.state_q ;
    always @* if (!first_q) begin
        assert ( \dut.context_switch_q == context_switch_q && \dut.map_write_q == map_write_q);
        assert (event_q == (context_switch_q || map_write_q || \dut.fence_q ));
        assert ( \dut.serving_q == ( \dut.u_walker.state_q != 3'd0 || \dut.found_q ));
        if ( \dut.found_q ) assert (!\dut.looking_q && !\dut.looked_q );
        if ( \dut.looking_q ) assert ( \dut.serving_q && !\dut.looked_q && ( \dut.u_walker.state_q == 3'd1 || \dut.u_walker.state_q == 3'd2));
        if ( \dut.looked_q ) assert ( \dut.u_walker.state_q != 3'd7 || \dut.u_walker.hole_q );
        if ( \dut.u_walker.waiting_q ) assert ( \dut.u_walker.state_q == 3'd3 || \dut.u_walker.state_q == 3'd6);
        if ( \dut.d_pending_q && !event_q) assert (d_open_q && \dut.d_va_q == d_va_q && \dut.d_store_q == d_store_q);
        if ( \dut.serving_q && \dut.for_d_q && !event_q)
            assert (d_open_q && \dut.va_q == d_va_q && \dut.user_map_q == d_user_map && !\dut.d_pending_q );
        if (d_open_q && !event_q) assert ( \dut.d_pending_q || ( \dut.serving_q && \dut.for_d_q ));
        if ( \dut.serving_q && !\dut.for_d_q && !redirect_q)
            assert (f_open_q && \dut.va_q == f_va_q);
        if ( \dut.serving_q && !\dut.for_d_q && !redirect_q && !event_q) assert ( \dut.user_map_q == f_user_map);
        if (redirect_q) assert (!f_open_q);
        if (event_q) assert (!d_open_q);
    end
