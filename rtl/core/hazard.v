// Bypass of one source register for the instruction in D: picks the newest value
// among X, M, W, the write that the register file's read just missed, and the
// register file. Tells when the value will only be there one cycle later, at the
// end of M: such an operand is `late`.
// SPDX-License-Identifier: ISC
`default_nettype none

module hazard (
    input  wire [ 4:0] rs,
    input  wire        wanted,      // the operand is the register, else it is `instead`
    input  wire [31:0] instead,
    input  wire [31:0] file_value,
    input  wire        x_write,     // the instruction in X writes x_rd
    input  wire [ 4:0] x_rd,
    input  wire        x_ready,     // and has its result in X
    input  wire [31:0] x_result,
    input  wire        m_write,
    input  wire [ 4:0] m_rd,
    input  wire [31:0] m_result,
    input  wire        w_write,
    input  wire [ 4:0] w_rd,
    input  wire [31:0] w_result,
    input  wire        v_write,     // written at the edge before
    input  wire [ 4:0] v_rd,
    input  wire [31:0] v_result,
    output wire [31:0] value,
    output wire        late
);
    wire from_x = x_write && x_rd == rs;
    wire from_m = m_write && m_rd == rs;
    wire from_w = w_write && w_rd == rs;
    wire from_v = v_write && v_rd == rs;
    assign late = from_x && !x_ready;
    // rd is never x0 in a write, so x0 falls through to the last. What X and M
    // compute is known late: it is chosen last.
    wire [31:0] early = !wanted ? instead : from_w ? w_result : from_v ? v_result
                      : rs == 5'd0 ? 32'd0 : file_value;
    wire take_x = wanted && from_x;
    wire take_m = wanted && from_m && !from_x;
    late_select u_late_select (
        .late(m_result), .takes(take_m), .early((early & {32{!take_x && !take_m}}) | (x_result & {32{take_x}})), .value(value)
    );
endmodule
`default_nettype wire
