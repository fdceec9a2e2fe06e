// The 31 integer registers: two read ports, one write port, as two copies of a
// RAM with registered reads. A read in the cycle of a write to its register may
// return anything; the bypass in D supplies what was written.
// SPDX-License-Identifier: ISC
`default_nettype none

module regfile (
    input  wire        clk,
    input  wire [ 4:0] ra1,     // read addresses, for the next cycle
    input  wire [ 4:0] ra2,
    output reg  [31:0] rd1,
    output reg  [31:0] rd2,
    input  wire        we,      // never with wa = 0
    input  wire [ 4:0] wa,
    input  wire [31:0] wd
);
    (* ram_style = "block", no_rw_check *) reg [31:0] bank1 [0:31];
    (* ram_style = "block", no_rw_check *) reg [31:0] bank2 [0:31];
    always @(posedge clk) begin
        if (we) begin
            bank1[wa] <= wd;
            bank2[wa] <= wd;
        end
        rd1 <= bank1[ra1];
        rd2 <= bank2[ra2];
    end
endmodule
`default_nettype wire
