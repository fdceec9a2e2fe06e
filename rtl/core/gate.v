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
    input  wire [31:0] name,
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
    localparam READ = 2'd0, ANSWER = 2'd1, LINE = 2'd2, WAIT = 2'd3;
    reg [1:0] state_q;

    wire named = name[31:8] == 24'd0 && table_ppn[21:19] == 3'b001;
    assign read         = start && named && state_q == READ;
    assign read_index   = {name[7:0], 2'b00};
    assign read_ppn     = table_ppn;
    assign line_request = start && state_q == LINE;
    wire   lost         = state_q == WAIT && line_done && line_error;
    wire   answered     = state_q == ANSWER && read_hit;
    assign done         = start && (!named || answered || lost);
    assign ok           = named && answered && read_data[1:0] == 2'b01;
    assign descriptor   = read_data;

    always @(posedge clk) begin
        if (rst || !start || done) state_q <= READ;
        else case (state_q)
            READ:    if (read_granted) state_q <= ANSWER;
            ANSWER:  state_q <= LINE;
            LINE:    if (line_accept) state_q <= WAIT;
            default: if (line_done) state_q <= READ;
        endcase
    end
endmodule
`default_nettype wire
