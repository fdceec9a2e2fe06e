// Bench of the UART's serial line: formats and bit times both ways, errors, FIFO levels, timeout, loopback.
// SPDX-License-Identifier: ISC

`timescale 1ns/1ns

module tb_uart_line;
    `include "device.vh"

    localparam RBR = 0, THR = 0, IER = 1, IIR = 2, FCR = 2, LCR = 3, MCR = 4, LSR = 5;

    wire    pin;
    wire    irq;
    integer i;
    integer t0;
    integer fell;                           // when the line last fell

    `include "serial.vh"

    soc_uart u_uart (
        .clk(clk), .rst(rst), .en(en), .we(we), .adr(adr[7:2]), .sel(sel), .dat_w(dat_w), .dat_r(dat_r),
        .irq(irq), .tx(pin), .rx(line)
    );

    always @(negedge pin) fell = $time;

    task put(input [7:0] index, input [7:0] value);
        access(1'b1, index & ~3, {24'd0, value} << 8 * index[1:0], 4'b0001 << index[1:0]);
    endtask

    task get(input [7:0] index);
        begin
            access(1'b0, index & ~3, 32'bx, 4'b0001 << index[1:0]);
            got = (got >> 8 * index[1:0]) & 32'hFF;
        end
    endtask

    task get_is(input [7:0] index, input [7:0] want, input [8*60-1:0] what);
        begin
            get(index);
            expect_eq(got, {24'd0, want}, what);
        end
    endtask

    task setup(input [15:0] divisor, input [7:0] format, input [7:0] fifo);
        begin
            reset;
            put(LCR, 8'h80);
            put(0, divisor[7:0]);
            put(1, divisor[15:8]);
            put(LCR, format);
            put(FCR, fifo);
        end
    endtask

    // Two characters in a row: the bits of the first, and the clocks from start bit to start bit.
    task sends(input [7:0] format, input [7:0] char, input [15:0] frame, input integer count,
               input integer clocks, input [8*60-1:0] what);
        begin
            setup(3, format, 8'h01);
            put(THR, char);
            put(THR, char);
            while (pin) cycles(1);
            t0 = fell;
            receive_bits(count, 48);
            expect_eq(caught, frame, what);
            while (pin) cycles(1);
            expect_eq((fell - t0) / 10, clocks, what);
        end
    endtask

    task receives(input [7:0] format, input [15:0] frame, input integer count, input [7:0] char,
                  input [7:0] status, input [8*60-1:0] what);
        begin
            setup(3, format, 8'h01);
            send_bits(frame, count, 48);
            cycles(60);
            get_is(LSR, status, what);
            get_is(RBR, char, what);
            get_is(LSR, 8'h60, what);
        end
    endtask

    initial begin
        begin_test("uart_tx_formats");
        sends(8'h03, 8'hA5, 16'b1_10100101_0, 10, 480, "8N1");
        sends(8'h07, 8'hA5, 16'b11_10100101_0, 11, 528, "8N2");
        sends(8'h0B, 8'hA4, 16'b1_0_10100100_0, 11, 528, "8O1");
        sends(8'h1B, 8'hA4, 16'b1_1_10100100_0, 11, 528, "8E1");
        sends(8'h1A, 8'hA4, 16'b1_0_0100100_0, 10, 480, "7E1, the high bit not counted");
        sends(8'h2B, 8'hA5, 16'b1_1_10100101_0, 11, 528, "8M1");
        sends(8'h3B, 8'hA4, 16'b1_0_10100100_0, 11, 528, "8S1");
        sends(8'h01, 8'hF3, 16'b1_110011_0, 8, 384, "6N1");
        sends(8'h00, 8'hF3, 16'b1_10011_0, 7, 336, "5N1");
        sends(8'h04, 8'hF3, 16'b1_10011_0, 7, 360, "5N1.5");
        sends(8'h0C, 8'hF3, 16'b1_0_10011_0, 8, 408, "5O1.5");
        end_test;

        begin_test("uart_divisors");
        setup(1, 8'h03, 8'h01);
        put(THR, 8'hC3);
        receive_bits(10, 16);
        expect_eq(caught, 16'b1_11000011_0, "divisor 1");
        setup(0, 8'h03, 8'h01);
        put(THR, 8'hC3);
        receive_bits(10, 16);
        expect_eq(caught, 16'b1_11000011_0, "divisor 0");
        setup(16'h0101, 8'h03, 8'h01);
        put(THR, 8'hC3);
        receive_bits(10, 16 * 257);
        expect_eq(caught, 16'b1_11000011_0, "divisor 257");
        setup(16'hFFFF, 8'h03, 8'h01);      // a long period must not delay the next, shorter one
        put(LCR, 8'h83);
        put(0, 1);
        put(1, 0);
        put(LCR, 8'h03);
        put(THR, 8'hC3);
        t0 = $time;
        receive_bits(10, 16);
        expect_eq(caught, 16'b1_11000011_0, "divisor 1 after 65535");
        expect_eq(($time - t0) / 10 < 170, 1, "time after 65535");
        end_test;

        begin_test("uart_tx_break");
        setup(1, 8'h43, 8'h01);
        cycles(2);
        expect_eq(pin, 0, "the line in break");
        put(LCR, 8'h03);
        expect_eq(pin, 1, "the line after the break");
        end_test;

        begin_test("uart_rx_formats");
        receives(8'h03, 16'b1_10100101_0, 10, 8'hA5, 8'h61, "8N1");
        receives(8'h0B, 16'b1_0_10100100_0, 11, 8'hA4, 8'h61, "8O1");
        receives(8'h1B, 16'b1_1_10100100_0, 11, 8'hA4, 8'h61, "8E1");
        receives(8'h1A, 16'b1_0_0100100_0, 10, 8'h24, 8'h61, "7E1");
        receives(8'h2B, 16'b1_1_10100101_0, 11, 8'hA5, 8'h61, "8M1");
        receives(8'h3B, 16'b1_0_10100100_0, 11, 8'hA4, 8'h61, "8S1");
        receives(8'h01, 16'b1_110011_0, 8, 8'h33, 8'h61, "6N1");
        receives(8'h00, 16'b1_10011_0, 7, 8'h13, 8'h61, "5N1");
        end_test;

        begin_test("uart_rx_errors");
        receives(8'h0B, 16'b1_1_10100100_0, 11, 8'hA4, 8'hE5, "parity error, odd");
        receives(8'h1B, 16'b1_0_10100100_0, 11, 8'hA4, 8'hE5, "parity error, even");
        receives(8'h2B, 16'b1_0_10100101_0, 11, 8'hA5, 8'hE5, "parity error, mark");
        receives(8'h3B, 16'b1_1_10100101_0, 11, 8'hA5, 8'hE5, "parity error, space");
        receives(8'h03, 16'b0_10100101_0, 10, 8'hA5, 8'hE9, "framing error");
        receives(8'h03, 16'd0, 16, 8'h00, 8'hF9, "break");
        end_test;

        begin_test("uart_rx_after_error");
        setup(3, 8'h03, 8'h01);
        send_bits(16'd0, 16, 48);
        cycles(48);
        send(8'h5A, 48);
        cycles(10);
        get_is(LSR, 8'hF9, "LSR with the break at the head");
        get_is(RBR, 8'h00, "the break's character");
        get_is(LSR, 8'h61, "LSR with the next at the head");
        get_is(RBR, 8'h5A, "the next character");
        get_is(LSR, 8'h60, "LSR at the end");
        end_test;

        begin_test("uart_rx_tolerance");
        setup(4, 8'h03, 8'h01);
        send(8'h55, 62);
        send(8'hC1, 62);
        cycles(100);
        get_is(RBR, 8'h55, "3 % fast");
        get_is(RBR, 8'hC1, "3 % fast");
        send(8'h55, 66);
        send(8'hC1, 66);
        cycles(100);
        get_is(RBR, 8'h55, "3 % slow");
        get_is(RBR, 8'hC1, "3 % slow");
        get_is(LSR, 8'h60, "LSR");
        end_test;

        begin_test("uart_rx_noise");
        setup(4, 8'h03, 8'h01);
        send_bits(0, 1, 20);                // a start bit of a third of its length
        cycles(1000);
        get_is(LSR, 8'h60, "LSR after a short low");
        fork
            send(8'hF0, 64);
            begin                           // one sample in the middle of bit 0 is wrong
                cycles(64 + 32);
                force u_uart.rx = 1'b1;
                cycles(4);
                release u_uart.rx;
            end
        join
        cycles(60);
        get_is(LSR, 8'h61, "LSR");
        get_is(RBR, 8'hF0, "the character");
        end_test;

        begin_test("uart_rx_errors_at_head");
        setup(1, 8'h03, 8'h01);
        send(8'h11, 16);
        send_bits(16'b0_00100010_0, 10, 16);
        cycles(16);
        send(8'h33, 16);
        cycles(20);
        get_is(LSR, 8'hE1, "LSR: the error waits behind");
        get(RBR);
        get_is(LSR, 8'hE9, "LSR: the error is at the head");
        get_is(LSR, 8'h61, "LSR: read once");
        get_is(RBR, 8'h22, "second character");
        get_is(RBR, 8'h33, "third character");
        get_is(LSR, 8'h60, "LSR at the end");
        end_test;

        begin_test("uart_overrun");
        setup(1, 8'h03, 8'h01);
        put(IER, 8'h04);
        for (i = 0; i < 16; i = i + 1) send(8'h40 + i, 16);
        cycles(20);
        get_is(LSR, 8'h61, "LSR with 16 characters");
        expect_eq(irq, 0, "irq with 16 characters");
        send(8'h99, 16);
        cycles(20);
        expect_eq(irq, 1, "irq with 17 characters");
        get_is(IIR, 8'hC6, "IIR with 17 characters");
        get_is(LSR, 8'h63, "LSR with 17 characters");
        get_is(LSR, 8'h61, "LSR read again");
        get_is(IIR, 8'hC1, "IIR after the read of LSR");
        for (i = 0; i < 16; i = i + 1) get_is(RBR, 8'h40 + i, "a character");
        get_is(LSR, 8'h60, "LSR at the end");
        setup(1, 8'h03, 8'h00);
        send(8'h11, 16);
        send(8'h22, 16);
        cycles(20);
        get_is(LSR, 8'h63, "LSR without FIFO");
        get_is(RBR, 8'h22, "the newer character");
        get_is(LSR, 8'h60, "LSR at the end");
        end_test;

        begin_test("uart_trigger_levels");
        for (i = 0; i < 4; i = i + 1) begin
            setup(1, 8'h03, 8'h01 | (i << 6));
            put(IER, 8'h01);
            repeat (i == 0 ? 0 : i == 1 ? 3 : i == 2 ? 7 : 13) send(8'h21, 16);
            cycles(20);
            get_is(IIR, 8'hC1, "IIR one below the level");
            send(8'h21, 16);
            cycles(20);
            get_is(IIR, 8'hC4, "IIR at the level");
            expect_eq(irq, 1, "irq at the level");
            get(RBR);
            get_is(IIR, 8'hC1, "IIR one below again");
        end
        setup(1, 8'h03, 8'h00);
        put(IER, 8'h01);
        send(8'h21, 16);
        cycles(20);
        get_is(IIR, 8'h04, "IIR without FIFO");
        get(RBR);
        get_is(IIR, 8'h01, "IIR after the read");
        end_test;

        begin_test("uart_timeout");
        setup(2, 8'h03, 8'h81);
        put(IER, 8'h01);
        send(8'h21, 32);
        send(8'h22, 32);
        cycles(4 * 320 - 40);
        get_is(IIR, 8'hC1, "IIR before four characters' time");
        cycles(60);
        get_is(IIR, 8'hCC, "IIR after four characters' time");
        expect_eq(irq, 1, "irq");
        get_is(RBR, 8'h21, "the character");
        get_is(IIR, 8'hC1, "IIR after the read");
        cycles(3 * 320 - 40);
        send(8'h23, 32);
        cycles(4 * 320 - 40);
        get_is(IIR, 8'hC1, "IIR: a new character starts the time again");
        cycles(60);
        get_is(IIR, 8'hCC, "IIR after four characters' time");
        put(FCR, 8'h83);
        get_is(IIR, 8'hC1, "IIR after a clear of the FIFO");
        get_is(LSR, 8'h60, "LSR after a clear of the FIFO");
        end_test;

        begin_test("uart_interrupt_order");
        setup(1, 8'h03, 8'h01);
        put(IER, 8'h0F);
        put(MCR, 8'h10);
        put(MCR, 8'h00);
        send_bits(16'b0_00100010_0, 10, 16);
        cycles(20);
        get_is(IIR, 8'hC6, "line status first");
        get(LSR);
        get_is(IIR, 8'hC4, "then data");
        get(RBR);
        get_is(IIR, 8'hC2, "then THR empty");
        get_is(IIR, 8'hC0, "then modem status");
        get(6);
        get_is(IIR, 8'hC1, "then nothing");
        end_test;

        begin_test("uart_loopback");
        setup(1, 8'h03, 8'h01);
        put(MCR, 8'h10);
        put(THR, 8'h96);
        put(THR, 8'h69);
        t0 = 0;
        line = 1'b0;                        // the pin is not listened to
        for (i = 0; i < 400; i = i + 1) begin
            cycles(1);
            if (pin !== 1'b1) t0 = 1;
        end
        line = 1'b1;
        cycles(4);
        expect_eq(t0, 0, "the pin rests");
        get_is(LSR, 8'h61, "LSR");
        get_is(RBR, 8'h96, "first character");
        get_is(RBR, 8'h69, "second character");
        end_test;

        begin_test("uart_fifo_turn_clears");
        setup(1, 8'h03, 8'h01);
        send(8'h11, 16);
        cycles(20);
        put(FCR, 8'h01);
        get_is(LSR, 8'h61, "LSR after FCR written the same");
        put(FCR, 8'h00);
        get_is(LSR, 8'h60, "LSR after the FIFOs were turned off");
        send(8'h22, 16);
        cycles(20);
        put(FCR, 8'h06);
        get_is(LSR, 8'h61, "LSR: clear bits do not count without bit 0");
        end_test;
        $finish;
    end
endmodule
