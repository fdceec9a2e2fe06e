// Which CSR addresses exist, for the instruction in X; M decides who may access them.
// SPDX-License-Identifier: ISC
`default_nettype none

module csr_address (
    input  wire [11:0] address,
    output reg         exists,
    output reg         counter,    // mcycle, minstret, mhpmcounter or a user's view of one
    output reg         interrupts  // decides which interrupts are taken
);
    wire [4:0] number = address[4:0];
    always @* begin
        exists     = 1'b1;
        counter    = 1'b0;
        interrupts = 1'b0;
        case (address)
            12'h300, 12'h303, 12'h304, 12'h344,
            12'h100, 12'h104, 12'h144: interrupts = 1'b1;
            12'hf11, 12'hf12, 12'hf13, 12'hf14, 12'hf15,
            12'h301, 12'h302, 12'h305, 12'h306, 12'h30a, 12'h31a, 12'h310, 12'h320,
            12'h340, 12'h341, 12'h342, 12'h343,
            12'h105, 12'h106, 12'h10a, 12'h140, 12'h141, 12'h142, 12'h143,
            12'h14d, 12'h15d, 12'h180, 12'h5c0, 12'h5c1, 12'hc01, 12'hc81: ;
            default:
                // mhpmevent3 to 31: each counter's event is fixed, they read as zero
                if (address[11:5] == 7'h19) exists = number >= 5'd3;
                // mcycle.. and cycle.., each with its upper half; 0xB01 does not exist
                else if (address[11:8] == 4'hb || address[11:8] == 4'hc) begin
                    counter = address[6:5] == 2'd0 && number != 5'd1;
                    exists  = counter;
                end else exists = 1'b0;
        endcase
    end
endmodule
`default_nettype wire
