// FIFO of 2**LOG entries of WIDTH bits, for the serial devices. The oldest entry stands on `head` (0 when
// empty). A push into a full FIFO and a pop of an empty one do nothing. The storage has no reset: it is RAM.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_fifo #(
    parameter WIDTH = 8,
    parameter LOG   = 4
) (
    input  wire             clk,
    input  wire             rst,
    input  wire             clear,
    input  wire             push,
    input  wire [WIDTH-1:0] data,
    input  wire             pop,
    output wire [WIDTH-1:0] head,
    output wire             empty,
    output wire             full,
    output wire [LOG:0]     count
);

    reg [WIDTH-1:0] mem [0:(1<<LOG)-1];
    reg [LOG-1:0]   rd_q;
    reg [LOG:0]     count_q;

    assign count = count_q;
    assign empty = count_q == {LOG+1{1'b0}};
    assign full  = count_q[LOG];
    assign head  = empty ? {WIDTH{1'b0}} : mem[rd_q];

    wire [LOG-1:0] wr = rd_q + count_q[LOG-1:0];

    // Pop and push together keep the count, even when full: the pop makes the room.
    always @(posedge clk) begin
        if (rst | clear) begin
            rd_q    <= {LOG{1'b0}};
            count_q <= {LOG+1{1'b0}};
        end else if (push | pop) begin
            if (pop & ~empty) begin
                rd_q <= rd_q + 1'b1;
            end
            case ({push & (~full | pop), pop & ~empty})
                2'b10:   count_q <= count_q + 1'b1;
                2'b01:   count_q <= count_q - 1'b1;
                default: ;
            endcase
        end
        if (push & (~full | pop)) begin
            mem[wr] <= data;
        end
    end

endmodule

`default_nettype wire
