// Does the data cache answer what memory holds?
// One word of memory is watched: what it should hold (`truth`: what the last store left) and what the bus side holds (`kept`).
// From every state at rest that is consistent for the word, whatever else the cache holds, with loads, stores, AMOs, misses,
// reads and line fills of the walker, uncached accesses and fence.i in any order, and a memory that answers at any time with
// ack or err: a hit, for M or for the second reader, is the truth; and each state at rest is consistent again. So the
// bound is one of the time between two rests, not of the time since reset.
// Method: bounded 15
// Cover: 15
// Trace: 14
// Files: cache/dcache.v cache/tag_same.v
// Assumes: cache of 256 bytes with lines of 4 words; the watched word in line 5; write-backs are not answered by err; of the
// stages, see the assume statements
// SPDX-License-Identifier: ISC
`default_nettype none

module dcache_truth (
    input wire        clk,
    input wire        x_read, x_is_store, x_solo, flushed, quiet,
    input wire [33:2] x_pa,
    input wire [3:0]  be,
    input wire [31:0] store_data, store_word,
    input wire        sc_stores,
    input wire        aux_read, aux_line, clean,
    input wire [11:2] aux_index,
    input wire [33:12] aux_ppn,
    input wire        ack, err,
    input wire [31:0] other_data,
    input wire        uncached_we
);
    reg first_q = 1'b1;
    always @(posedge clk) first_q <= 1'b0;

    wire        aux_granted, aux_hit, valid, miss_error, aux_accept, aux_done, aux_error, event_miss, usable, writable, idle;
    wire        load_wait, store_wait, uncached_done, uncached_error, clean_done, cyc, we;
    wire [31:0] data, adr, dat_w;
    wire [30:12] tag;
    wire [3:0]  sel;
    wire [2:0]  cti;
    wire [1:0]  bte;

    // --- The stages: an access is in X, then M, then W
    reg         m_valid_q, m_store_q, m_solo_q, w_store_q, w_solo_q, w_miss_q, w_uncached_q, uncached_open_q, clean_open_q;
    reg [33:2]  m_pa_q, w_pa_q;
    wire        m_dram = m_pa_q[33:31] == 3'b001;
    wire        m_hit  = valid && tag == m_pa_q[30:12] && usable && (!m_store_q || writable) && m_dram;
    wire        store  = w_store_q && (!w_solo_q || sc_stores);
    wire        solo_busy = (m_valid_q && m_solo_q) || (w_store_q && w_solo_q);
    always @(posedge clk) begin
        m_valid_q <= !first_q && x_read && !flushed;
        m_pa_q <= x_pa; m_store_q <= x_is_store; m_solo_q <= x_solo;
        w_pa_q <= m_pa_q; w_solo_q <= m_solo_q;
        w_store_q    <= !first_q && m_valid_q && !flushed && m_hit && m_store_q;
        w_miss_q     <= !first_q && m_valid_q && !flushed && m_dram && !m_hit && idle && usable;
        w_uncached_q <= !first_q && m_valid_q && !flushed && !m_dram && m_pa_q[33:32] == 2'd0 && idle;
        uncached_open_q <= !first_q && (w_uncached_q || uncached_open_q) && !uncached_done;
        clean_open_q <= !first_q && clean && !clean_done;
    end
    always @* begin
        if (first_q) assume (!x_read && !clean && !aux_line && !aux_read);
        if (x_solo) assume (x_is_store);
        if (solo_busy) assume (!x_read);                    // an AMO or SC goes alone
        if (w_miss_q || w_uncached_q || uncached_open_q) assume (flushed);
        if (quiet) assume (!m_valid_q && !w_store_q && !w_miss_q && !w_uncached_q && !uncached_open_q);
        if (clean) assume (!x_read && !m_valid_q && !w_store_q && !w_miss_q && !w_uncached_q && !uncached_open_q);
        if (clean_open_q) assume (clean);
        if (aux_line) assume (aux_ppn[33:31] == 3'b001);
        if (!w_solo_q) assume (store_word == store_data);
        if (!cyc) assume (!ack && !err);
        assume (!(ack && err) && !(we && err));
    end

    dcache #(.BYTES(256), .LINE_WORDS(4)) dut (
        .clk(clk), .rst(1'b0), .x_read(x_read), .x_index(x_pa[11:2]), .flushed(flushed), .quiet(quiet),
        .aux_read(aux_read), .aux_wait(m_valid_q && m_solo_q), .aux_index(aux_index), .aux_granted(aux_granted),
        .aux_ppn(aux_ppn), .aux_hit(aux_hit), .data(data), .valid(valid), .tag(tag),
        .store(store), .store_plain(w_store_q), .store_word(store_word), .store_index(w_pa_q[11:2]), .next_store_index(m_pa_q[11:2]), .store_be(be),
        .store_data(store_data), .miss(w_miss_q), .miss_pa({w_pa_q, 2'b00}), .miss_error(miss_error), .aux_line(aux_line),
        .aux_accept(aux_accept), .aux_done(aux_done), .aux_error(aux_error), .event_miss(event_miss), .usable(usable),
        .writable(writable), .idle(idle), .load_wait(load_wait), .store_wait(store_wait), .uncached(w_uncached_q),
        .uncached_we(uncached_we), .uncached_pa({w_pa_q[31:2], 2'b00}), .uncached_be(be), .uncached_wdata(store_data),
        .uncached_done(uncached_done), .uncached_error(uncached_error), .clean(clean), .clean_done(clean_done),
        .wb_cyc(cyc), .wb_we(we), .wb_adr(adr), .wb_sel(sel), .wb_dat_w(dat_w), .wb_cti(cti), .wb_bte(bte),
        .wb_dat_r(adr == {1'b1, word, 2'b00} ? kept_q : other_data), .wb_ack(ack), .wb_err(err)
    );

    // --- The word
    (* anyconst *) reg [30:2] word;
    reg [31:0] truth_q, kept_q;
    wire stored = store && w_pa_q == {3'b001, word};
    wire [31:0] mask = {{8{be[3]}}, {8{be[2]}}, {8{be[1]}}, {8{be[0]}}};
    wire [31:0] truth = stored ? (truth_q & ~mask) | (store_data & mask) : truth_q;
    always @(posedge clk) begin
        truth_q <= truth;
        if (cyc && we && ack && adr == {1'b1, word, 2'b00}) kept_q <= dat_w;
    end
    always @* assume (word[7:4] == 4'd5);

    reg [11:2] aux_index_q;
    reg        aux_granted_q;
    always @(posedge clk) begin
        aux_index_q   <= aux_index;
        aux_granted_q <= aux_granted && !first_q;
    end

    // --- Consistent: the line that has the word holds the truth; if it is not dirty or not there, memory does
    (* hierconn *) wire [3:0]  \dut.state_q ;
    (* hierconn *) wire [23:0] \dut.tag_ram[5] ;
    (* hierconn *) wire        \dut.dirty_ram[5] , \dut.saving_q , \dut.cleaning_q , \dut.awaited_q ;
    (* hierconn *) wire [3:0]  \dut.recent_q ;
    (* hierconn *) wire [31:0] \dut.data_ram[20] , \dut.data_ram[21] , \dut.data_ram[22] , \dut.data_ram[23] ;
    wire [31:0] line_word = word[3] ? (word[2] ? \dut.data_ram[23] : \dut.data_ram[22] )
                                    : (word[2] ? \dut.data_ram[21] : \dut.data_ram[20] );
    wire here = \dut.tag_ram[5] == {1'b1, word[30:8]};
    wire at_rest = \dut.state_q == 4'd0;
    wire consistent = (!here || line_word == truth_q) && ((here && \dut.dirty_ram[5] ) || kept_q == truth_q);
    always @* if (first_q)
        assume (at_rest && consistent && !cyc && !we && !\dut.saving_q && !\dut.cleaning_q && \dut.recent_q == 4'd0 && !usable &&
                !\dut.awaited_q && !m_valid_q && !w_store_q && !w_miss_q && !w_uncached_q && !uncached_open_q && !clean_open_q);

    always @* if (!first_q) begin
        if (m_valid_q && m_hit && !m_store_q && m_pa_q == {3'b001, word}) load: assert (data == truth);
        if (m_valid_q && m_hit && m_solo_q && m_pa_q == {3'b001, word}) amo: assert (data == truth);
        if (aux_granted_q && aux_hit && {aux_ppn, aux_index_q} == {3'b001, word}) second_reader: assert (data == truth);
        if (at_rest) rest: assert (consistent);
        if (at_rest) assert (!cyc && !we && !\dut.saving_q && !\dut.cleaning_q );
        cover (m_valid_q && m_hit && !m_store_q && m_pa_q == {3'b001, word} && kept_q != truth_q);
        cover (cyc && we && ack && adr == {1'b1, word, 2'b00});
        cover (aux_granted_q && aux_hit && {aux_ppn, aux_index_q} == {3'b001, word} && kept_q != truth_q);
    end
endmodule
`default_nettype wire
