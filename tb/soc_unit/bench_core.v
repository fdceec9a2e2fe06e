// A core made of bus cycles, in place of the real one under gatehouse_soc: a bench calls its tasks. Each leaves the
// answer in `got` and `failed` (err instead of ack), and the length of the whole cycle in `clocks`.
// SPDX-License-Identifier: ISC

`timescale 1ns/1ns

module gatehouse_core #(
    parameter ASID_BITS = 9, TLB_ENTRIES = 64, ICACHE_BYTES = 4096, DCACHE_BYTES = 4096, LINE_WORDS = 8,
    parameter ITLB_ENTRIES = 4, DTLB_ENTRIES = 8, BTB_ENTRIES = 64, PHT_ENTRIES = 512, RAS_ENTRIES = 4, HPM = 1
) (
    input  wire        clk,
    input  wire        rst,
    output reg         wb_cyc,
    output reg         wb_stb,
    output reg         wb_we,
    output reg  [31:0] wb_adr,
    output reg  [3:0]  wb_sel,
    output reg  [31:0] wb_dat_w,
    output reg  [2:0]  wb_cti,
    output reg  [1:0]  wb_bte,
    input  wire [31:0] wb_dat_r,
    input  wire        wb_ack,
    input  wire        wb_err,
    input  wire        irq_msi,
    input  wire        irq_mti,
    input  wire        irq_mei,
    input  wire        irq_sei,
    input  wire [63:0] mtime,
    output wire [1:0]  mode
);
    assign mode = 2'b11;

    reg  [31:0]  got;
    reg          failed;
    integer      clocks;
    reg  [511:0] line;                      // beats of a burst, the first one lowest
    integer      beat;

    initial begin
        wb_cyc = 1'b0;
        wb_stb = 1'b0;
        wb_we  = 1'b0;
        wb_cti = 3'b000;
        wb_bte = 2'b00;
    end

    task answer;
        begin
            @(negedge clk);
            clocks = clocks + 1;
            while (!(wb_ack | wb_err)) begin
                @(negedge clk);
                clocks = clocks + 1;
            end
            got    = wb_dat_r;
            failed = wb_err;
            if (wb_ack & wb_err) clocks = -1;
        end
    endtask

    task release_bus;
        begin
            @(negedge clk);
            wb_cyc = 1'b0;
            wb_stb = 1'b0;
            wb_cti = 3'b000;
            wb_bte = 2'b00;
            wb_we  = 1'bx;
            wb_adr = 32'bx;
            wb_sel = 4'bx;
            clocks = clocks + 1;
        end
    endtask

    task single(input w, input [31:0] at, input [31:0] data, input [3:0] lanes);
        begin
            wb_cyc   = 1'b1;
            wb_stb   = 1'b1;
            wb_we    = w;
            wb_adr   = at;
            wb_dat_w = data;
            wb_sel   = lanes;
            clocks   = 0;
            answer;
            release_bus;
        end
    endtask

    task burst(input w, input [31:0] at, input integer beats, input [1:0] wrap);
        reg [31:0] mask;
        begin
            clocks = 0;
            failed = 1'b0;
            mask   = (wrap == 0) ? 32'hFFFFFFFF : (32'd8 << wrap) - 1;
            for (beat = 0; beat < beats && !failed; beat = beat + 1) begin
                if (beat != 0) @(negedge clk);
                wb_cyc   = 1'b1;
                wb_stb   = 1'b1;
                wb_we    = w;
                wb_adr   = (at & ~mask) | ((at + 4 * beat) & mask);
                wb_dat_w = line[32*beat +: 32];
                wb_sel   = 4'b1111;
                wb_cti   = (beat == beats - 1) ? 3'b111 : 3'b010;
                wb_bte   = wrap;
                if (wb_ack | wb_err) begin
                    // Registered feedback: the beat is answered in the cycle in which it is put.
                    #1 got = wb_dat_r;
                    failed = wb_err;
                    clocks = clocks + 1;
                end else begin
                    answer;
                end
                if (!w) line[32*beat +: 32] = got;
            end
            release_bus;
        end
    endtask
endmodule
