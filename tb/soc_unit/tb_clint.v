// Bench of the CLINT: register layout, the comparison, the divider.
// SPDX-License-Identifier: ISC

`timescale 1ns/1ns

module tb_clint;
    `include "device.vh"

    localparam MSIP = 32'h0000, CMP = 32'h4000, CMPH = 32'h4004, TIME = 32'hBFF8, TIMEH = 32'hBFFC;

    wire        msi;
    wire        mti;
    wire [63:0] mtime;
    wire [63:0] slow_time;
    reg  [63:0] before;

    soc_clint u_clint (
        .clk(clk), .rst(rst), .en(en), .we(we), .adr(adr[15:2]), .sel(sel), .dat_w(dat_w), .dat_r(dat_r),
        .irq_msi(msi), .irq_mti(mti), .mtime(mtime)
    );

    wire [31:0] slow_dat_r;
    wire        slow_msi;
    wire        slow_mti;
    soc_clint #(.MTIME_DIV(5)) u_slow (
        .clk(clk), .rst(rst), .en(1'b0), .we(1'b0), .adr(14'd0), .sel(4'd0), .dat_w(32'd0), .dat_r(slow_dat_r),
        .irq_msi(slow_msi), .irq_mti(slow_mti), .mtime(slow_time)
    );

    initial begin
        begin_test("clint_reset");
        reset;
        read_is(MSIP, 0, "msip");
        read_is(CMP, 32'hFFFFFFFF, "mtimecmp");
        read_is(CMPH, 32'hFFFFFFFF, "mtimecmph");
        expect_eq({msi, mti}, 0, "interrupts");
        reset;
        expect_eq(mtime[31:0], 1, "mtime one cycle after reset");
        end_test;

        begin_test("clint_msip");
        write(MSIP, 32'hFFFFFFFF);
        expect_eq(msi, 1, "irq_msi");
        read_is(MSIP, 1, "msip");
        access(1'b1, MSIP, 32'h00000000, 4'b1110);
        read_is(MSIP, 1, "msip after a write to its upper bytes");
        write(MSIP, 0);
        expect_eq(msi, 0, "irq_msi");
        end_test;

        begin_test("clint_mtime_counts");
        reset;
        before = mtime;
        cycles(100);
        expect_eq(mtime - before, 100, "ticks in 100 cycles");
        before = slow_time;
        cycles(100);
        expect_eq(slow_time - before, 20, "ticks in 100 cycles with a divider of 5");
        write(TIMEH, 7);
        write(TIME, 32'hFFFFFFF0);
        read(TIME);
        expect_eq(got, 32'hFFFFFFF1, "mtime one tick after the write");
        cycles(20);
        read_is(TIMEH, 8, "mtimeh after the carry");
        access(1'b1, TIMEH, 32'hAABBCCDD, 4'b0100);
        read_is(TIMEH, 32'h00BB0008, "mtimeh after a byte write");
        end_test;

        begin_test("clint_mtimecmp");
        write(CMPH, 32'h11223344);
        write(CMP, 32'h55667788);
        read_is(CMPH, 32'h11223344, "mtimecmph");
        read_is(CMP, 32'h55667788, "mtimecmp");
        access(1'b1, CMP, 32'hAABBCCDD, 4'b1100);
        read_is(CMP, 32'hAABB7788, "mtimecmp after a half-word write");
        end_test;

        begin_test("clint_timer_interrupt");
        write(TIMEH, 2);
        write(TIME, 32'h00001000);
        write(CMPH, 2);
        write(CMP, 32'h00002000);
        cycles(1);
        expect_eq(mti, 0, "irq_mti before the time");
        while (mtime != 64'h200002000) cycles(1);
        expect_eq(mti, 0, "irq_mti is late by a cycle");
        cycles(1);
        expect_eq(mti, 1, "irq_mti at the time");
        cycles(50);
        expect_eq(mti, 1, "irq_mti stays");
        write(CMP, 32'hFFFFFFFF);
        expect_eq(mti, 0, "irq_mti after the write's acknowledge");
        write(CMPH, 1);
        expect_eq(mti, 1, "irq_mti decided by the upper word");
        end_test;

        begin_test("clint_holes");
        write(32'h0004, 32'hFFFFFFFF);
        write(32'h4008, 32'hFFFFFFFF);
        read_is(32'h0004, 0, "offset 4");
        read_is(32'h4008, 0, "offset 0x4008");
        read_is(32'hBFF4, 0, "offset 0xBFF4");
        read_is(32'hFFFC, 0, "offset 0xFFFC");
        end_test;
        $finish;
    end
endmodule
