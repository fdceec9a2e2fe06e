// Bench of the PLIC: registers, gateways, arbitration, claim and completion, against the PLIC specification.
// SPDX-License-Identifier: ISC

`timescale 1ns/1ns

module tb_plic;
    `include "device.vh"

    localparam PENDING = 32'h1000, ENABLE_M = 32'h2000, ENABLE_S = 32'h2080;
    localparam THRESHOLD_M = 32'h200000, CLAIM_M = 32'h200004, THRESHOLD_S = 32'h201000, CLAIM_S = 32'h201004;

    reg  [31:1] src = 31'd0;
    wire        irq_m;
    wire        irq_s;
    wire        few_m;
    wire        few_s;
    wire [31:0] few_dat_r;
    integer     i;

    soc_plic u_plic (
        .clk(clk), .rst(rst), .en(en), .we(we), .adr(adr[21:2]), .sel(sel), .dat_w(dat_w), .dat_r(dat_r),
        .irq_src(src), .irq_m(irq_m), .irq_s(irq_s)
    );

    soc_plic #(.WIRED(31'h00000600)) u_few (            // sources 10 and 11
        .clk(clk), .rst(rst), .en(en), .we(we), .adr(adr[21:2]), .sel(sel), .dat_w(dat_w), .dat_r(few_dat_r),
        .irq_src(src), .irq_m(few_m), .irq_s(few_s)
    );

    task set_priority(input integer source, input [31:0] value);
        write(4 * source, value);
    endtask

    initial begin
        begin_test("plic_reset");
        src = {31{1'b1}};
        reset;
        cycles(4);
        expect_eq({irq_m, irq_s}, 0, "interrupts");
        read_is(CLAIM_M, 0, "claim of M");
        read_is(CLAIM_S, 0, "claim of S");
        read_is(PENDING, 32'hFFFFFFFE, "pending");
        for (i = 0; i < 32; i = i + 1) read_is(4 * i, 0, "a priority");
        read_is(ENABLE_M, 0, "enables of M");
        read_is(ENABLE_S, 0, "enables of S");
        read_is(THRESHOLD_M, 0, "threshold of M");
        src = 0;
        end_test;

        begin_test("plic_registers");
        reset;
        for (i = 0; i < 32; i = i + 1) set_priority(i, ~i);
        for (i = 1; i < 32; i = i + 1) read_is(4 * i, ~i & 7, "a priority");
        read_is(0, 0, "priority of source 0");
        access(1'b1, 4 * 9, 32'h00000100, 4'b0010);
        read_is(4 * 9, ~9 & 7, "priority after a write to another byte");
        write(ENABLE_M, 32'hFFFFFFFF);
        write(ENABLE_S, 32'h12345678);
        read_is(ENABLE_M, 32'hFFFFFFFE, "enables of M");
        read_is(ENABLE_S, 32'h12345678, "enables of S");
        access(1'b1, ENABLE_S, 32'hAABBCCDD, 4'b0100);
        read_is(ENABLE_S, 32'h12BB5678, "enables of S after a byte write");
        write(THRESHOLD_M, 32'hFFFFFFFD);
        write(THRESHOLD_S, 2);
        read_is(THRESHOLD_M, 5, "threshold of M");
        read_is(THRESHOLD_S, 2, "threshold of S");
        write(PENDING, 32'hFFFFFFFF);
        read_is(PENDING, 0, "pending after a write");
        end_test;

        begin_test("plic_holes");
        src = {31{1'b1}};
        cycles(3);
        read_is(32'h0080, 0, "offset 0x80");
        read_is(32'h1004, 0, "offset 0x1004");
        read_is(32'h2004, 0, "offset 0x2004");
        read_is(32'h2100, 0, "offset 0x2100");
        read_is(32'h200008, 0, "offset 0x200008");
        read_is(32'h202000, 0, "offset 0x202000");
        write(32'h2100, 32'hFFFFFFFF);
        read_is(ENABLE_M, 32'hFFFFFFFE, "enables of M");
        src = 0;
        end_test;

        begin_test("plic_every_source");
        reset;
        write(ENABLE_M, 32'hFFFFFFFE);
        for (i = 1; i < 32; i = i + 1) set_priority(i, 1);
        for (i = 1; i < 32; i = i + 1) begin
            src = 31'd1 << (i - 1);
            cycles(3);
            expect_eq(irq_m, 1, "irq_m");
            expect_eq(irq_s, 0, "irq_s");
            read_is(PENDING, 32'd1 << i, "pending");
            read_is(CLAIM_M, i, "claim");
            expect_eq(irq_m, 0, "irq_m after the claim's acknowledge");
            src = 0;
            write(CLAIM_M, i);
        end
        cycles(3);
        read_is(PENDING, 0, "pending at the end");
        end_test;

        begin_test("plic_order");
        set_priority(5, 2);
        set_priority(9, 6);
        set_priority(20, 6);
        set_priority(30, 7);
        set_priority(31, 0);
        src = (31'd1 << 4) | (31'd1 << 8) | (31'd1 << 19) | (31'd1 << 29) | (31'd1 << 30);
        cycles(3);
        src = 0;
        read_is(CLAIM_M, 30, "first, by priority");
        read_is(CLAIM_M, 9, "second, by number");
        read_is(CLAIM_M, 20, "third");
        read_is(CLAIM_M, 5, "fourth");
        read_is(CLAIM_M, 0, "none left but one of priority 0");
        read_is(PENDING, 32'h80000000, "pending");
        set_priority(31, 3);
        read_is(CLAIM_M, 31, "fifth, once it has a priority");
        end_test;

        begin_test("plic_contexts");
        reset;
        set_priority(10, 1);
        set_priority(11, 1);
        write(ENABLE_M, 32'h400);
        write(ENABLE_S, 32'h800);
        src[11] = 1'b1;
        cycles(3);
        expect_eq({irq_m, irq_s}, 2'b01, "interrupts by source 11");
        read_is(CLAIM_M, 0, "claim of M");
        src[10] = 1'b1;
        cycles(3);
        expect_eq({irq_m, irq_s}, 2'b11, "interrupts by both");
        read_is(CLAIM_S, 11, "claim of S");
        read_is(CLAIM_M, 10, "claim of M");
        end_test;

        begin_test("plic_threshold");
        reset;
        src = 0;
        set_priority(10, 3);
        write(ENABLE_M, 32'h400);
        write(ENABLE_S, 32'h400);
        write(THRESHOLD_M, 3);
        write(THRESHOLD_S, 2);
        src[10] = 1'b1;
        cycles(3);
        expect_eq({irq_m, irq_s}, 2'b01, "notified with thresholds 3 and 2");
        write(THRESHOLD_S, 7);
        expect_eq(irq_s, 0, "notified with threshold 7");
        read_is(CLAIM_M, 10, "claim under the threshold");
        end_test;

        begin_test("plic_gateway");
        reset;
        src = 0;
        set_priority(10, 1);
        write(ENABLE_M, 32'h400);
        write(ENABLE_S, 32'h800);
        src[10] = 1'b1;
        cycles(1);
        src[10] = 1'b0;
        cycles(3);
        expect_eq(irq_m, 1, "a forwarded request stays when the line falls");
        src[10] = 1'b1;
        read_is(CLAIM_M, 10, "claim");
        cycles(5);
        read_is(PENDING, 0, "pending again before the completion");
        write(CLAIM_M, 11);
        write(CLAIM_S, 10);
        access(1'b1, CLAIM_M, 32'h0000000A, 4'b1110);
        write(CLAIM_M, 32'h0000010A);
        cycles(3);
        read_is(PENDING, 0, "pending after completions that do not count");
        write(CLAIM_M, 10);
        cycles(2);
        read_is(PENDING, 32'h400, "pending after the completion, the line being high");
        read_is(CLAIM_M, 10, "claim");
        src[10] = 1'b0;
        write(CLAIM_M, 10);
        cycles(3);
        read_is(PENDING, 0, "pending after the completion, the line being low");
        end_test;

        begin_test("plic_claim_needs_its_byte");
        src[10] = 1'b1;
        cycles(3);
        access(1'b0, CLAIM_M, 0, 4'b1100);
        cycles(2);
        expect_eq(irq_m, 1, "irq_m after a read of the upper half");
        access(1'b0, CLAIM_M, 0, 4'b0001);
        expect_eq(irq_m, 0, "irq_m after a byte read");
        end_test;

        begin_test("plic_wired");
        src = 0;
        reset;
        for (i = 1; i < 32; i = i + 1) set_priority(i, 7);
        write(ENABLE_M, 32'hFFFFFFFE);
        src = {31{1'b1}};
        cycles(3);
        read(PENDING);
        expect_eq(few_dat_r, 32'hC00, "pending with two sources wired");
        read(4 * 31);
        expect_eq(few_dat_r, 7, "priority of a source that is not wired");
        read(CLAIM_M);
        expect_eq(few_dat_r, 10, "claim");
        read(CLAIM_M);
        expect_eq(few_dat_r, 11, "claim");
        read(CLAIM_M);
        expect_eq(few_dat_r, 0, "claim");
        end_test;
        $finish;
    end
endmodule
