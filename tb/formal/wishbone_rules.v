// Are the rules of Wishbone B4 kept by the core's bus?
// Both caches and the arbiter, with requests at any time that the stages may make, and a slave that answers at any time. A
// cycle is held, unchanged, until ack or err; a burst says so and goes on with the next address of its wrap; its last
// beat says so; single accesses say that they are; strobe and cycle come together.
// Method: bounded 18
// Cover: 18
// Trace: 18
// Files: cache/dcache.v cache/icache.v cache/tag_same.v core/bus_arbiter.v
// Assumes: caches of 256 bytes, lines of 4 words, at rest in the first cycle; the slave answers only while it is asked
// SPDX-License-Identifier: ISC
`default_nettype none

module wishbone_rules (
    input wire        clk,
    input wire [31:2] fetch_addr,
    input wire        looks, request, flush, x_read, quiet, aux_read, aux_line, store, miss, uncached, uncached_we, clean,
    input wire [33:0] pa, miss_pa,
    input wire [11:2] x_index, aux_index, store_index,
    input wire [33:12] aux_ppn,
    input wire [3:0]  be,
    input wire [31:0] store_data, dat_r, uncached_pa,
    input wire        ack, err
);
    reg first_q = 1'b1;
    always @(posedge clk) first_q <= 1'b0;

    wire        i_cyc, i_ack, i_err, d_cyc, d_we, d_ack, d_err, cyc, stb, we, idle, writable, clean_done;
    wire [31:0] i_adr, d_adr, d_dat_w, adr, dat_w;
    wire [3:0]  d_sel, sel;
    wire [2:0]  i_cti, d_cti, cti;
    wire [1:0]  i_bte, d_bte, bte;
    icache #(.BYTES(256), .LINE_WORDS(4)) icache (
        .clk(clk), .rst(1'b0), .looks(looks), .fetch_addr(fetch_addr), .request(request), .pa(pa), .flush(flush), .wb_cyc(i_cyc),
        .wb_adr(i_adr), .wb_cti(i_cti), .wb_bte(i_bte), .wb_dat_r(dat_r), .wb_ack(i_ack), .wb_err(i_err)
    );
    dcache #(.BYTES(256), .LINE_WORDS(4)) dcache (
        .clk(clk), .rst(1'b0), .x_read(x_read), .x_index(x_index), .flushed(miss || uncached), .quiet(quiet),
        .aux_read(aux_read), .aux_wait(1'b0), .aux_index(aux_index), .aux_ppn(aux_ppn), .store(store), .store_plain(store),
        .store_word(store_data), .store_index(store_index), .next_store_index(store_index), .store_be(be), .store_data(store_data), .miss(miss),
        .miss_pa(miss_pa), .aux_line(aux_line), .idle(idle), .writable(writable), .uncached(uncached), .uncached_we(uncached_we),
        .uncached_pa(uncached_pa), .uncached_be(be), .uncached_wdata(store_data), .clean(clean), .clean_done(clean_done),
        .wb_cyc(d_cyc), .wb_we(d_we), .wb_adr(d_adr), .wb_sel(d_sel), .wb_dat_w(d_dat_w), .wb_cti(d_cti), .wb_bte(d_bte),
        .wb_dat_r(dat_r), .wb_ack(d_ack), .wb_err(d_err)
    );
    bus_arbiter arbiter (
        .clk(clk), .rst(1'b0), .i_cyc(i_cyc), .i_adr(i_adr), .i_cti(i_cti), .i_bte(i_bte), .i_ack(i_ack), .i_err(i_err),
        .d_cyc(d_cyc), .d_we(d_we), .d_adr(d_adr), .d_sel(d_sel), .d_dat_w(d_dat_w), .d_cti(d_cti), .d_bte(d_bte),
        .d_ack(d_ack), .d_err(d_err), .wb_cyc(cyc), .wb_stb(stb), .wb_we(we), .wb_adr(adr), .wb_sel(sel), .wb_dat_w(dat_w),
        .wb_cti(cti), .wb_bte(bte), .wb_ack(ack), .wb_err(err)
    );
    (* hierconn *) wire [3:0] \dcache.state_q ;
    (* hierconn *) wire       \dcache.saving_q , \dcache.cleaning_q , \arbiter.held_q ;
    (* hierconn *) wire [4:0] \icache.sweep_q ;
    always @* begin
        if (first_q) assume ( \dcache.state_q == 4'd0 && !d_cyc && !d_we && !\dcache.saving_q && !\dcache.cleaning_q &&
                             !i_cyc && \icache.sweep_q [4] && !\arbiter.held_q && i_adr[1:0] == 2'b00);
        if (request) assume (looks);
        if (!stb) assume (!ack && !err);
        assume (!(ack && err));
        assume (miss + uncached + clean < 2'd2);
        if (uncached) assume (idle);
        if (store) assume (writable && !clean && !miss && !uncached);
        if (uncached || miss) assume (!quiet);
    end

    // --- The cycle before
    reg        stb_q, we_q, ack_q, err_q;
    reg [31:0] adr_q, dat_w_q;
    reg [3:0]  sel_q;
    reg [2:0]  cti_q;
    reg [1:0]  bte_q;
    always @(posedge clk) begin
        stb_q <= stb; we_q <= we; ack_q <= ack; err_q <= err; adr_q <= adr; dat_w_q <= dat_w; sel_q <= sel; cti_q <= cti;
        bte_q <= bte;
    end
    wire [31:0] next = {adr_q[31:4], adr_q[3:2] + 2'd1, 2'b00};   // wraps in 4 words
    always @* if (!first_q) begin
        assert (cyc == stb);
        if (stb_q && !ack_q && !err_q) begin
            held: assert (stb && we == we_q && adr == adr_q && sel == sel_q && cti == cti_q && bte == bte_q);
            if (we_q) held_data: assert (dat_w == dat_w_q);
        end
        if (stb_q && ack_q && cti_q == 3'b010)
            burst: assert (stb && we == we_q && adr == next && sel == 4'hf && bte == bte_q && (cti == 3'b010 || cti == 3'b111));
        if (stb) begin
            assert (cti == 3'b000 || ((cti == 3'b010 || cti == 3'b111) && bte == 2'b01 && sel == 4'hf));
            aligned: assert (adr[1:0] == 2'b00);
        end
        cover (stb && we && cti == 3'b111 && ack);
        cover (stb && !we && cti == 3'b000 && err);
        cover (i_cyc && d_cyc && i_ack);
    end
endmodule
`default_nettype wire
