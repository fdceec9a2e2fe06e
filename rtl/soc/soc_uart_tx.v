// UART transmitter: takes a character when `valid` meets `ready` and sends start bit, 5 to 8 data bits, parity
// and 1, 1.5 or 2 stop bits, 16 `tick`s a bit. `ready` means idle; between characters no tick is lost.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_uart_tx (
    input  wire       clk,
    input  wire       rst,
    input  wire       tick,                 // 16 a bit
    input  wire [5:0] lcr,                  // line control bits 5:0, as the register
    input  wire       valid,
    input  wire [7:0] data,
    output reg        ready,
    output wire       busy,
    output reg        tx
);

    reg       busy_q;
    reg       stop_q;                       // the stop bits are on the line
    reg [4:0] ticks_q;                      // ticks left of this bit, less one
    reg [3:0] bits_q;                       // bits left before the stop bits, less one
    reg [8:0] shift_q;                      // parity above the data

    // The frame from its first data bit on. Words have 5 to 8 bits, unused bits zero so that they do not count for
    // parity. LCR 5:4: stick parity sends the complement of "even"; else even or odd.
    function [8:0] frame(input [7:0] bits, input [1:0] size, input stick, input even);
        reg [7:0] word;
        reg       parity;
        begin
            word   = bits & {size == 2'd3, size[1], |size, 5'b11111};
            parity = stick ? ~even : (^word ^ ~even);
            case (size)
                2'd3: frame = {parity, word};
                2'd2: frame = {1'b1, parity, word[6:0]};
                2'd1: frame = {2'b11, parity, word[5:0]};
                2'd0: frame = {3'b111, parity, word[4:0]};
            endcase
        end
    endfunction

    // Stop bits: 16 ticks, or with LCR 2 set 24 for 5-bit words and 32 for the others.
    wire [4:0] stop_ticks = ~lcr[2] ? 5'd15 : (lcr[1:0] == 2'd0) ? 5'd23 : 5'd31;

    wire at_end = ticks_q == 5'd0;

    assign busy = busy_q;

    always @* begin
        ready = ~busy_q;
        if (tick & at_end & stop_q) begin
            ready = 1'b1;
        end
    end

    always @(posedge clk) begin
        if (rst) begin
            busy_q <= 1'b0;
            stop_q <= 1'b0;
            tx     <= 1'b1;
        end else if (tick & (valid | busy_q)) begin
            if (valid & ready) begin
                busy_q  <= 1'b1;
                stop_q  <= 1'b0;
                tx      <= 1'b0;
                shift_q <= frame(data, lcr[1:0], lcr[5], lcr[4]);
                ticks_q <= 5'd15;
                bits_q  <= 4'd5 + {2'd0, lcr[1:0]} + {3'd0, lcr[3]};
            end else if (~at_end) begin
                ticks_q <= ticks_q - 5'd1;
            end else if (stop_q) begin
                busy_q <= 1'b0;
                stop_q <= 1'b0;
            end else begin
                stop_q  <= bits_q == 4'd0;
                tx      <= (bits_q == 4'd0) ? 1'b1 : shift_q[0];
                ticks_q <= (bits_q == 4'd0) ? stop_ticks : 5'd15;
                bits_q  <= bits_q - 4'd1;
                shift_q <= {1'b1, shift_q[8:1]};
            end
        end
    end

endmodule

`default_nettype wire
