// Gate unit: reads the descriptor of the gate that an `svc` in X names, by physical
// address through the data cache, after all older stores. Promises: `done` with
// `ok` only for a descriptor that is valid, has its reserved bit clear and was read
// from memory; a name above 255 reads nothing.
// SPDX-License-Identifier: ISC
`default_nettype none

module gate (
    input  wire        clk,
    input  wire        rst,
    input  wire        start,       // held until done; dropped when svc is squashed
    input  wire [31:0] name,        // there since the cycle before start
    input  wire [21:0] table_ppn,
    output wire        done,        // one cycle
    output wire        ok,          // else the gate is undefined
    output wire [31:0] descriptor,  // word 0

    output wire        read,
    output wire [11:2] read_index,
    input  wire        read_granted,
    output wire [33:12] read_ppn,
    input  wire        read_hit,
    input  wire [31:0] read_data,
    output wire        line_request,
    input  wire        line_accept,
    input  wire        line_done,
    input  wire        line_error
);
    localparam READ = 3'd0, ANSWER = 3'd1, LINE = 3'd2, WAIT = 3'd3, DONE = 3'd4;
    reg [2:0]  state_q;
    reg [31:0] word_q;
    reg        found_q;

    reg  named_q;
    assign read         = start && named_q && state_q == READ;
    assign read_index   = {name[7:0], 2'b00};
    assign read_ppn     = table_ppn;
    assign line_request = start && state_q == LINE;
    assign done         = state_q == DONE;
    assign ok           = found_q && word_q[1:0] == 2'b01;
    assign descriptor   = word_q;

    always @(posedge clk) begin
        named_q <= name[31:8] == 24'd0 && table_ppn[21:19] == 3'b001;
        word_q  <= read_data;
        found_q <= state_q == ANSWER;
        if (rst || !start || done) state_q <= READ;
        else case (state_q)
            READ:    if (!named_q) state_q <= DONE;
                     else if (read_granted) state_q <= ANSWER;
            ANSWER:  state_q <= read_hit ? DONE : LINE;
            LINE:    if (line_accept) state_q <= WAIT;
            default: if (line_done) state_q <= line_error ? DONE : READ;
        endcase
    end
endmodule
`default_nettype wire
