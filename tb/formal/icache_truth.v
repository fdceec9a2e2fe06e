// Does the instruction cache answer what memory held at the last fence.i or later?
// One word of memory and one value are watched; memory changes at any time. The value is `given` once memory had it since the
// last flush. From every state at rest that is consistent for the word: a hit is never the watched value unless that was
// given, and each state at rest is consistent again. Fills, flushes, redirects, acks and errs come at any time.
// Method: bounded 18
// Cover: 18
// Trace: 18
// Files: cache/icache.v
// Assumes: cache of 256 bytes with lines of 8 words; the watched word in line 5
// SPDX-License-Identifier: ISC
`default_nettype none

module icache_truth (
    input wire        clk,
    input wire [31:2] fetch_addr,
    input wire        looks, request, flush, ack, err,
    input wire [33:0] pa,
    input wire [31:0] other_data, new_value,
    input wire        changes
);
    reg first_q = 1'b1;
    always @(posedge clk) first_q <= 1'b0;
    (* anyconst *) reg [31:2] word;
    (* anyconst *) reg [31:0] value;

    wire [31:0] insn, adr;
    wire        valid, accept, word_done, word_error, line_end, cyc;
    wire [31:12] tag;
    wire [2:0]  cti;
    wire [1:0]  bte;
    reg [31:0]  memory_q;
    reg [31:2]  addr_q;
    reg         given_q, stands_q;
    icache #(.BYTES(256), .LINE_WORDS(8)) dut (
        .clk(clk), .rst(1'b0), .looks(looks), .fetch_addr(fetch_addr), .insn(insn), .valid(valid), .tag(tag), .request(request), .pa(pa),
        .accept(accept), .word_done(word_done), .word_error(word_error), .line_end(line_end), .flush(flush),
        .wb_cyc(cyc), .wb_adr(adr), .wb_cti(cti), .wb_bte(bte), .wb_dat_r(adr[31:2] == word ? memory_q : other_data),
        .wb_ack(ack), .wb_err(err)
    );
    always @(posedge clk) begin
        if (looks) addr_q <= fetch_addr;
        stands_q <= looks || valid;
        if (changes) memory_q <= new_value;
        given_q <= memory_q == value || (given_q && !flush);
    end

    (* hierconn *) wire [3:0]  \dut.sweep_q ;
    (* hierconn *) wire [24:0] \dut.tags[5] ;
    (* hierconn *) wire [31:0] \dut.data[40] , \dut.data[41] , \dut.data[42] , \dut.data[43] , \dut.data[44] , \dut.data[45] ,
                               \dut.data[46] , \dut.data[47] ;
    wire [255:0] line = { \dut.data[47] , \dut.data[46] , \dut.data[45] , \dut.data[44] , \dut.data[43] , \dut.data[42] ,
                          \dut.data[41] , \dut.data[40] };
    wire [31:0] line_word = line[32*word[4:2] +: 32];
    wire here = \dut.tags[5] == {1'b1, word[31:8]};
    wire at_rest = !cyc && \dut.sweep_q [3];
    reg  at_rest_q;
    always @(posedge clk) at_rest_q <= at_rest;
    wire consistent = !here || line_word != value || given_q || memory_q == value;
    always @* begin
        assume (word[7:5] == 3'd5);
        if (first_q) assume (at_rest && consistent && looks && !request && !flush && !line_end);
        if (request || !stands_q) assume (looks);        // F holds its answer only while it runs; behind a miss it does not
        if (!cyc) assume (!ack && !err);
        assume (!(ack && err));
        if (!first_q) begin
            if (stands_q && valid && tag == word[31:12] && addr_q[11:2] == word[11:2] && insn == value) hit: assert (given_q);
            if (at_rest) rest: assert (consistent);
            cover (valid && tag == word[31:12] && addr_q[11:2] == word[11:2] && insn == value && cyc);
            cover (at_rest && here && !at_rest_q);
            cover (ack && cyc && cti == 3'b111);
        end
    end
endmodule
`default_nettype wire
