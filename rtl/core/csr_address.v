// The CSR that an instruction in D names: which one it is, and whether what follows must
// wait for its effect. Whether the mode may access it, X judges.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module csr_address (
    input  wire        active,       // it is an instruction that accesses a CSR
    input  wire [11:0] address,
    output reg  [`C_BITS-1:0] which, // all zero if it reads as zero, or does not exist
    output reg         settles,      // decides over interrupts or permission
    output reg         exists
);
    wire [4:0] number = address[4:0];
    always @* begin
        which   = {`C_BITS{1'b0}};
        exists  = 1'b1;
        settles = 1'b0;
        if (active) case (address)
            12'h300: begin which[`C_MSTATUS] = 1'b1; settles = 1'b1; end
            12'h100: begin which[`C_SSTATUS] = 1'b1; settles = 1'b1; end
            12'h302: begin which[`C_MEDELEG] = 1'b1; settles = 1'b1; end
            12'h303: begin which[`C_MIDELEG] = 1'b1; settles = 1'b1; end
            12'h304: begin which[`C_MIE] = 1'b1; settles = 1'b1; end
            12'h104: begin which[`C_SIE] = 1'b1; settles = 1'b1; end
            12'h344: begin which[`C_MIP] = 1'b1; settles = 1'b1; end
            12'h144: begin which[`C_SIP] = 1'b1; settles = 1'b1; end
            12'h306: begin which[`C_MCOUNTEREN] = 1'b1; settles = 1'b1; end
            12'h106: begin which[`C_SCOUNTEREN] = 1'b1; settles = 1'b1; end
            12'h31a: begin which[`C_MENVCFGH] = 1'b1; settles = 1'b1; end
            12'h301: which[`C_MISA] = 1'b1;
            12'h305: which[`C_MTVEC] = 1'b1;
            12'h105: which[`C_STVEC] = 1'b1;
            12'h30a: which[`C_MENVCFG] = 1'b1;
            12'h10a: which[`C_SENVCFG] = 1'b1;
            12'h320: which[`C_INHIBIT] = 1'b1;
            12'h340: which[`C_MSCRATCH] = 1'b1;
            12'h140: which[`C_SSCRATCH] = 1'b1;
            12'h341: which[`C_MEPC] = 1'b1;
            12'h141: which[`C_SEPC] = 1'b1;
            12'h342: which[`C_MCAUSE] = 1'b1;
            12'h142: which[`C_SCAUSE] = 1'b1;
            12'h343: which[`C_MTVAL] = 1'b1;
            12'h143: which[`C_STVAL] = 1'b1;
            12'h14d: begin which[`C_STIMECMP] = 1'b1; settles = 1'b1; end
            12'h15d: begin which[`C_STIMECMPH] = 1'b1; settles = 1'b1; end
            12'h180: which[`C_SATP] = 1'b1;
`ifndef WITHOUT_USER_MAP
            12'h5c0: which[`C_UPMAR] = 1'b1;
`endif
`ifndef WITHOUT_GATES
            12'h5c1: which[`C_GTBL] = 1'b1;
`endif
            12'hc01: which[`C_TIME] = 1'b1;
            12'hc81: which[`C_TIMEH] = 1'b1;
            // mvendorid, marchid, mimpid, mhartid, mconfigptr, mstatush
            12'hf11, 12'hf12, 12'hf13, 12'hf14, 12'hf15, 12'h310: ;
            default:
                // mhpmevent3 to 31: each counter's event is fixed, they read as zero
                if (address[11:5] == 7'h19) exists = number >= 5'd3;
                // mcycle.. and cycle.., each with its upper half; 0xB01 does not exist
                else if (address[11:8] == 4'hb || address[11:8] == 4'hc) begin
                    which[`C_COUNTER] = address[6:5] == 2'd0 && number != 5'd1;
                    exists            = which[`C_COUNTER];
                end else exists = 1'b0;
        endcase
    end
endmodule
`default_nettype wire
