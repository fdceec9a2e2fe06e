// The other end of a serial line, included inside the module of a bench that has `clk`: send_bits drives `line`,
// receive_bits samples the middle of each bit of `pin`. Bits are counted in clocks; the start bit is bit 0.
// SPDX-License-Identifier: ISC

reg         line = 1'b1;
reg  [15:0] caught;
integer     k;
integer     j;

task send_bits(input [15:0] frame, input integer count, input integer bit_clocks);
    begin
        for (k = 0; k < count; k = k + 1) begin
            line = frame[k];
            repeat (bit_clocks) @(negedge clk);
        end
        line = 1'b1;
    end
endtask

// One character, 8 bits, no parity, one stop bit.
task send(input [7:0] char, input integer bit_clocks);
    send_bits({6'h3F, 1'b1, char, 1'b0}, 10, bit_clocks);
endtask

task receive_bits(input integer count, input integer bit_clocks);
    begin
        caught = 16'd0;
        while (pin !== 1'b0) @(negedge clk);
        repeat (bit_clocks / 2) @(negedge clk);
        for (j = 0; j < count; j = j + 1) begin
            caught[j] = pin;
            if (j != count - 1) begin
                repeat (bit_clocks) @(negedge clk);
            end
        end
    end
endtask
