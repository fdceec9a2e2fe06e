// The other end of a board's serial line: shows what arrives (8 bits, no parity) on standard output. With +line=LINK
// the line leads to a pseudo-terminal, too, which LINK names.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module terminal #(
    parameter real BIT_NS = 8680.6          // 115200 baud
) (
    input  wire rx,
    output reg  tx
);

    import "DPI-C" function int board_line_open(input string link);
    import "DPI-C" function int board_line_get();       // a byte, or -1: none is there
    import "DPI-C" function void board_line_put(input int value);

    reg [7:0] byte_in;
    integer   i;
    reg       lined = 1'b0;

    initial forever begin
        @(negedge rx);
        #(BIT_NS * 1.5);
        for (i = 0; i < 8; i = i + 1) begin
            byte_in[i] = rx;
            #(BIT_NS);
        end
        if (!rx) $display("FAIL terminal: a byte without a stop bit");
        if (byte_in != 8'h0d) $write("%c", byte_in);
        if (byte_in == 8'h0a) $fflush;
        if (lined) board_line_put({24'd0, byte_in});
    end

    integer k;
    task send(input integer value);
        begin
            tx = 1'b0;
            #(BIT_NS);
            for (k = 0; k < 8; k = k + 1) begin
                tx = value[k];
                #(BIT_NS);
            end
            tx = 1'b1;
            #(BIT_NS);
        end
    endtask

    string link;
    integer c;
    initial begin
        tx = 1'b1;
        if ($value$plusargs("line=%s", link)) begin
            if (board_line_open(link) == 0) begin
                $display("FAIL terminal: no pseudo-terminal at %s", link);
                $finish;
            end
            lined = 1'b1;
            forever begin
                c = board_line_get();
                if (c >= 0) send(c);
                else #(10 * BIT_NS);
            end
        end
    end

endmodule

`default_nettype wire
