// Clock, reset and bus cycles for the bench of one device, included inside its module: read(offset) leaves the word in
// `got`. One access is one cycle of `en` and one of answer, as the interconnect makes them.
// SPDX-License-Identifier: ISC

`include "report.vh"

reg         clk = 1'b0;
reg         rst = 1'b1;
reg         en  = 1'b0;
reg         we;
reg  [31:0] adr;
reg  [3:0]  sel;
reg  [31:0] dat_w;
wire [31:0] dat_r;
reg  [31:0] got;

always #5 clk = ~clk;

task cycles(input integer n);
    begin
        repeat (n) @(negedge clk);
    end
endtask

task access(input w, input [31:0] offset, input [31:0] data, input [3:0] lanes);
    begin
        we    = w;
        adr   = offset;
        dat_w = data;
        sel   = lanes;
        en    = 1'b1;
        @(negedge clk);
        en    = 1'b0;
        we    = 1'bx;
        adr   = 32'bx;
        dat_w = 32'bx;
        sel   = 4'bx;
        got   = dat_r;
        @(negedge clk);
    end
endtask

task write(input [31:0] offset, input [31:0] data);
    access(1'b1, offset, data, 4'b1111);
endtask

task read(input [31:0] offset);
    access(1'b0, offset, 32'bx, 4'b1111);
endtask

task read_is(input [31:0] offset, input [31:0] want, input [8*60-1:0] what);
    begin
        read(offset);
        expect_eq(got, want, what);
    end
endtask

task reset;
    begin
        rst = 1'b1;
        cycles(2);
        rst = 1'b0;
        cycles(1);
    end
endtask
