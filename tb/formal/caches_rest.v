// Do the caches come to rest, if memory answers?
// Both caches and the arbiter, any requests. If the slave answers each beat within 4 cycles, then the data cache is at rest again
// within 73 cycles, within 660 if it cleans all its lines for FENCE.I, 42 for each; and a fill of the instruction cache has ended within 57. Whatever
// was asked and taken (an uncached access, a line for the second reader, cleaning, an instruction's line) has been answered by then.
// (The 4 stands for any: no state is gone through twice in between.)
// Method: induction
// Cover: 48
// Trace: 130
// Files: cache/dcache.v cache/icache.v cache/tag_same.v core/bus_arbiter.v
// Assumes: caches of 256 bytes, lines of 4 words; an uncached access begins, and a store is made, as M and W see to it (assume statements)
// SPDX-License-Identifier: ISC
`default_nettype none
`define SEE (* hierconn *) wire

module caches_rest (
    input wire        clk, rst,
    input wire [31:2] fetch_addr,
    input wire        looks, request, flush, x_read, quiet, aux_read, aux_wait, aux_line, store, miss, uncached, uncached_we, clean,
    input wire [33:0] pa, miss_pa,
    input wire [11:2] x_index, aux_index, store_index,
    input wire [33:12] aux_ppn,
    input wire [3:0]  be,
    input wire [31:0] store_data, dat_r, uncached_pa,
    input wire        ack, err
);
    localparam [11:0] BEAT = 12'd4, LINE = 4 * BEAT, BURST = LINE + 1 + LINE;    // a burst, behind another's
    localparam [11:0] SET = BURST + 12'd8;                                 // cleaning one line

    wire        i_cyc, i_ack, i_err, d_cyc, d_we, d_ack, d_err, cyc, stb, idle, writable, clean_done;
    wire        accept, word_done, aux_accept, aux_done, uncached_done;
    wire [31:0] i_adr, d_adr, d_dat_w;
    wire [3:0]  d_sel;
    wire [2:0]  i_cti, d_cti;
    wire [1:0]  i_bte, d_bte;
    icache #(.BYTES(256), .LINE_WORDS(4)) icache (
        .clk(clk), .rst(rst), .looks(looks), .fetch_addr(fetch_addr), .request(request), .pa(pa), .accept(accept), .word_done(word_done), .flush(flush),
        .wb_cyc(i_cyc), .wb_adr(i_adr), .wb_cti(i_cti), .wb_bte(i_bte), .wb_dat_r(dat_r), .wb_ack(i_ack), .wb_err(i_err)
    );
    dcache #(.BYTES(256), .LINE_WORDS(4)) dcache (
        .clk(clk), .rst(rst), .x_read(x_read), .x_index(x_index), .flushed(miss || uncached), .quiet(quiet),
        .aux_read(aux_read), .aux_wait(aux_wait), .aux_index(aux_index), .aux_ppn(aux_ppn), .store(store), .store_plain(store),
        .store_word(store_data), .store_index(store_index), .next_store_index(store_index), .store_be(be), .store_data(store_data), .miss(miss),
        .miss_pa(miss_pa), .aux_line(aux_line), .aux_accept(aux_accept), .aux_done(aux_done), .idle(idle), .writable(writable),
        .uncached(uncached), .uncached_we(uncached_we), .uncached_done(uncached_done),
        .uncached_pa(uncached_pa), .uncached_be(be), .uncached_wdata(store_data), .clean(clean), .clean_done(clean_done),
        .wb_cyc(d_cyc), .wb_we(d_we), .wb_adr(d_adr), .wb_sel(d_sel), .wb_dat_w(d_dat_w), .wb_cti(d_cti), .wb_bte(d_bte),
        .wb_dat_r(dat_r), .wb_ack(d_ack), .wb_err(d_err)
    );
    bus_arbiter arbiter (
        .clk(clk), .rst(rst), .i_cyc(i_cyc), .i_adr(i_adr), .i_cti(i_cti), .i_bte(i_bte), .i_ack(i_ack), .i_err(i_err),
        .d_cyc(d_cyc), .d_we(d_we), .d_adr(d_adr), .d_sel(d_sel), .d_dat_w(d_dat_w), .d_cti(d_cti), .d_bte(d_bte),
        .d_ack(d_ack), .d_err(d_err), .wb_cyc(cyc), .wb_stb(stb), .wb_ack(ack), .wb_err(err)
    );
    `SEE [3:0] \dcache.state_q , \dcache.have_q , \icache.have_q ; `SEE [1:0] \dcache.word_q , \dcache.save_q , \dcache.save_last_q ;
    `SEE \dcache.saving_q , \dcache.cleaning_q , \dcache.evicts_q , \dcache.for_aux_q , \dcache.present_q , \dcache.dirty_q ;
    `SEE [3:0] \dcache.set_q ; `SEE \dcache.victim_dirty ; `SEE [4:0] \icache.sweep_q ; `SEE \arbiter.held_q , \arbiter.held_i_q , \arbiter.grant_i ;
    `SEE \dcache.dirty_ram[0] , \dcache.dirty_ram[1] , \dcache.dirty_ram[2] , \dcache.dirty_ram[3] , \dcache.dirty_ram[4] , \dcache.dirty_ram[5] ;
    `SEE \dcache.dirty_ram[6] , \dcache.dirty_ram[7] , \dcache.dirty_ram[8] , \dcache.dirty_ram[9] , \dcache.dirty_ram[10] , \dcache.dirty_ram[11] ;
    `SEE \dcache.dirty_ram[12] , \dcache.dirty_ram[13] , \dcache.dirty_ram[14] , \dcache.dirty_ram[15] ;
    wire [15:0] dirty = { \dcache.dirty_ram[15] , \dcache.dirty_ram[14] , \dcache.dirty_ram[13] , \dcache.dirty_ram[12] , \dcache.dirty_ram[11] ,
        \dcache.dirty_ram[10] , \dcache.dirty_ram[9] , \dcache.dirty_ram[8] , \dcache.dirty_ram[7] , \dcache.dirty_ram[6] , \dcache.dirty_ram[5] ,
        \dcache.dirty_ram[4] , \dcache.dirty_ram[3] , \dcache.dirty_ram[2] , \dcache.dirty_ram[1] , \dcache.dirty_ram[0] };
    localparam IDLE = 4'd0, CHECK = 4'd1, FILL = 4'd2, EVICT = 4'd3, SAVE = 4'd4, UNCACHED = 4'd5, LOOK = 4'd6, CLEAN = 4'd7, SWEEP = 4'd8, COMPARE = 4'd9;
    wire [3:0] state = dcache.state_q;

    reg        began = 1'b0, idle_q, cleaning_q;
    reg [1:0]  waited;                        // cycles of this beat so far
    reg [11:0] away, filling, on_line;       // cycles of the data cache away from rest, of an instruction's fill, of a line's cleaning
    reg        owes_aux, owes_uncached, owes_clean, owes_insn;
    always @(posedge clk) begin
        began   <= 1'b1;
        idle_q  <= idle;
        cleaning_q <= \dcache.cleaning_q ;
        waited  <= stb && !ack && !err ? waited + 2'd1 : 2'd0;
        away    <= rst || idle ? 12'd0 : away + 12'd1;
        on_line <= rst || !\dcache.cleaning_q || (state == CLEAN && !\dcache.victim_dirty ) ? 12'd0 : on_line + 12'd1;
        filling <= rst || !i_cyc ? 12'd0 : filling + 12'd1;
        owes_aux      <= !rst && (aux_accept || (owes_aux && !aux_done));
        owes_uncached <= !rst && ((uncached && idle) || (owes_uncached && !uncached_done));
        owes_clean    <= !rst && ((clean && idle && !uncached && !miss && !aux_accept) || (owes_clean && !clean_done));
        owes_insn     <= !rst && (accept || (owes_insn && !word_done));
    end
    always @* begin
        assume (rst == !began);
        if (request) assume (looks);
        if (!stb) assume (!ack && !err);
        assume (!(ack && err));
        if (stb && waited == BEAT - 1) assume (ack || err);
        // M has seen the cache at rest
        if (uncached) assume (idle && idle_q && !miss && !clean);
        if (store) assume (writable && !clean && !miss && !uncached);
        if (uncached || miss) assume (!quiet);
    end
    wire [11:0] limit = \dcache.cleaning_q || cleaning_q ? 12'd660 : 12'd73;
    always @* if (began) begin
        rests: assert (away <= limit);
        line_rests: assert (on_line <= 12'd42);
        fills: assert (filling <= 12'd57);
        if (owes_aux) aux_answered: assert (aux_done || ( \dcache.for_aux_q && (state == COMPARE || state == CHECK || (state == FILL && \dcache.have_q == 4'd0))));
        if (owes_uncached) uncached_answered: assert (state == UNCACHED);
        if (owes_clean) cleaned: assert (\dcache.cleaning_q );
        if (owes_insn) insn_answered: assert (word_done || (i_cyc && \icache.have_q == 4'd0));
    end

`ifndef TRACE
    // --- How long until then, at most. A fill goes round its line: what is in place is what lies behind its word.
    function [2:0] missing(input [3:0] have);
        missing = 3'd4 - have[0] - have[1] - have[2] - have[3];
    endfunction
    function in_turn(input [3:0] have, input [1:0] word);
        reg [7:0] twice;
        begin
            twice = {have, have} >> word;
            in_turn = twice[3:0] == 4'b0000 || twice[3:0] == 4'b1000 || twice[3:0] == 4'b1100 || twice[3:0] == 4'b1110;
        end
    endfunction
    wire [11:0] i_beats = {9'd0, missing( \icache.have_q )} * BEAT;
    wire [11:0] i_rest  = i_cyc ? i_beats - waited : 12'd0;                       // while it has the bus
    wire [11:0] d_beats = (state == FILL ? {9'd0, missing( \dcache.have_q )} : state == UNCACHED ? 12'd1 : 12'd4 - \dcache.word_q ) * BEAT;
    wire [11:0] d_burst = \arbiter.grant_i ? i_rest + 12'd1 + d_beats : d_beats - waited;
    wire [1:0] save_left = \dcache.save_last_q - \dcache.save_q ;
    wire [11:0] saving  = \dcache.saving_q ? {10'd0, save_left} + 12'd1 : 12'd0;
    wire [3:0] sets    = 4'd15 - \dcache.set_q ;
    wire [11:0] others  = \dcache.cleaning_q ? {8'd0, sets} * SET : 12'd0;
    reg        over;       // this line is clean, and looked at once more
    always @(posedge clk) over <= \dcache.cleaning_q && (state == EVICT || (state == LOOK && over));
    reg [11:0] left;
    always @* case (state)
        IDLE:     left = 12'd0;
        COMPARE:  left = 12'd6 + BURST + BURST;
        CHECK:    left = 12'd5 + BURST + BURST;
        FILL:     left = d_burst + ( \dcache.evicts_q ? saving + BURST : 12'd0);
        SAVE:     left = ( \dcache.saving_q ? saving : 12'd5) + BURST + ( \dcache.cleaning_q ? 12'd2 + others : 12'd0);
        EVICT:    left = d_burst + ( \dcache.cleaning_q ? 12'd2 + others : 12'd0);
        UNCACHED: left = d_burst;
        LOOK:     left = 12'd1 + (over ? 12'd1 : SET) + others;
        CLEAN:    left = (over ? 12'd1 : SET) + others;
        default:  left = 12'd16 - \dcache.set_q ;
    endcase
    // How long the data cache will keep the bus
    wire [11:0] d_keeps = state == FILL ? d_burst + ( \dcache.evicts_q ? saving + 12'd1 + LINE : 12'd0)
                       : state == SAVE && !\dcache.cleaning_q ? saving + LINE
                       : state == EVICT || state == UNCACHED ? d_burst : 12'd0;
    wire [11:0] i_left = !i_cyc ? 12'd0 : \arbiter.grant_i ? i_beats - waited : d_keeps + 12'd2 + i_beats;
    wire fill_d = state == FILL, bus_d = state == FILL || state == EVICT || state == UNCACHED;
    always @* if (began) begin
        carry_away: assert (away + left <= limit);
        if ( \dcache.cleaning_q ) carry_on_line: assert (on_line + left - others <= 12'd42);
        carry_filling: assert (filling + i_left <= 12'd57);
        carry_state: assert (state <= COMPARE);
        carry_ended: assert (!cleaning_q || \dcache.cleaning_q || state == IDLE);
        carry_bus: assert (d_cyc == bus_d);
        carry_cleaning: assert ((!\dcache.cleaning_q || state == LOOK || state == CLEAN || state == SAVE || state == EVICT) &&
                                ( \dcache.cleaning_q || (state != LOOK && state != CLEAN)));
        if (fill_d) carry_d_turn: assert (in_turn( \dcache.have_q , \dcache.word_q ));
        if (i_cyc) carry_i_turn: assert (in_turn( \icache.have_q , i_adr[3:2]));
        if (state == COMPARE || state == CHECK) carry_none: assert ( \dcache.have_q == 4'd0 && !\dcache.saving_q );
        carry_idle: assert (state == FILL || state == SAVE || !\dcache.saving_q );
        carry_saving: assert (!\dcache.saving_q || state == SAVE || \dcache.evicts_q );
        if (state == SAVE && !\dcache.saving_q ) carry_save: assert ( \dcache.cleaning_q && \dcache.save_q == 2'd3 && \dcache.save_last_q == 2'd3);
        carry_holder: assert (!\arbiter.held_q || waited == 2'd0 || ( \arbiter.held_i_q ? i_cyc : d_cyc));
        carry_dropped: assert (!\arbiter.held_q || \arbiter.held_i_q || d_cyc || (idle && !idle_q) || (state == SAVE && !\dcache.cleaning_q ) || state == LOOK);
        carry_waited: assert (waited == 2'd0 || \arbiter.held_q );
        carry_insn: assert (!i_cyc || \arbiter.grant_i || \icache.have_q == 4'd0);
        if ( \dcache.cleaning_q && (state == SAVE || state == EVICT || (state == LOOK && over))) carry_clean: assert (!dirty[ \dcache.set_q ]);
        if (state == CLEAN && over) carry_over: assert (!\dcache.dirty_q );
        if (state == UNCACHED) carry_owed: assert (owes_uncached);
    end
`endif
    always @* if (began) begin
        cover (aux_done && d_cyc && d_we);
        cover (uncached_done && i_cyc);
        cover (i_cyc && d_cyc && i_ack && waited == 2'd3);
    end
endmodule
`default_nettype wire
