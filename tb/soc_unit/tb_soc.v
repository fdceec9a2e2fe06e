// Bench of the whole SoC but the core: address map, bus timing, ROM, DRAM bursts, interrupt wiring. Runs with
// bench_core.v in place of the core and with build/rom.hex.
// SPDX-License-Identifier: ISC

`timescale 1ns/1ns

module tb_soc;
    `include "report.vh"

    reg         clk = 1'b0;
    reg         rst = 1'b1;
    reg  [15:0] latency = 16'd0;
    reg  [31:0] size = 32'h00100000;
    wire        dram_cyc;
    wire        dram_stb;
    wire        dram_we;
    wire [31:0] dram_adr;
    wire [3:0]  dram_sel;
    wire [31:0] dram_dat_w;
    wire [2:0]  dram_cti;
    wire [1:0]  dram_bte;
    wire [31:0] dram_dat_r;
    wire        dram_ack;
    wire        dram_err;
    wire        uart_tx;
    wire        spi_sck;
    wire        spi_mosi;
    wire        spi_cs_n;
    wire        finish_valid;
    wire [31:0] finish_code;
    wire [1:0]  mode;
    integer     finishes = 0;
    integer     i;

    always #5 clk = ~clk;
    always @(posedge clk) if (finish_valid) finishes = finishes + 1;

    gatehouse_soc #(.ROM_FILE("build/rom.hex")) u_soc (
        .clk(clk), .rst(rst),
        .dram_cyc(dram_cyc), .dram_stb(dram_stb), .dram_we(dram_we), .dram_adr(dram_adr), .dram_sel(dram_sel),
        .dram_dat_w(dram_dat_w), .dram_cti(dram_cti), .dram_bte(dram_bte),
        .dram_dat_r(dram_dat_r), .dram_ack(dram_ack), .dram_err(dram_err),
        .uart_tx(uart_tx), .uart_rx(uart_tx),
        .spi_sck(spi_sck), .spi_mosi(spi_mosi), .spi_miso(spi_mosi), .spi_cs_n(spi_cs_n),
        .finish_valid(finish_valid), .finish_code(finish_code), .mode(mode)
    );

    dram #(.BYTES(1 << 20)) u_dram (
        .clk(clk), .rst(rst), .latency(latency), .size(size),
        .cyc(dram_cyc), .stb(dram_stb), .we(dram_we), .adr(dram_adr), .sel(dram_sel), .dat_w(dram_dat_w),
        .cti(dram_cti), .bte(dram_bte), .dat_r(dram_dat_r), .ack(dram_ack), .err(dram_err)
    );

    task write(input [31:0] at, input [31:0] data);
        u_soc.u_core.single(1'b1, at, data, 4'b1111);
    endtask

    task read_is(input [31:0] at, input [31:0] want, input [8*60-1:0] what);
        begin
            u_soc.u_core.single(1'b0, at, 32'bx, 4'b1111);
            expect_eq(u_soc.u_core.got, want, what);
        end
    endtask

    // An access ends with err or not, and outside DRAM always in the third clock.
    task ends(input w, input [31:0] at, input error, input [8*60-1:0] what);
        begin
            u_soc.u_core.single(w, at, 32'd0, 4'b0001);
            expect_eq(u_soc.u_core.failed, error, what);
            expect_eq(u_soc.u_core.clocks, at[31] ? 2 : 3, what);
        end
    endtask

    task window(input [31:0] first, input [31:0] last, input [8*60-1:0] what);
        begin
            ends(1'b0, first, 1'b0, what);
            ends(1'b0, last & ~3, 1'b0, what);
            ends(1'b0, first - 4, 1'b1, what);
            ends(1'b0, last + 1, 1'b1, what);
        end
    endtask

    initial begin
        begin_test("soc_windows");
        repeat (3) @(negedge clk);
        rst = 1'b0;
        @(negedge clk);
        window(32'h00001000, 32'h00001FFF, "boot ROM");
        window(32'h00100000, 32'h00100FFF, "finisher");
        window(32'h02000000, 32'h0200FFFF, "CLINT");
        window(32'h0C000000, 32'h0C3FFFFF, "PLIC");
        window(32'h10000000, 32'h100000FF, "UART");
        window(32'h10050000, 32'h10050FFF, "SPI");
        end_test;

        begin_test("soc_holes");
        ends(1'b0, 32'h00000000, 1'b1, "address 0");
        ends(1'b1, 32'h00001000, 1'b1, "a write to the boot ROM");
        ends(1'b1, 32'h00003000, 1'b1, "a write to a hole");
        for (i = 0; i < 31; i = i + 1) begin
            // One bit away from the last word of each window; bit 25 leads from the ROM into the CLINT.
            if (i >= 12 && i != 25) ends(1'b0, 32'h00001FFC ^ (1 << i), 1'b1, "beside the boot ROM");
            if (i >= 12) ends(1'b1, 32'h00100FFC ^ (1 << i), 1'b1, "beside the finisher");
            if (i >= 16) ends(1'b0, 32'h0200FFFC ^ (1 << i), 1'b1, "beside the CLINT");
            if (i >= 22) ends(1'b0, 32'h0C3FFFFC ^ (1 << i), 1'b1, "beside the PLIC");
            if (i >= 8)  ends(1'b0, 32'h100000FC ^ (1 << i), 1'b1, "beside the UART");
            if (i >= 12) ends(1'b0, 32'h10050FFC ^ (1 << i), 1'b1, "beside the SPI controller");
        end
        ends(1'b0, 32'h7FFFFFFC, 1'b1, "under DRAM");
        end_test;

        begin_test("soc_dram_size");
        ends(1'b0, 32'h80000000, 1'b0, "first word");
        ends(1'b0, 32'h800FFFFC, 1'b0, "last word");
        ends(1'b0, 32'h80100000, 1'b1, "read past the end");
        ends(1'b1, 32'h80100000, 1'b1, "write past the end");
        ends(1'b0, 32'hFFFFFFFC, 1'b1, "the last address of all");
        size = 32'h1000;
        ends(1'b0, 32'h80000FFC, 1'b0, "last word of a page");
        ends(1'b0, 32'h80001000, 1'b1, "past a page");
        size = 32'h00100000;
        end_test;

        begin_test("soc_dram_lanes");
        write(32'h80000040, 32'h11223344);
        u_soc.u_core.single(1'b1, 32'h80000040, 32'hAABBCCDD, 4'b0101);
        read_is(32'h80000040, 32'h11BB33DD, "bytes 0 and 2 written");
        u_soc.u_core.single(1'b1, 32'h80000040, 32'h00FF0000, 4'b1010);
        read_is(32'h80000040, 32'h00BB00DD, "bytes 1 and 3 written");
        end_test;

        begin_test("soc_dram_bursts");
        u_soc.u_core.line = {256'd0, 256'h77777777_66666666_55555555_44444444_33333333_22222222_11111111_00000000};
        u_soc.u_core.burst(1'b1, 32'h80000100, 8, 2'b00);
        expect_eq(u_soc.u_core.clocks, 9, "clocks of a write burst of 8");
        u_soc.u_core.line = 512'd0;
        u_soc.u_core.burst(1'b0, 32'h80000100, 4, 2'b00);
        expect_eq(u_soc.u_core.clocks, 5, "clocks of a read burst of 4");
        expect_eq(u_soc.u_core.line[127:96], 32'h33333333, "last beat of 4");
        expect_eq(u_soc.u_core.line[31:0], 32'h00000000, "first beat of 4");
        u_soc.u_core.burst(1'b0, 32'h80000100, 8, 2'b00);
        expect_eq(u_soc.u_core.clocks, 9, "clocks of a read burst of 8");
        for (i = 0; i < 8; i = i + 1) expect_eq(u_soc.u_core.line[32*i +: 32], 32'h11111111 * i, "a beat of 8");
        u_soc.u_core.burst(1'b0, 32'h8000010C, 4, 2'b01);
        expect_eq(u_soc.u_core.line[63:32], 32'h00000000, "second beat, wrapped in 4");
        u_soc.u_core.burst(1'b0, 32'h80000118, 4, 2'b10);
        expect_eq(u_soc.u_core.line[95:64], 32'h00000000, "third beat, wrapped in 8");
        u_soc.u_core.burst(1'b0, 32'h8000011C, 2, 2'b00);
        expect_eq(u_soc.u_core.line[31:0], 32'h77777777, "first beat at the end of a line");
        u_soc.u_core.burst(1'b0, 32'h800FFFF8, 4, 2'b00);
        expect_eq(u_soc.u_core.failed, 1, "a burst over the end");
        read_is(32'h80000104, 32'h11111111, "a single read after it");
        end_test;

        begin_test("soc_dram_latency");
        for (i = 0; i < 20; i = i + 7) begin
            latency = i;
            u_soc.u_core.burst(1'b0, 32'h80000100, 4, 2'b00);
            expect_eq(u_soc.u_core.clocks, 5 + i, "clocks of a read burst of 4");
            expect_eq(u_soc.u_core.line[127:96], 32'h33333333, "last beat of 4");
            read_is(32'h8000011C, 32'h77777777, "a word");
            expect_eq(u_soc.u_core.clocks, 2 + i, "clocks of a read");
            write(32'h80000200, i);
            expect_eq(u_soc.u_core.clocks, 2 + i, "clocks of a write");
            read_is(32'h00001000, 32'hF1402573, "a word of the ROM");
            expect_eq(u_soc.u_core.clocks, 3, "clocks of a read of the ROM");
        end
        latency = 0;
        end_test;

        begin_test("soc_rom");
        read_is(32'h00001000, 32'hF1402573, "csrr a0, mhartid");
        read_is(32'h00001018, 32'hEDFE0DD0, "the device tree's magic number, big endian");
        u_soc.u_core.burst(1'b0, 32'h00001000, 4, 2'b00);
        expect_eq(u_soc.u_core.line[31:0], 32'hF1402573, "first beat of a burst");
        expect_eq(u_soc.u_core.line[127:96], 32'h800002B7, "last beat of a burst: lui t0");
        end_test;

        begin_test("soc_finisher");
        write(32'h00100000, 32'h00015555);
        @(negedge clk);
        expect_eq(finish_code, 32'h00015555, "finish_code");
        expect_eq(finishes, 1, "cycles of finish_valid");
        write(32'h00101000, 32'h00015555);
        expect_eq(finishes, 1, "cycles of finish_valid after a write beside it");
        end_test;

        begin_test("soc_clint_wiring");
        expect_eq({u_soc.u_core.irq_msi, u_soc.u_core.irq_mti}, 0, "interrupts at rest");
        write(32'h02000000, 1);
        expect_eq({u_soc.u_core.irq_msi, u_soc.u_core.irq_mti}, 2'b10, "interrupts with msip");
        write(32'h02000000, 0);
        write(32'h02004004, 0);
        write(32'h02004000, 0);
        expect_eq({u_soc.u_core.irq_msi, u_soc.u_core.irq_mti}, 2'b01, "interrupts with mtimecmp");
        write(32'h0200BFFC, 5);
        expect_eq(u_soc.u_core.mtime[63:32], 5, "mtime's upper word at the core");
        end_test;

        // Source 10 is the UART, 11 the SPI controller; context 0 is M, context 1 is S.
        begin_test("soc_plic_wiring");
        write(32'h0C000028, 1);
        write(32'h0C00002C, 1);
        write(32'h0C002000, 32'h00000400);
        write(32'h0C002080, 32'h00000800);
        u_soc.u_core.single(1'b1, 32'h10000000, 32'h00000200, 4'b0010);
        repeat (4) @(negedge clk);
        expect_eq({u_soc.u_core.irq_mei, u_soc.u_core.irq_sei}, 2'b10, "interrupts by the UART");
        read_is(32'h0C001000, 32'h00000400, "pending");
        u_soc.u_core.single(1'b0, 32'h10000000, 0, 4'b0100);
        read_is(32'h0C200004, 10, "claim of M");
        write(32'h0C200004, 10);
        write(32'h10050050, 1);
        write(32'h10050070, 1);
        repeat (4) @(negedge clk);
        expect_eq({u_soc.u_core.irq_mei, u_soc.u_core.irq_sei}, 2'b01, "interrupts by the SPI controller");
        read_is(32'h0C201004, 11, "claim of S");
        end_test;

        begin_test("soc_pins");
        u_soc.u_core.single(1'b1, 32'h10000000, 32'h03000000, 4'b1000);
        u_soc.u_core.single(1'b1, 32'h10000000, 32'h000000B7, 4'b0001);
        repeat (200) @(negedge clk);
        read_is(32'h10000000, 32'hB7, "a character from uart_tx to uart_rx");
        write(32'h10050048, 8'h5C);
        expect_eq(spi_cs_n, 0, "spi_cs_n");
        repeat (100) @(negedge clk);
        read_is(32'h1005004C, 32'h5C, "a byte from spi_mosi to spi_miso");
        end_test;
        $finish;
    end
endmodule
