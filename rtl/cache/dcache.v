// Data cache: direct-mapped, at most 4 KiB (so that the index lies within the page
// offset), virtually indexed, physically tagged, write-back and write-allocate.
// Owns the data side's bus cycles: line fills, write-backs, uncached accesses.
// Promises: a read sees every older store; a read by the walker or the gate unit
// (the second reader) sees what a load would; a line is never valid while it
// is being filled; a store is only made to a line that its M stage found present.
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
    input  wire        flushed,      // what is in X and M is being squashed
    input  wire        quiet,        // no access in X, M and W
    // Reader two: walker and gate unit
    input  wire        aux_read,
    input  wire [11:2] aux_index,
    output wire        aux_granted,
    input  wire [33:12] aux_ppn,     // with the answer
    output wire        aux_hit,
    // The answer
    output wire [31:0] data,
    output wire        valid,
    output wire [30:12] tag,         // of a DRAM address, whose bits 33:31 are 001

    // Store, in W, to a line that is present
    input  wire        store,
    input  wire [11:2] store_index,
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
    output wire        busy,         // answers are not to be used
    output wire        busy_next,    // busy when the instruction now in D reaches M

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
    input  wire [31:0] wb_dat_r,
    input  wire        wb_ack,
    input  wire        wb_err
);
    localparam WORDS = BYTES / 4;
    localparam LINES = WORDS / LINE_WORDS;
    localparam IW = $clog2(WORDS);
    localparam LW = $clog2(LINE_WORDS);
    localparam SW = $clog2(LINES);

    localparam IDLE = 3'd0, CHECK = 3'd1, EVICT = 3'd2, FILL = 3'd3,
               UNCACHED = 3'd4, LOOK = 3'd5, CLEAN = 3'd6, SWEEP = 3'd7;
    reg [2:0]    state_q;
    reg          for_aux_q, cleaning_q;
    reg [30:LW+2] line_q;       // line being filled or cleaned (index within it)
    reg [LW-1:0] word_q;        // word within the line on the bus
    reg [31:2]   address_q;     // uncached
    reg [3:0]    be_q;
    reg [31:0]   wdata_q;
    reg [2:0]    quarantine_q;  // lets the instruction that missed use its line first

    wire idle = state_q == IDLE;
    wire [SW-1:0] set_q = line_q[IW+1:LW+2];
    wire [11:8]   line_low = line_q[11:8];
    wire last     = &word_q;
    wire beat     = wb_cyc && wb_ack;
    wire end_line = wb_cyc && ((wb_ack && last) || wb_err);

    // --- Requests
    assign aux_accept = aux_line && idle && quiet && !miss && !uncached && quarantine_q == 3'd0;
    wire accept = idle && (miss || aux_accept);
    wire [30:LW+2] wanted = miss ? miss_pa[30:LW+2] : {aux_ppn[30:12], aux_index[11:LW+2]};
    assign event_miss = accept;
    assign busy      = !idle;
    assign busy_next = !idle && !(state_q == FILL && end_line);
    assign miss_error = state_q == FILL && wb_cyc && wb_err && !for_aux_q;

    // --- Read port
    reg  [31:0] data_ram [0:WORDS-1];
    reg  [23:0] tag_ram [0:LINES-1];    // valid, address bits 30:8
    reg         dirty_ram [0:LINES-1];
    reg  [31:0] data_q;
    reg  [23:0] tag_q;
    reg         dirty_q;
    reg  [11:2] index_q;
    wire from_x = x_read && !flushed;
    assign aux_granted = aux_read && idle && !from_x && !accept && !uncached && !clean;
    wire [SW-1:0] next_set = set_q + 1'b1;
    wire [LW-1:0] next_word = beat ? word_q + 1'b1 : word_q;
    wire [11:2] look = from_x ? x_index : aux_index;
    wire [IW-1:0] read_index = accept            ? {wanted[IW+1:LW+2], {LW{1'b0}}}
                             : state_q == CLEAN && !victim_dirty ? {next_set, {LW{1'b0}}}
                             : !idle             ? {set_q, state_q == EVICT ? next_word : {LW{1'b0}}}
                             : look[IW+1:2];
    wire victim_dirty = tag_q[23] && dirty_q;

    // --- Write port
    wire fill_beat = state_q == FILL && beat;
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
    // A line becomes invalid as its fill begins, valid as it ends.
    wire begin_fill = (state_q == CHECK && !victim_dirty) || (state_q == EVICT && end_line && !cleaning_q);
    wire end_fill   = state_q == FILL && end_line;
    wire [30:8] fill_tag = {line_q[30:12], line_low};
    wire tag_we = sweeping || begin_fill || end_fill;
    always @(posedge clk) begin
        if (tag_we) tag_ram[set_q] <= {end_fill && !wb_err, fill_tag};
        tag_q <= tag_ram[read_index[IW-1:LW]];
    end
    wire dirty_we = sweeping || store || begin_fill || (state_q == EVICT && end_line);
    always @(posedge clk) begin
        if (dirty_we) dirty_ram[store ? store_index[IW+1:LW+2] : set_q] <= store;
        dirty_q <= dirty_ram[read_index[IW-1:LW]];
    end

    // --- Answer, with the stores that the RAM read has missed: the one in W, and
    // the one that was written at the same edge as the read.
    reg          recent_q;
    reg [11:2]   recent_index_q;
    reg [3:0]    recent_be_q;
    reg [31:0]   recent_data_q;
    always @(posedge clk) begin
        index_q        <= look;
        recent_q       <= store;
        recent_index_q <= store_index;
        recent_be_q    <= store_be;
        recent_data_q  <= store_data;
    end
    wire now_same    = store && store_index == index_q;
    wire recent_same = recent_q && recent_index_q == index_q;
    genvar i;
    generate
        for (i = 0; i < 4; i = i + 1) begin : lane
            assign data[8*i +: 8] = now_same && store_be[i]       ? store_data[8*i +: 8]
                                  : recent_same && recent_be_q[i] ? recent_data_q[8*i +: 8]
                                  : data_q[8*i +: 8];
        end
    endgenerate
    // In a cache of less than 4 KiB some offset bits are part of the tag.
    assign valid = tag_q[23] && (IW == 10 || tag_q[3:0] == index_q[11:8]);
    assign tag   = tag_q[22:4];
    assign aux_hit = idle && valid && tag == aux_ppn[30:12] && aux_ppn[33:31] == 3'b001;

    // --- Bus
    wire uncached_state = state_q == UNCACHED;
    reg [30:8] victim_tag_q;
    wire [30:LW+2] line_on_bus = wb_we ? {victim_tag_q, line_q[7:LW+2]} : line_q;
    assign wb_adr   = uncached_state ? {address_q, 2'b00} : {1'b1, line_on_bus, word_q, 2'b00};
    assign wb_sel   = uncached_state ? be_q : 4'hf;
    assign wb_dat_w = uncached_state ? wdata_q : data_q;
    assign wb_cti   = uncached_state ? 3'b000 : last ? 3'b111 : 3'b010;
    assign uncached_done  = uncached_state && wb_cyc && (wb_ack || wb_err);
    assign uncached_error = wb_err;
    assign clean_done = state_q == CLEAN && !victim_dirty && &set_q;

    always @(posedge clk) begin
        aux_done  <= end_fill && for_aux_q && !rst;
        aux_error <= wb_err;
        if (state_q == CHECK || state_q == CLEAN) victim_tag_q <= tag_q[22:0];
        if (rst) begin
            state_q    <= SWEEP;
            line_q     <= {(29-LW){1'b0}};
            word_q     <= {LW{1'b0}};
            cleaning_q <= 1'b0;
            for_aux_q  <= 1'b0;
            wb_cyc     <= 1'b0;
            wb_we      <= 1'b0;
            quarantine_q <= 3'd0;
        end else begin
            if (end_fill && !for_aux_q) quarantine_q <= 3'd7;
            else if (quarantine_q != 3'd0) quarantine_q <= quarantine_q - 3'd1;
            case (state_q)
                IDLE: begin
                    word_q <= {LW{1'b0}};
                    if (uncached) begin
                        state_q   <= UNCACHED;
                        wb_cyc    <= 1'b1;
                        wb_we     <= uncached_we;
                    end else if (accept) begin
                        state_q   <= CHECK;
                        line_q    <= wanted;
                        for_aux_q <= !miss;
                    end else if (clean) begin
                        state_q    <= LOOK;
                        line_q     <= {(29-LW){1'b0}};
                        cleaning_q <= 1'b1;
                    end
                end
                CHECK: begin
                    state_q <= victim_dirty ? EVICT : FILL;
                    wb_cyc  <= 1'b1;
                    wb_we   <= victim_dirty;
                end
                EVICT: begin
                    if (beat) word_q <= word_q + 1'b1;
                    if (end_line) begin
                        word_q  <= {LW{1'b0}};
                        wb_we   <= 1'b0;
                        wb_cyc  <= !cleaning_q;
                        state_q <= cleaning_q ? LOOK : FILL;
                    end
                end
                FILL: begin
                    if (beat) word_q <= word_q + 1'b1;
                    if (end_line) begin
                        wb_cyc  <= 1'b0;
                        state_q <= IDLE;
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
                        state_q <= EVICT;
                        wb_cyc  <= 1'b1;
                        wb_we   <= 1'b1;
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
        end
        if (idle && uncached) begin
            address_q <= uncached_pa[31:2];
            be_q      <= uncached_be;
            wdata_q   <= uncached_wdata;
        end
    end
    wire unused = &{1'b0, miss_pa, aux_ppn, uncached_pa[1:0], x_index, aux_index, store_index, look};
endmodule
`default_nettype wire
