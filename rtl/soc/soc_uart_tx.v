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
    output wire       ready,
    output reg        tx
);

    reg       busy_q;
    reg       stop_q;                       // the stop bits are on the line
    reg [4:0] ticks_q;                      // ticks left of this bit, less one
    reg [3:0] bits_q;                       // bits left before the stop bits, less one
    reg [8:0] shift_q;                      // parity above the data

    // Word of 5 to 8 bits, unused bits zero so that they do not count for parity.
    wire [7:0] word = data & {lcr[1:0] == 2'd3, lcr[1], |lcr[1:0], 5'b11111};
    // LCR 5:4: stick parity sends the complement of "even"; else even or odd.
    wire parity = lcr[5] ? ~lcr[4] : (^word ^ ~lcr[4]);
    wire [8:0] frame = (lcr[1:0] == 2'd3) ? {parity, word}
                     : (lcr[1:0] == 2'd2) ? {1'b1, parity, word[6:0]}
                     : (lcr[1:0] == 2'd1) ? {2'b11, parity, word[5:0]}
                     :                      {3'b111, parity, word[4:0]};
    // Stop bits: 16 ticks, or with LCR 2 set 24 for 5-bit words and 32 for the others.
    wire [4:0] stop_ticks = ~lcr[2] ? 5'd15 : (lcr[1:0] == 2'd0) ? 5'd23 : 5'd31;

    wire take     = valid & ready & tick;
    wire bit_end  = busy_q & tick & (ticks_q == 5'd0);

    assign ready = ~busy_q | (bit_end & stop_q);

    always @(posedge clk) begin
        if (rst) begin
            busy_q <= 1'b0;
            stop_q <= 1'b0;
            tx     <= 1'b1;
        end else if (take) begin
            busy_q  <= 1'b1;
            stop_q  <= 1'b0;
            tx      <= 1'b0;
            shift_q <= frame;
            ticks_q <= 5'd15;
            bits_q  <= 4'd5 + {2'd0, lcr[1:0]} + {3'd0, lcr[3]};
        end else if (bit_end & stop_q) begin
            busy_q <= 1'b0;
            stop_q <= 1'b0;
        end else if (bit_end) begin
            stop_q  <= bits_q == 4'd0;
            tx      <= (bits_q == 4'd0) ? 1'b1 : shift_q[0];
            ticks_q <= (bits_q == 4'd0) ? stop_ticks : 5'd15;
            bits_q  <= bits_q - 4'd1;
            shift_q <= {1'b1, shift_q[8:1]};
        end else if (busy_q & tick) begin
            ticks_q <= ticks_q - 5'd1;
        end
    end

endmodule

`default_nettype wire
