// The other end of a board's serial line: shows what arrives (8 bits, no parity) on standard output. With +send=FILE
// it sends that file once the board has asked for it.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module terminal #(
    parameter real BIT_NS = 8680.6          // 115200 baud
) (
    input  wire rx,
    output reg  tx
);

    reg [7:0] byte_in;
    integer   i;
    reg       asked = 1'b0;

    initial forever begin
        @(negedge rx);
        #(BIT_NS * 1.5);
        for (i = 0; i < 8; i = i + 1) begin
            byte_in[i] = rx;
            #(BIT_NS);
        end
        if (!rx) $display("FAIL terminal: a byte without a stop bit");
        if (byte_in != 8'h0d) $write("%c", byte_in);
        if (byte_in == "S") asked = 1'b1;   // the first letter of the request
    end

    reg [8*256-1:0] file;
    integer fd, c, k;
    initial begin
        tx = 1'b1;
        if ($value$plusargs("send=%s", file)) begin
            fd = $fopen(file, "rb");
            @(posedge asked);
            #(200 * BIT_NS);
            c = $fgetc(fd);
            while (c >= 0) begin
                tx = 1'b0;
                #(BIT_NS);
                for (k = 0; k < 8; k = k + 1) begin
                    tx = c[k];
                    #(BIT_NS);
                end
                tx = 1'b1;
                #(BIT_NS);
                c = $fgetc(fd);
            end
        end
    end

endmodule

`default_nettype wire
