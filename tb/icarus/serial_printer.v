// What the serial line sends, on standard output: samples each bit in its middle.
// SPDX-License-Identifier: ISC

`default_nettype none

module serial_printer (
    input wire        clk,
    input wire        rst,
    input wire        line,
    input wire [15:0] divisor,      // 16 * divisor clocks a bit, 0 counts as 1
    input wire [1:0]  size,         // 5 + size bits a character
    input wire        parity
);
    wire [31:0] bit_cycles = 32'd16 * (divisor == 16'd0 ? 32'd1 : {16'd0, divisor});
    reg [31:0] wait_q;              // clocks to the next sample
    reg [3:0]  bits_q;              // samples still to come; 0: no frame
    reg [3:0]  place_q;
    reg [7:0]  data_q;
    reg        printed_q;           // something since the last newline

    always @(posedge clk) begin
        if (rst) begin
            bits_q    <= 4'd0;
            printed_q <= 1'b0;
        end else if (bits_q == 4'd0) begin
            if (!line) begin
                bits_q  <= 4'd7 + {2'b0, size} + {3'b0, parity};    // start, data, parity, stop
                wait_q  <= bit_cycles / 32'd2;
                place_q <= 4'd0;
                data_q  <= 8'd0;
            end
        end else if (wait_q != 32'd1) begin
            wait_q <= wait_q - 32'd1;
        end else begin
            wait_q  <= bit_cycles;
            bits_q  <= bits_q - 4'd1;
            place_q <= place_q + 4'd1;
            if (place_q != 4'd0 && place_q <= 4'd5 + {2'b0, size}) data_q[place_q - 4'd1] <= line;
            if (bits_q == 4'd1) begin
                $write("%c", data_q);
                printed_q <= data_q != 8'h0a;
            end
        end
    end

    // After the end of a run: lets what the UART still holds reach the line. The
    // bench's clock stands still then, so this drives it.
    integer idle;
    task drain;
        begin
            idle = 0;
            while (idle < 40 * bit_cycles) begin
                bench.clk = 1'b0; #1;
                bench.clk = 1'b1; #1;
                idle = bits_q == 4'd0 ? idle + 1 : 0;
            end
            if (printed_q) $write("\n");
        end
    endtask
endmodule

`default_nettype wire
