// An SD card at a board's pins, in SPI mode: the simulator's card, backed by the file that +card=FILE names; without
// it no card is in the slot. Sampled every 10 ns.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module sd_card (
    input  wire cs_n,
    input  wire sck,
    input  wire mosi,
    output reg  miso
);

    import "DPI-C" function int board_card_open(input string path);
    import "DPI-C" function int board_card_pins(input int cs_n, input int sck, input int mosi);

    string path;
    int    level;

    initial begin
        miso = 1'b1;
        if ($value$plusargs("card=%s", path)) begin
            if (board_card_open(path) == 0) begin
                $display("FAIL sd_card: cannot open %s", path);
                $finish;
            end
            forever begin
                #10 level = board_card_pins({31'd0, cs_n}, {31'd0, sck}, {31'd0, mosi});
                miso = level[0];
            end
        end
    end

endmodule

`default_nettype wire
