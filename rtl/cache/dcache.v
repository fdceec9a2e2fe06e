// Data cache: direct-mapped, at most 4 KiB (so that the index lies within the page
// offset), virtually indexed, physically tagged, write-back and write-allocate.
// Owns the data side's bus cycles: line fills, write-backs, uncached accesses.
// Promises: a read sees every older store; a read by the walker or the gate unit
// (the second reader) sees what a load would; a store is only made to a line that
// its M stage found present.
//
// A fill begins with the word that was missed, and loads go on as soon as what they
// need is in place. A dirty victim is saved into a buffer meanwhile and written back
// after the fill.
// SPDX-License-Identifier: ISC
`default_nettype none

module dcache #(
    parameter BYTES      = 4096, // 256 to 4096, power of two
    parameter LINE_WORDS = 8     // 4 or 8
) (
    input  wire        clk,
    input  wire        rst,

    // Reader one: the pipeline. Index in X, answer in M.
    input  wire        x_read,
    input  wire [11:2] x_index,
    input  wire        flushed,      // what is in X and M is being squashed by W
    input  wire        quiet,        // no access in M and W
    // Reader two: walker and gate unit
    input  wire        aux_read,
    input  wire        aux_wait,     // an AMO or SC is in M: its store is known late
    input  wire [11:2] aux_index,
    output wire        aux_granted,
    input  wire [33:12] aux_ppn,     // with the answer
    output wire        aux_hit,
    // The answer
    output wire [31:0] data,
    output wire [31:0] data_read,    // the same, as the RAM has it,
    output wire [ 3:0] data_newer,   // bytes that a store has written since:
    output wire [31:0] data_stored,
    output wire        valid,
    output wire [30:12] tag,         // of a DRAM address, whose bits 33:31 are 001

    // Store, in W, to a line that is present
    input  wire        store,
    input  wire        store_plain,  // what M may need of it: a store that is no AMO or SC,
    input  wire [31:0] store_word,   // and its data
    input  wire [11:2] store_index,
    input  wire [11:2] next_store_index, // store_index of the next cycle, if a store comes to W then
    input  wire [ 3:0] store_be,
    input  wire [31:0] store_data,

    // Line fills
    input  wire        miss,         // the instruction in W misses; `flushed` holds
    input  wire [33:0] miss_pa,
    output wire        miss_error,   // its fill ended with a bus error
    input  wire        aux_line,
    output wire        aux_accept,
    output reg         aux_done,
    output reg         aux_error,
    output wire        event_miss,
    output reg         usable,       // the answer may be used by a load,
    output wire        writable,     // and by a store,
    output wire        idle,         // and an uncached access may begin
    output wire        load_wait,    // a load now in D would find no use,
    output wire        store_wait,   // nor would a store

    // Uncached access of the instruction in W
    input  wire        uncached,
    input  wire        uncached_we,
    input  wire [31:0] uncached_pa,
    input  wire [ 3:0] uncached_be,
    input  wire [31:0] uncached_wdata,
    output wire        uncached_done,
    output wire        uncached_error,

    // FENCE.I: write every dirty line back
    input  wire        clean,        // held until clean_done
    output wire        clean_done,

    output reg         wb_cyc,
    output reg         wb_we,
    output wire [31:0] wb_adr,
    output wire [ 3:0] wb_sel,
    output wire [31:0] wb_dat_w,
    output wire [ 2:0] wb_cti,
    output wire [ 1:0] wb_bte,
    input  wire [31:0] wb_dat_r,
    input  wire        wb_ack,
    input  wire        wb_err
);
    localparam WORDS = BYTES / 4;
    localparam LINES = WORDS / LINE_WORDS;
    localparam IW = $clog2(WORDS);
    localparam LW = $clog2(LINE_WORDS);
    localparam SW = $clog2(LINES);

    localparam IDLE = 4'd0, CHECK = 4'd1, FILL = 4'd2, EVICT = 4'd3, SAVE = 4'd4,
               UNCACHED = 4'd5, LOOK = 4'd6, CLEAN = 4'd7, SWEEP = 4'd8,
               COMPARE = 4'd9;  // before CHECK, for the second reader
    reg [3:0]    state_q;
    reg          for_aux_q, cleaning_q;
    reg          evicts_q;      // the victim is dirty
    reg          saving_q;      // its words are being read into the buffer
    reg [LW-1:0] save_q, save_last_q;
    reg [LINE_WORDS-1:0] have_q;     // words in place
    reg [30:LW+2] line_q;       // line being filled or cleaned (index within it)
    reg [LW-1:0] word_q;        // word within the line on the bus
    reg [31:2]   address_q;     // uncached
    reg [3:0]    be_q;
    reg [31:0]   wdata_q;
    reg [2:0]    quarantine_q;  // lets the instruction that missed use its line first

    assign idle   = state_q == IDLE;
    wire filling  = state_q == FILL;
    wire evicting = state_q == EVICT;
    wire [SW-1:0] set_q = line_q[IW+1:LW+2];
    wire [11:8]   line_low = line_q[11:8];
    wire last     = filling ? &(have_q | ({{(LINE_WORDS-1){1'b0}}, 1'b1} << word_q)) : &word_q;
    wire beat     = wb_cyc && wb_ack;
    wire end_line = wb_cyc && ((wb_ack && last) || wb_err);

    // --- Requests
    assign aux_accept = aux_line && idle && quiet && !miss && !uncached && quarantine_q == 3'd0;
    wire accept = idle && (miss || aux_accept);
    wire [30:LW+2] wanted = miss ? miss_pa[30:LW+2] : {aux_ppn[30:12], aux_index[11:LW+2]};
    wire [LW-1:0] wanted_word = miss ? miss_pa[LW+1:2] : aux_index[LW+1:2];
    assign event_miss = accept;
    assign miss_error = filling && wb_cyc && wb_err && !for_aux_q;

    wire fill_error = filling && wb_cyc && wb_err;

    // The read port belongs to the two readers, but while a line is looked up or saved.
    wire port_free = idle || (evicting && !cleaning_q) || (filling && !saving_q);
    assign writable   = idle || (evicting && !cleaning_q);
    // Out of registers, for a stall hangs on them: the bus's answer counts in the next cycle.
    assign store_wait = !writable;
    assign load_wait  = !writable && !(filling && !saving_q && have_q != {LINE_WORDS{1'b0}});
    always @(posedge clk) usable <= port_free && !accept && !fill_error && !rst;

    // --- Read port
    // A read in the cycle of a write to its place may give anything; it is not used.
    (* no_rw_check *) reg  [31:0] data_ram [0:WORDS-1];
    (* no_rw_check *) reg  [23:0] tag_ram [0:LINES-1];    // valid, address bits 30:8
    (* ram_style = "block", no_rw_check *) reg dirty_ram [0:LINES-1];
    reg  [31:0] data_q;
    reg  [23:0] tag_q;
    reg         dirty_q;
    reg  [11:2] index_q;
    wire from_x = x_read && !flushed;
    assign aux_granted = aux_read && port_free && !from_x && !accept && !clean && !aux_wait;
    wire [SW-1:0] next_set = set_q + 1'b1;
    wire [11:2] look = from_x ? x_index : aux_index;
    wire [LW-1:0] save_next = save_q + 1'b1;
    wire [IW-1:0] read_index = accept       ? {wanted[IW+1:LW+2], wanted_word}
                             : port_free    ? look[IW+1:2]
                             : state_q == CLEAN && !victim_dirty ? {next_set, {LW{1'b0}}}
                             : {set_q, state_q == LOOK ? {LW{1'b0}} : state_q == COMPARE ? save_q : save_next};
    wire victim_dirty = tag_q[23] && dirty_q;

    // --- Write port
    wire fill_beat = filling && beat;
    wire [IW-1:0] data_wa = fill_beat ? {set_q, word_q} : store_index[IW+1:2];
    wire [31:0]   data_wd = fill_beat ? wb_dat_r : store_data;
    wire [3:0]    data_we = fill_beat ? 4'hf : store ? store_be : 4'h0;
    always @(posedge clk) begin
        if (data_we[0]) data_ram[data_wa][ 7: 0] <= data_wd[ 7: 0];
        if (data_we[1]) data_ram[data_wa][15: 8] <= data_wd[15: 8];
        if (data_we[2]) data_ram[data_wa][23:16] <= data_wd[23:16];
        if (data_we[3]) data_ram[data_wa][31:24] <= data_wd[31:24];
        data_q <= data_ram[read_index];
    end

    wire sweeping = state_q == SWEEP;
    // The new tag is there as the fill begins; which words are in place, have_q tells.
    wire [30:8] fill_tag = {line_q[30:12], line_low};
    // The second reader may have missed a word of a line that has come since, and been
    // stored to: that line stays as it is. A line that the pipeline misses cannot have been stored to.
    reg  present_q;
    always @(posedge clk) present_q <= state_q == COMPARE && tag_q == {1'b1, fill_tag} && !rst;
    wire begin_fill = state_q == CHECK && !present_q;
    wire end_fill   = filling && end_line;
    wire tag_we = sweeping || begin_fill || fill_error;
    always @(posedge clk) begin
        if (tag_we) tag_ram[set_q] <= {begin_fill, fill_tag};
        tag_q <= tag_ram[read_index[IW-1:LW]];
    end
    wire dirty_we = sweeping || store || begin_fill || (state_q == CLEAN && victim_dirty);
    always @(posedge clk) begin
        if (dirty_we) dirty_ram[store ? store_index[IW+1:LW+2] : set_q] <= store;
        dirty_q <= dirty_ram[read_index[IW-1:LW]];
    end

    // --- Answer, with the stores that the RAM read has missed: the one in W, and
    // the one that was written at the same edge as the read. All places are compared as the
    // RAM is given its address.
    reg          now_same_q;     // as the store in W, if there is one
    reg [3:0]    recent_q;       // bytes that were written
    reg [31:0]   recent_data_q;
    reg          awaited_q;      // in the line being filled, and not in place when the RAM was read
    always @(posedge clk) begin
        index_q       <= look;
        now_same_q    <= look == next_store_index;
        recent_q      <= store_be & {4{store && look == store_index}};
        recent_data_q <= store_data;
        awaited_q     <= filling && look[IW+1:LW+2] == set_q && !have_q[look[LW+1:2]] && !rst;
    end
    genvar i;
    generate
        for (i = 0; i < 4; i = i + 1) begin : lane
            wire from_now = store_plain && now_same_q && store_be[i];
            assign data_newer[i]         = from_now || recent_q[i];
            assign data_stored[8*i +: 8] = from_now ? store_word[8*i +: 8] : recent_data_q[8*i +: 8];
            assign data[8*i +: 8]        = data_newer[i] ? data_stored[8*i +: 8] : data_q[8*i +: 8];
        end
    endgenerate
    assign data_read = data_q;
    // In a cache of less than 4 KiB some offset bits are part of the tag.
    assign valid = tag_q[23] && !awaited_q && (IW == 10 || tag_q[3:0] == index_q[11:8]);
    assign tag   = tag_q[22:4];
    tag_same #(.WIDTH(22)) u_tag_same (.valid(usable && valid), .tag({3'b001, tag}), .page(aux_ppn), .same(aux_hit));

    // --- Victim buffer
    wire saved = !saving_q || save_q == save_last_q;
    reg [31:0] victim_ram [0:LINE_WORDS-1];
    always @(posedge clk) if (saving_q || (state_q == CHECK)) victim_ram[save_q] <= data_q;

    // --- Bus
    wire uncached_state = state_q == UNCACHED;
    reg [30:8] victim_tag_q;
    wire [30:LW+2] line_on_bus = wb_we ? {victim_tag_q, line_q[7:LW+2]} : line_q;
    assign wb_adr   = uncached_state ? {address_q, 2'b00} : {1'b1, line_on_bus, word_q, 2'b00};
    assign wb_sel   = uncached_state ? be_q : 4'hf;
    assign wb_dat_w = uncached_state ? wdata_q : victim_ram[word_q];
    assign wb_cti   = uncached_state ? 3'b000 : last ? 3'b111 : 3'b010;
    assign wb_bte   = uncached_state ? 2'b00 : LINE_WORDS == 4 ? 2'b01 : 2'b10;
    assign uncached_done  = uncached_state && wb_cyc && (wb_ack || wb_err);
    assign uncached_error = wb_err;
    assign clean_done = state_q == CLEAN && !victim_dirty && &set_q;

    always @(posedge clk) begin
        aux_done  <= ((filling && wb_cyc && (wb_ack || wb_err) && have_q == {LINE_WORDS{1'b0}}) ||
                      (state_q == CHECK && present_q)) && for_aux_q && !rst;
        aux_error <= wb_err;
        if (state_q == CHECK || state_q == CLEAN) victim_tag_q <= tag_q[22:0];
        // In CHECK the first word to save has just been read, in SAVE it is about to be.
        if (accept) begin
            save_q      <= wanted_word;
            save_last_q <= wanted_word - 1'b1;
        end else if (state_q == CLEAN) begin
            save_q      <= {LW{1'b1}};
            save_last_q <= {LW{1'b1}};
        end else if (saving_q || state_q == CHECK || state_q == SAVE) save_q <= save_next;
        if (rst) begin
            state_q    <= SWEEP;
            line_q     <= {(29-LW){1'b0}};
            word_q     <= {LW{1'b0}};
            cleaning_q <= 1'b0;
            for_aux_q  <= 1'b0;
            evicts_q   <= 1'b0;
            saving_q   <= 1'b0;
            have_q     <= {LINE_WORDS{1'b0}};
            wb_cyc     <= 1'b0;
            wb_we      <= 1'b0;
            quarantine_q <= 3'd0;
        end else begin
            if (end_fill && !for_aux_q) quarantine_q <= 3'd7;
            else if (quarantine_q != 3'd0) quarantine_q <= quarantine_q - 3'd1;
            if (saving_q && save_q == save_last_q) saving_q <= 1'b0;
            case (state_q)
                IDLE: begin
                    word_q <= wanted_word;
                    have_q <= {LINE_WORDS{1'b0}};
                    if (uncached) begin
                        state_q   <= UNCACHED;
                        wb_cyc    <= 1'b1;
                        wb_we     <= uncached_we;
                    end else if (accept) begin
                        state_q   <= miss ? CHECK : COMPARE;
                        line_q    <= wanted;
                        for_aux_q <= !miss;
                    end else if (clean) begin
                        state_q    <= LOOK;
                        line_q     <= {(29-LW){1'b0}};
                        cleaning_q <= 1'b1;
                    end
                end
                COMPARE: state_q <= CHECK;
                CHECK: if (present_q) state_q <= IDLE;
                else begin
                    state_q  <= FILL;
                    wb_cyc   <= 1'b1;
                    evicts_q <= victim_dirty;
                    saving_q <= victim_dirty;
                end
                FILL: begin
                    if (beat) begin
                        word_q         <= word_q + 1'b1;
                        have_q[word_q] <= 1'b1;
                    end
                    if (end_line) begin
                        word_q  <= {LW{1'b0}};
                        // A bus error can come before the victim is saved.
                        wb_cyc  <= evicts_q && saved;
                        wb_we   <= evicts_q && saved;
                        state_q <= !evicts_q ? IDLE : saved ? EVICT : SAVE;
                    end
                end
                SAVE: if (saving_q && save_q == save_last_q) begin
                    word_q  <= {LW{1'b0}};
                    wb_cyc  <= 1'b1;
                    wb_we   <= 1'b1;
                    state_q <= EVICT;
                end
                EVICT: begin
                    if (beat) word_q <= word_q + 1'b1;
                    if (end_line) begin
                        wb_cyc  <= 1'b0;
                        wb_we   <= 1'b0;
                        state_q <= cleaning_q ? LOOK : IDLE;
                    end
                end
                UNCACHED: if (uncached_done) begin
                    wb_cyc  <= 1'b0;
                    wb_we   <= 1'b0;
                    state_q <= IDLE;
                end
                LOOK: state_q <= CLEAN;
                CLEAN: begin
                    if (victim_dirty) begin
                        state_q  <= SAVE;
                    end else begin
                        line_q[IW+1:LW+2] <= next_set;
                        if (&set_q) begin
                            state_q    <= IDLE;
                            cleaning_q <= 1'b0;
                        end
                    end
                end
                default: begin  // SWEEP
                    line_q[IW+1:LW+2] <= next_set;
                    if (&set_q) state_q <= IDLE;
                end
            endcase
            if (state_q == SAVE && !saving_q) saving_q <= 1'b1;
        end
        if (idle && uncached) begin
            address_q <= uncached_pa[31:2];
            be_q      <= uncached_be;
            wdata_q   <= uncached_wdata;
        end
    end
    wire unused = &{1'b0, miss_pa, aux_ppn, uncached_pa[1:0], x_index, aux_index, store_index, look, index_q};
endmodule
`default_nettype wire
