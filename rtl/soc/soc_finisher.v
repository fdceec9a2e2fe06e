// Test finisher (sifive,test0): tells the outside that software is done. A write of the word at offset 0
// gives one cycle of `finish_valid`; `finish_code` keeps the raw word. Everything else reads 0.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_finisher (
    input  wire        clk,
    input  wire        rst,
    input  wire        en,
    input  wire        we,
    input  wire [11:2] adr,
    input  wire [3:0]  sel,
    input  wire [31:0] dat_w,
    output reg         finish_valid,
    output reg  [31:0] finish_code
);

    wire write = en & we & (adr == 10'd0) & sel[0];

    always @(posedge clk) begin
        if (rst) begin
            finish_valid <= 1'b0;
            finish_code  <= 32'd0;
        end else begin
            finish_valid <= write;
            if (write) begin
                finish_code <= {sel[3] ? dat_w[31:24] : 8'd0, sel[2] ? dat_w[23:16] : 8'd0,
                                sel[1] ? dat_w[15:8]  : 8'd0, dat_w[7:0]};
            end
        end
    end

endmodule

`default_nettype wire
