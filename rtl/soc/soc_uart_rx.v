// UART receiver: brings the pin into the clock domain, finds the start bit, takes each bit in its middle by a
// vote of three samples, and gives one cycle of `valid` a character with its parity, framing and break flags.
// After a framing error or a break it waits for the line to rest before it looks for the next start bit.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_uart_rx (
    input  wire       clk,
    input  wire       rst,
    input  wire       tick,                 // 16 a bit
    input  wire [5:0] lcr,                  // line control bits 5:0, as the register
    input  wire       rx,                   // asynchronous
    output wire       busy,                 // a frame is on its way, or the line does not rest
    output reg        valid,
    output wire [7:0] data,
    output reg        parity_error,
    output reg        framing_error,
    output reg        break_char
);

    localparam [1:0] REST  = 2'd0;          // the line must be high once
    localparam [1:0] HUNT  = 2'd1;          // for the start bit's edge
    localparam [1:0] START = 2'd2;          // is it still low in its middle?
    localparam [1:0] BITS  = 2'd3;          // data, parity, first stop bit

    // Two flip-flops against metastability, then the last samples on the tick.
    reg [1:0] sync_q;
    reg [1:0] old_q;
    wire      line = sync_q[1];

    reg [1:0] state_q;
    reg [3:0] ticks_q;
    reg [3:0] bits_q;                       // bits left, less one; 0 is the stop bit
    reg [7:0] data_q;
    reg       parity_q;                     // running parity of data and parity bit
    reg       zero_q;                       // nothing but zeros so far

    // In the middle of a bit of the frame. Its value is what most of the last three samples say.
    reg sample;
    reg vote;
    always @* begin
        sample = 1'b0;
        vote   = 1'b0;
        if (tick) begin
            sample = (ticks_q == 4'd0) & ((state_q == START) | (state_q == BITS));
            vote   = (line & old_q[0]) | (line & old_q[1]) | (old_q[0] & old_q[1]);
        end
    end

    assign busy = (state_q != HUNT) | ~line;

    always @(posedge clk) begin
        if (rst) begin
            sync_q <= 2'b11;
        end else begin
            sync_q <= {sync_q[0], rx};
        end
        if (rst) begin
            old_q <= 2'b11;
        end else if (tick) begin
            old_q <= {old_q[0], line};
        end
    end

    always @(posedge clk) begin
        if (rst) begin
            state_q       <= REST;
            ticks_q       <= 4'd0;
            bits_q        <= 4'd0;
            data_q        <= 8'd0;
            parity_q      <= 1'b0;
            zero_q        <= 1'b0;
            valid         <= 1'b0;
            parity_error  <= 1'b0;
            framing_error <= 1'b0;
            break_char    <= 1'b0;
        end else if (tick | valid) begin
            valid <= 1'b0;
            case (state_q)
                REST: begin
                    if (tick & line) begin
                        state_q <= HUNT;
                    end
                end
                HUNT: begin
                    if (tick & ~line) begin
                        state_q <= START;
                        ticks_q <= 4'd8;    // the vote's middle sample falls on the bit's middle
                    end
                end
                START: begin
                    if (tick) begin
                        ticks_q <= ticks_q - 4'd1;
                    end
                    if (sample) begin
                        state_q      <= vote ? HUNT : BITS;
                        ticks_q      <= 4'd15;
                        bits_q       <= 4'd5 + {2'd0, lcr[1:0]} + {3'd0, lcr[3]};
                        data_q       <= 8'd0;
                        parity_q     <= 1'b0;
                        zero_q       <= 1'b1;
                        parity_error <= 1'b0;
                    end
                end
                BITS: begin
                    if (tick) begin
                        ticks_q <= ticks_q - 4'd1;
                    end
                    if (sample) begin
                        bits_q <= bits_q - 4'd1;
                        zero_q <= zero_q & ~vote;
                        if (bits_q == 4'd0) begin
                            state_q       <= vote ? HUNT : REST;
                            valid         <= 1'b1;
                            framing_error <= ~vote;
                            break_char    <= zero_q & ~vote;
                        end else if (lcr[3] & (bits_q == 4'd1)) begin
                            // LCR 5:4: with stick parity the bit itself must be the complement of "even".
                            parity_error <= lcr[5] ? (vote == lcr[4]) : (parity_q ^ vote ^ ~lcr[4]);
                        end else begin
                            data_q   <= {vote, data_q[7:1]};
                            parity_q <= parity_q ^ vote;
                        end
                    end
                end
            endcase
        end
    end

    // Short words came in from the top; the register wants them at the bottom.
    assign data = (lcr[1:0] == 2'd3) ? data_q
                : (lcr[1:0] == 2'd2) ? {1'b0, data_q[7:1]}
                : (lcr[1:0] == 2'd1) ? {2'd0, data_q[7:2]}
                :                      {3'd0, data_q[7:3]};

    wire unused = &{1'b0, lcr[2]};          // one stop bit is all that a receiver checks

endmodule

`default_nettype wire
