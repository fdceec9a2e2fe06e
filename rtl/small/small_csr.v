// The CSR that an instruction names: its slot in the file, or which of those in flip-flops it is, and whether
// the mode may access it as far as the number tells; mcounteren and scounteren are in the file, and asked there.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "small_defs.vh"

module small_csr (
    input  wire [11:0] number,
    input  wire        writes,      // not only read
    input  wire [ 1:0] mode,
    input  wire        tvm,
    input  wire        stce,
    output reg  [ 4:0] slot,
    output reg  [`FIELD_BITS-1:0] field,
    output wire        counter,     // cycle or instret: what is not in the file yet must be added first
    output wire        asks,        // mcounteren decides, and below S scounteren if asks_s
    output wire        asks_s,
    output wire        refused
);
    wire s_one  = !number[9];       // of a pair, S's
    reg  exists;
    always @* begin
        slot   = `SLOT_ZERO;
        field  = {`FIELD_BITS{1'b0}};
        exists = 1'b1;
        case (number)
            12'h300: field[`FIELD_MSTATUS] = 1'b1;
            12'h100: field[`FIELD_SSTATUS] = 1'b1;
            12'h301: field[`FIELD_MISA]    = 1'b1;
            12'h303: field[`FIELD_MIDELEG] = 1'b1;
            12'h304: field[`FIELD_MIE]     = 1'b1;
            12'h104: field[`FIELD_SIE]     = 1'b1;
            12'h344: field[`FIELD_MIP]     = 1'b1;
            12'h144: field[`FIELD_SIP]     = 1'b1;
            12'hc01: field[`FIELD_TIME]    = 1'b1;
            12'hc81: field[`FIELD_TIMEH]   = 1'b1;
            12'h302: slot = `SLOT_MEDELEG;
            12'h305, 12'h105: slot = {4'd2, s_one};
            12'h306, 12'h106: slot = {4'd7, s_one};
            12'h30a, 12'h10a: slot = {4'd8, s_one};
            12'h340, 12'h140: slot = {4'd6, s_one};
            12'h341, 12'h141: slot = {4'd3, s_one};
            12'h342, 12'h142: slot = {4'd4, s_one};
            12'h343, 12'h143: slot = {4'd5, s_one};
            12'h31a: slot = `SLOT_MENVCFGH;
            12'h320: slot = `SLOT_INHIBIT;
            12'h14d: slot = `SLOT_STIMECMP;
            12'h15d: slot = `SLOT_STIMECMPH;
            12'h180: slot = `SLOT_SATP;
`ifndef WITHOUT_USER_MAP
            12'h5c0: slot = `SLOT_UPMAR;
`endif
`ifndef WITHOUT_GATES
            12'h5c1: slot = `SLOT_GTBL;
`endif
            12'hb00, 12'hc00: slot = `SLOT_CYCLE;
            12'hb80, 12'hc80: slot = `SLOT_CYCLEH;
            12'hb02, 12'hc02: slot = `SLOT_INSTRET;
            12'hb82, 12'hc82: slot = `SLOT_INSTRETH;
            // mvendorid, marchid, mimpid, mhartid, mconfigptr, mstatush
            12'hf11, 12'hf12, 12'hf13, 12'hf14, 12'hf15, 12'h310: ;
            default:
                // mhpmevent3 to 31; event counters: zero
                if (number[11:5] == 7'h19) exists = number[4:0] >= 5'd3;
                else exists = number[11] && number[10] != number[9] && !number[8] == number[10] &&
                              number[6:5] == 2'd0 && number[4:0] != 5'd1;
        endcase
        if (field != {`FIELD_BITS{1'b0}}) slot = `SLOT_TMP;
    end

    wire below_m     = mode != `MODE_M;
    wire is_map      = number == 12'h180 || number[11:1] == 11'h2e0;
    wire is_stimecmp = number[11:5] == 7'h0a && number[3:0] == 4'hd;
    wire user_count  = number[11:8] == 4'hc;
    assign counter = number[11] && number[10] != number[9] && number[4:2] == 3'd0 && !number[0];
    assign asks    = below_m && (user_count || is_stimecmp);
    assign asks_s  = mode == `MODE_U;
    assign refused = !exists || mode < number[9:8] || (writes && number[11:10] == 2'b11)
                  || (is_map && mode == `MODE_S && tvm) || (is_stimecmp && below_m && !stce);
endmodule
`default_nettype wire
