// Bench of the SPI controller: registers, the four modes, FIFOs, watermarks, chip select and delays, against the
// FU540 manual's chapter on SPI.
// SPDX-License-Identifier: ISC

`timescale 1ns/1ns

module tb_spi;
    `include "device.vh"

    localparam SCKDIV = 32'h00, SCKMODE = 32'h04, CSID = 32'h10, CSDEF = 32'h14, CSMODE = 32'h18;
    localparam DELAY0 = 32'h28, DELAY1 = 32'h2C, FMT = 32'h40, TXDATA = 32'h48, RXDATA = 32'h4C;
    localparam TXMARK = 32'h50, RXMARK = 32'h54, FCTRL = 32'h60, IE = 32'h70, IP = 32'h74;
    localparam AUTO = 0, HOLD = 2, OFF = 3;

    wire irq;
    wire sck;
    wire mosi;
    wire cs_n;
    reg  miso;
    integer i;

    soc_spi u_spi (
        .clk(clk), .rst(rst), .en(en), .we(we), .adr(adr[11:2]), .sel(sel), .dat_w(dat_w), .dat_r(dat_r),
        .irq(irq), .sck(sck), .mosi(mosi), .miso(miso), .cs_n(cs_n)
    );

    `include "spi_slave.vh"

    task setup(input [31:0] div, input [1:0] mode, input [31:0] csmode);
        begin
            reset;
            pha = mode[0];
            pol = mode[1];
            write(SCKDIV, div);
            write(SCKMODE, mode);
            write(CSMODE, csmode);
            cycles(2);
        end
    endtask

    task drain;
        begin
            cycles(10);
            while (!u_spi.tx_empty || (u_spi.u_engine.state_q != 0 && u_spi.u_engine.state_q != 2)) cycles(1);
            cycles(4);
        end
    endtask

    task near(input integer value, input integer want, input [8*60-1:0] what);
        if (value < want || value > want + 4) expect_eq(value, want, what);
    endtask

    initial begin
        slave(0);
        begin_test("spi_reset");
        reset;
        read_is(SCKDIV, 3, "sckdiv");
        read_is(SCKMODE, 0, "sckmode");
        read_is(CSID, 0, "csid");
        read_is(CSDEF, 1, "csdef");
        read_is(CSMODE, 0, "csmode");
        read_is(DELAY0, 32'h00010001, "delay0");
        read_is(DELAY1, 32'h00000001, "delay1");
        read_is(FMT, 32'h00080000, "fmt");
        read_is(TXDATA, 0, "txdata");
        read_is(RXDATA, 32'h80000000, "rxdata");
        read_is(TXMARK, 0, "txmark");
        read_is(RXMARK, 0, "rxmark");
        read_is(FCTRL, 0, "fctrl");
        read_is(IE, 0, "ie");
        read_is(IP, 0, "ip");
        expect_eq({irq, sck, cs_n}, 3'b001, "pins");
        end_test;

        begin_test("spi_registers");
        write(SCKDIV, 32'hFFFFFABC);
        read_is(SCKDIV, 32'hABC, "sckdiv");
        access(1'b1, SCKDIV, 32'h00000500, 4'b0010);
        read_is(SCKDIV, 32'h5BC, "sckdiv after a byte write");
        write(SCKMODE, 32'hFFFFFFFE);
        read_is(SCKMODE, 2, "sckmode");
        expect_eq(sck, 1, "sck at rest with pol = 1");
        write(CSID, 32'hFFFFFFFF);
        read_is(CSID, 0, "csid");
        write(CSDEF, 32'hFFFFFFFF);         // this is how Linux counts the chip selects
        read_is(CSDEF, 1, "csdef");
        write(CSMODE, 2);
        read_is(CSMODE, 2, "csmode hold");
        write(CSMODE, 3);
        read_is(CSMODE, 3, "csmode off");
        write(CSMODE, 1);
        read_is(CSMODE, 0, "csmode, the reserved one");
        write(DELAY0, 32'hFFFFFFFF);
        read_is(DELAY0, 32'h00FF00FF, "delay0");
        access(1'b1, DELAY0, 32'h00120000, 4'b0100);
        read_is(DELAY0, 32'h001200FF, "delay0 after a byte write");
        write(DELAY1, 32'h12345678);
        read_is(DELAY1, 32'h00340078, "delay1");
        write(FMT, 32'hFFF7FFFF & 32'h0007000F);
        read_is(FMT, 32'h0007000C, "fmt");
        write(FMT, 0);
        read_is(FMT, 32'h00080000, "fmt with a length of 0");
        write(FMT, 32'h000B0000);
        read_is(FMT, 32'h00080000, "fmt with a length of 11");
        write(TXMARK, 32'hFFFFFFFD);
        write(RXMARK, 32'hFFFFFFFA);
        read_is(TXMARK, 5, "txmark");
        read_is(RXMARK, 2, "rxmark");
        write(IE, 32'hFFFFFFFF);
        read_is(IE, 3, "ie");
        write(FCTRL, 1);
        read_is(FCTRL, 0, "fctrl");
        read_is(32'h100, 0, "offset 0x100");
        read_is(32'hFFC, 0, "offset 0xFFC");
        end_test;

        begin_test("spi_modes");
        for (i = 0; i < 4; i = i + 1) begin
            setup(0, i, HOLD);
            slave({24'hC3_5A_81, 136'd0});
            write(TXDATA, 8'hA5);
            write(TXDATA, 8'h3C);
            write(TXDATA, 8'h17);
            cycles(100);
            expect_eq(heard[159:136], 24'hA5_3C_17, "bits that the slave got");
            expect_eq(bits, 24, "number of bits");
            read_is(RXDATA, 8'hC3, "first byte");
            read_is(RXDATA, 8'h5A, "second byte");
            read_is(RXDATA, 8'h81, "third byte");
            read_is(RXDATA, 32'h80000000, "rxdata when empty");
        end
        end_test;

        begin_test("spi_lsb_first");
        setup(1, 0, HOLD);
        write(FMT, 32'h00080004);
        slave({8'b1100_1000, 152'd0});
        write(TXDATA, 8'b1010_0111);
        cycles(100);
        expect_eq(heard[159:152], 8'b1110_0101, "bits that the slave got");
        read_is(RXDATA, 8'b0001_0011, "the byte");
        end_test;

        begin_test("spi_short_frames");
        setup(1, 0, HOLD);
        write(FMT, 32'h00050000);
        slave({5'b10110, 3'd0, 152'd0});
        write(TXDATA, 8'b01101_000);
        cycles(100);
        expect_eq(bits, 5, "bits, MSB first");
        expect_eq(heard[159:155], 5'b01101, "bits that the slave got, MSB first");
        read_is(RXDATA, 8'b10110_000, "the byte, MSB first");
        write(FMT, 32'h00030004);
        slave({3'b110, 157'd0});
        write(TXDATA, 8'b00000_110);
        cycles(100);
        expect_eq(bits, 3, "bits, LSB first");
        expect_eq(heard[159:157], 3'b011, "bits that the slave got, LSB first");
        read_is(RXDATA, 8'b00000_011, "the byte, LSB first");
        end_test;

        begin_test("spi_clock");
        for (i = 0; i < 9; i = i + 1) begin
            setup(i, 0, HOLD);
            slave(0);
            write(TXDATA, 8'h55);
            drain;
            expect_eq((t_lead - t_first) / 10, 7 * 2 * (i + 1), "clocks in seven periods");
            expect_eq((t_last - t_lead) / 10, i + 1, "clocks of the high half");
        end
        setup(12'h3FF, 0, HOLD);
        slave(0);
        write(TXDATA, 8'h55);
        drain;
        expect_eq((t_lead - t_first) / 10, 7 * 2048, "clocks in seven periods, div 0x3FF");
        end_test;

        begin_test("spi_cs_auto");
        setup(2, 0, AUTO);
        slave(0);
        write(TXDATA, 8'h11);
        write(TXDATA, 8'h22);
        cycles(3);
        expect_eq(cs_n, 0, "cs_n in the frame");
        drain;
        cycles(200);
        expect_eq(cs_n, 1, "cs_n after the frames");
        expect_eq(selections, 2, "selections in two frames");
        expect_eq(bits, 16, "bits");
        end_test;

        begin_test("spi_cs_hold");
        setup(2, 0, HOLD);
        slave(0);
        expect_eq(cs_n, 1, "cs_n before the first frame");
        write(TXDATA, 8'h11);
        drain;
        cycles(300);
        expect_eq(cs_n, 0, "cs_n after the first frame");
        write(TXDATA, 8'h22);
        cycles(10);
        write(CSMODE, AUTO);
        expect_eq(cs_n, 0, "cs_n while the frame runs");
        drain;
        cycles(100);
        expect_eq(cs_n, 1, "cs_n after the change of csmode");
        expect_eq(bits, 16, "bits");
        expect_eq(selections, 1, "selections");
        expect_eq(t_cs_off > t_last, 1, "deselected after the last edge");
        end_test;

        begin_test("spi_cs_hold_rewritten");
        setup(2, 0, HOLD);
        slave(0);
        write(TXDATA, 8'h11);
        drain;
        write(CSMODE, HOLD);
        write(CSDEF, 1);
        cycles(300);
        expect_eq(cs_n, 0, "cs_n after csmode and csdef were written the same");
        write(CSMODE, OFF);
        cycles(300);
        expect_eq(cs_n, 1, "cs_n after the change to off");
        end_test;

        begin_test("spi_cs_off");
        setup(2, 0, OFF);
        slave(0);
        write(TXDATA, 8'h11);
        drain;
        expect_eq(selections, 0, "selections");
        expect_eq(bits, 8, "bits");
        write(CSDEF, 0);
        cycles(1);
        expect_eq(cs_n, 0, "cs_n by csdef");
        end_test;

        begin_test("spi_cs_active_high");
        setup(2, 0, HOLD);
        write(CSDEF, 0);
        cycles(1);
        expect_eq(cs_n, 0, "the pin at rest");
        slave(0);
        write(TXDATA, 8'h11);
        cycles(3);
        expect_eq(cs_n, 1, "the pin in the frame");
        end_test;

        begin_test("spi_delays");
        setup(1, 0, AUTO);                  // a period is 4 clocks
        write(DELAY0, 32'h00070005);
        write(DELAY1, 32'h00090014);
        slave(0);
        write(TXDATA, 8'h11);
        write(TXDATA, 8'h11);
        while (bits != 8) cycles(1);
        near((t_first - t_cs_on) / 10, 5 * 4 + 2, "cssck");
        while (!cs_n) cycles(1);
        near((t_cs_off - t_last) / 10, 7 * 4, "sckcs");
        while (cs_n) cycles(1);
        near((t_cs_on - t_cs_off) / 10, 20 * 4, "intercs");
        while (bits != 16) cycles(1);
        write(DELAY0, 0);
        write(DELAY1, 0);
        cycles(100);
        slave(0);
        write(TXDATA, 8'h11);
        while (bits != 8) cycles(1);
        near((t_first - t_cs_on) / 10, 2, "cssck of 0");
        end_test;

        begin_test("spi_interxfr");
        setup(1, 0, HOLD);
        write(DELAY1, 32'h00090001);
        slave(0);
        write(TXDATA, 8'h11);
        write(TXDATA, 8'h11);
        cycles(200);
        expect_eq(bits, 16, "bits");
        near(t_gap / 10, 9 * 4 + 2, "interxfr between two frames");
        write(CSMODE, AUTO);
        write(DELAY1, 32'h00FF0001);
        cycles(1100);
        write(DELAY0, 0);
        slave(0);
        write(TXDATA, 8'h11);
        while (!cs_n | bits == 0) cycles(1);
        near((t_cs_off - t_last) / 10, 0, "interxfr does not count in auto mode");
        end_test;

        begin_test("spi_delay_of_255");
        setup(0, 0, AUTO);
        write(DELAY0, 32'h00FF00FF);
        slave(0);
        write(TXDATA, 8'h11);
        cycles(600);
        while (!cs_n) cycles(1);
        near((t_first - t_cs_on) / 10, 511, "cssck");
        near((t_cs_off - t_last) / 10, 510, "sckcs");
        end_test;

        begin_test("spi_tx_fifo");
        setup(9, 0, HOLD);
        slave(0);
        write(TXDATA, 8'hF0);
        cycles(60);
        for (i = 1; i <= 8; i = i + 1) begin
            read_is(TXDATA, 0, "txdata with room");
            write(TXDATA, i);
        end
        read_is(TXDATA, 32'h80000000, "txdata when full");
        write(TXDATA, 8'hEE);
        drain;
        cycles(9 * 200);
        expect_eq(bits, 72, "bits");
        expect_eq(heard[159:128], 32'hF0010203, "first bytes");
        expect_eq(heard[103:88], 16'h0708, "last bytes");
        end_test;

        begin_test("spi_rx_fifo");
        setup(0, 0, HOLD);
        slave({80'h0102030405060708090A, 80'd0});
        repeat (10) begin
            write(TXDATA, 0);
            cycles(40);
        end
        for (i = 1; i <= 8; i = i + 1) begin
            if (i == 3) begin               // only a read of the low byte takes
                access(1'b0, RXDATA, 0, 4'b1000);
            end
            read_is(RXDATA, i, "a byte");
        end
        read_is(RXDATA, 32'h80000000, "rxdata when empty");
        end_test;

        begin_test("spi_dir_tx");
        setup(0, 0, HOLD);
        write(FMT, 32'h00080008);
        slave({80'h0102030405060708090A, 80'd0});
        write(TXDATA, 8'h77);
        cycles(60);
        expect_eq(heard[159:152], 8'h77, "the byte that the slave got");
        read_is(RXDATA, 32'h80000000, "rxdata");
        end_test;

        begin_test("spi_watermarks");
        setup(9, 0, HOLD);
        slave(0);
        write(TXMARK, 2);
        write(RXMARK, 1);
        read_is(IP, 1, "ip at rest");
        expect_eq(irq, 0, "irq with nothing enabled");
        write(IE, 2);
        write(TXDATA, 1);
        cycles(60);
        write(TXDATA, 2);
        read_is(IP, 1, "ip with one byte to send");
        write(TXDATA, 3);
        read_is(IP, 0, "ip with two bytes to send");
        while (!irq) cycles(1);
        expect_eq(bits, 16, "bits when the second byte is in");
        read_is(IP, 3, "ip");
        write(IE, 1);
        cycles(1);
        expect_eq(irq, 1, "irq by txmark");
        write(TXMARK, 0);
        cycles(1);
        expect_eq(irq, 0, "irq with a txmark of 0");
        write(IE, 2);
        cycles(1);
        expect_eq(irq, 1, "irq by rxmark");
        read(RXDATA);
        cycles(1);
        expect_eq(irq, 0, "irq after the read of a byte");
        end_test;

        // One transfer as Linux's spi-sifive does it.
        begin_test("spi_linux_transfer");
        setup(0, 0, AUTO);
        slave({80'hFF01FFFFFFFFFF55AA12, 80'd0});
        write(TXMARK, 1);
        write(DELAY0, 32'h00010001);
        write(DELAY1, 32'h00000001);
        write(CSMODE, HOLD);
        for (i = 0; i < 8; i = i + 1) write(TXDATA, 8'h40 + i);
        write(RXMARK, 7);
        write(IE, 2);
        while (!irq) cycles(1);
        write(IE, 0);
        read_is(RXDATA, 8'hFF, "byte 0");
        read_is(RXDATA, 8'h01, "byte 1");
        repeat (6) read(RXDATA);
        expect_eq(got, 32'h55, "byte 7");
        write(TXDATA, 8'h48);
        write(RXMARK, 0);
        read(IP);
        while (!got[1]) read(IP);
        read_is(RXDATA, 8'hAA, "byte 8");
        write(CSMODE, AUTO);
        cycles(20);
        expect_eq(cs_n, 1, "cs_n");
        expect_eq(selections, 1, "selections");
        expect_eq(heard[159:128], 32'h40414243, "bytes that the slave got");
        end_test;
        $finish;
    end
endmodule
