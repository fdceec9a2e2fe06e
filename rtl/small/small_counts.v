// mcycle and minstret are in the file; here is what has not yet been added to them, and when it must be. Before a
// counter is read all is added, so that reads are exact.
// SPDX-License-Identifier: ISC
`default_nettype none

module small_counts (
    input  wire       clk,
    input  wire       rst,
    input  wire       cycle,        // this cycle counts
    input  wire       insn,         // an instruction ends that counts
    input  wire       take_cycles,  // they are being added: begin anew
    input  wire       take_insns,
    output reg  [9:0] cycles_q,
    output reg  [6:0] insns_q,
    output wire       full          // half full: to be added before the next instruction
);
    assign full = cycles_q[9] || insns_q[6];
    always @(posedge clk) begin
        if (rst)              cycles_q <= 10'd0;
        else if (take_cycles) cycles_q <= {9'd0, cycle};
        else if (cycle)       cycles_q <= cycles_q + 10'd1;
        if (rst || take_insns) insns_q <= 7'd0;
        else if (insn)        insns_q <= insns_q + 7'd1;
    end
endmodule
`default_nettype wire
