// Bench of memory_sdram with the chip's model: random words and lines, written and read back, at 50 MHz with the
// board's clock phases; refreshes fall where they fall. Prints PASS or FAIL.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module tb_sdram;

    localparam LINE_WORDS = 8;
    localparam PLACES     = 64;             // lines in use

    reg clk      = 1'b0;
    reg clk_late = 1'b0;
    reg rst      = 1'b1;
    always #10 clk = ~clk;
    always @(clk) clk_late <= #5 clk;

    reg         cyc = 1'b0;
    reg         we  = 1'b0;
    reg  [31:0] adr = 32'd0;
    reg  [3:0]  sel = 4'd0;
    reg  [31:0] dat_w = 32'd0;
    reg  [2:0]  cti = 3'b000;
    reg  [1:0]  bte = 2'b00;
    wire [31:0] dat_r;
    wire        ack;
    wire        err;
    wire        cke, csn, rasn, casn, wen;
    wire [12:0] a;
    wire [1:0]  ba, dqm;
    wire [15:0] dq;
    wire [15:0] dq_out;
    wire        drive;
    assign dq = drive ? dq_out : 16'hzzzz;

    memory_sdram #(.CLK_HZ(50000000), .LINE_WORDS(LINE_WORDS)) u_memory (
        .clk(clk), .rst(rst),
        .wb_cyc(cyc), .wb_stb(cyc), .wb_we(we), .wb_adr(adr), .wb_sel(sel), .wb_dat_w(dat_w),
        .wb_cti(cti), .wb_bte(bte), .wb_dat_r(dat_r), .wb_ack(ack), .wb_err(err),
        .sdram_cke(cke), .sdram_csn(csn), .sdram_rasn(rasn), .sdram_casn(casn), .sdram_wen(wen),
        .sdram_a(a), .sdram_ba(ba), .sdram_dqm(dqm), .sdram_d_out(dq_out), .sdram_d_drive(drive), .sdram_d_in(dq)
    );

    sdram_chip u_chip (
        .clk(clk_late), .cke(cke), .csn(csn), .rasn(rasn), .casn(casn), .wen(wen),
        .a(a), .ba(ba), .dqm(dqm), .dq(dq)
    );

    // Where line n is: same row, other rows of the same bank, other banks, the end of the chip
    function [31:0] place(input [31:0] n);
        place = {7'b1000000, n[5:4], n[5], 7'd0, n[3:2], n[3], 5'd0, n[1:0], 5'd0};
    endfunction

    reg [31:0] model [0:PLACES*LINE_WORDS-1];
    integer    seed = 1;
    integer    wrong = 0;
    integer    done = 0;
    integer    n, i, w;
    reg        burst;

    // One cycle of the bus, of `count` beats from word w of line n on
    task transfer(input write, input integer count);
        begin
            cyc = 1'b1;
            we  = write;
            bte = count == 1 ? 2'b00 : 2'b10;
            for (i = 0; i < count; i = i + 1) begin
                adr   = place(n) + 4 * w;
                cti   = count == 1 ? 3'b000 : i == count - 1 ? 3'b111 : 3'b010;
                sel   = write && count == 1 ? $random(seed) : 4'hf;
                dat_w = $random(seed);
                @(negedge clk);
                while (!ack && !err) @(negedge clk);
                if (err) wrong = wrong + 1;
                if (write) begin
                    if (sel[0]) model[LINE_WORDS*n+w][7:0]   = dat_w[7:0];
                    if (sel[1]) model[LINE_WORDS*n+w][15:8]  = dat_w[15:8];
                    if (sel[2]) model[LINE_WORDS*n+w][23:16] = dat_w[23:16];
                    if (sel[3]) model[LINE_WORDS*n+w][31:24] = dat_w[31:24];
                end else if (dat_r !== model[LINE_WORDS*n+w]) begin
                    wrong = wrong + 1;
                    if (wrong < 5) $display("line %0d word %0d: %h, not %h", n, w, dat_r, model[LINE_WORDS*n+w]);
                end
                w = (w + 1) % LINE_WORDS;
                @(posedge clk);
                #1;
            end
            cyc  = 1'b0;
            done = done + 1;
        end
    endtask

    initial begin
        repeat (4) @(posedge clk);
        #1 rst = 1'b0;
        for (n = 0; n < PLACES; n = n + 1) begin
            w = 0;
            transfer(1'b1, LINE_WORDS);
        end
        repeat (4000) begin
            n = $random(seed) & (PLACES - 1);
            w = $random(seed) & (LINE_WORDS - 1);
            burst = $random(seed);
            transfer($random(seed), burst ? LINE_WORDS : 1);
            if (($random(seed) & 3) == 0) repeat ($random(seed) & 31) @(posedge clk);
            #1;
        end
        // Beyond the chip
        cyc = 1'b1;
        we  = 1'b0;
        cti = 3'b000;
        adr = 32'h8200_0000;
        @(negedge clk);
        while (!ack && !err) @(negedge clk);
        if (!err) wrong = wrong + 1;
        @(posedge clk);
        #1 cyc = 1'b0;
        repeat (1000) @(posedge clk);
        if (wrong == 0 && !u_chip.failed && done == PLACES + 4000) $display("PASS sdram");
        else $display("FAIL sdram: %0d of %0d transfers wrong", wrong, done);
        $finish;
    end

    initial #20000000 begin
        $display("FAIL sdram: no end after %0d transfers", done);
        $finish;
    end

endmodule

`default_nettype wire
