// Bench of the UART's registers, modem lines and THRE interrupt, against the PC16550D data sheet.
// SPDX-License-Identifier: ISC

`timescale 1ns/1ns

module tb_uart_regs;
    `include "device.vh"

    localparam RBR = 0, THR = 0, IER = 1, IIR = 2, FCR = 2, LCR = 3, MCR = 4, LSR = 5, MSR = 6, SCR = 7;

    wire pin;
    wire irq;
    reg  line = 1'b1;

    soc_uart u_uart (
        .clk(clk), .rst(rst), .en(en), .we(we), .adr(adr[7:2]), .sel(sel), .dat_w(dat_w), .dat_r(dat_r),
        .irq(irq), .tx(pin), .rx(line)
    );

    // Byte accesses on the lane that the core would use.
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

    initial begin
        begin_test("uart_reset");
        reset;
        expect_eq({pin, irq}, 2'b10, "pin and interrupt");
        get_is(IER, 8'h00, "IER");
        get_is(IIR, 8'h01, "IIR");
        get_is(LCR, 8'h00, "LCR");
        get_is(MCR, 8'h00, "MCR");
        get_is(LSR, 8'h60, "LSR");
        get_is(MSR, 8'hB0, "MSR");
        get_is(SCR, 8'h00, "SCR");
        get_is(RBR, 8'h00, "RBR");
        put(LCR, 8'h80);
        get_is(0, 8'h01, "DLL");
        get_is(1, 8'h00, "DLM");
        end_test;

        begin_test("uart_registers");
        reset;
        put(SCR, 8'hA5);
        put(IER, 8'hFF);
        put(LCR, 8'h7F);
        put(MCR, 8'hFF);
        put(LSR, 8'hFF);
        put(MSR, 8'hFF);
        get_is(SCR, 8'hA5, "SCR");
        get_is(IER, 8'h0F, "IER");
        get_is(LCR, 8'h7F, "LCR");
        get_is(MCR, 8'h1F, "MCR");
        put(LCR, 8'h80);
        put(0, 8'h34);
        put(1, 8'h12);
        get_is(0, 8'h34, "DLL");
        get_is(1, 8'h12, "DLM");
        put(LCR, 8'h03);
        get_is(IER, 8'h0F, "IER behind the divisor");
        get_is(LSR, 8'h60, "LSR after writes to the divisor");
        get_is(8, 8'h00, "offset 8");
        get_is(13, 8'h00, "offset 13");
        put(15, 8'h55);
        get_is(SCR, 8'hA5, "SCR after a write to offset 15");
        end_test;

        begin_test("uart_word_access");
        reset;
        access(1'b1, 4, 32'h5AFFFF13, 4'b1111);
        access(1'b0, 4, 0, 4'b1111);
        expect_eq(got, 32'h13, "word at offset 4: MCR alone");
        get_is(SCR, 8'h00, "SCR");
        put(SCR, 8'h77);
        access(1'b0, 4, 0, 4'b1000);
        expect_eq(got, 32'h77000000, "byte lane of SCR");
        access(1'b0, 4, 0, 4'b1100);
        expect_eq(got & 32'hFF00FFFF, 0, "half word at offset 6: MSR alone");
        end_test;

        begin_test("uart_fifo_enable");
        reset;
        put(FCR, 8'hC0);
        get_is(IIR, 8'h01, "IIR without FIFOs");
        put(FCR, 8'h01);
        get_is(IIR, 8'hC1, "IIR with FIFOs");
        put(FCR, 8'h00);
        get_is(IIR, 8'h01, "IIR without FIFOs again");
        end_test;

        // What Linux's 8250 driver does to tell the kind of UART.
        begin_test("uart_probe");
        reset;
        put(IER, 8'h00);
        get_is(IER, 8'h00, "IER");
        put(IER, 8'h0F);
        get_is(IER, 8'h0F, "IER");
        put(IER, 8'h00);
        put(MCR, 8'h1A);
        get(MSR);
        expect_eq(got & 32'hF0, 32'h90, "MSR in loopback with OUT2 and RTS");
        put(MCR, 8'h00);
        put(LCR, 8'hBF);
        put(FCR, 8'h00);
        put(LCR, 8'h00);
        put(FCR, 8'h01);
        get(IIR);
        expect_eq(got >> 6, 3, "IIR 7:6");
        put(LCR, 8'hBF);
        get(2);
        expect_eq(got != 0, 1, "no enhanced features register");
        put(LCR, 8'h00);
        put(IER, 8'h40);
        get_is(IER, 8'h00, "no XScale bit in IER");
        end_test;

        begin_test("uart_modem_loopback");
        reset;
        put(MCR, 8'h10);
        get_is(MSR, 8'h0B, "CTS, DSR and DCD have gone, RI was not there");
        get_is(MSR, 8'h00, "deltas go with the read");
        put(MCR, 8'h11);
        get_is(MSR, 8'h22, "DTR to DSR");
        put(MCR, 8'h12);
        get_is(MSR, 8'h13, "RTS to CTS");
        put(MCR, 8'h14);
        get_is(MSR, 8'h41, "OUT1 to RI: no delta on the rising edge");
        put(MCR, 8'h18);
        get_is(MSR, 8'h8C, "OUT2 to DCD; RI fell");
        put(MCR, 8'h00);
        get_is(MSR, 8'hB3, "outside loopback");
        end_test;

        begin_test("uart_modem_interrupt");
        reset;
        put(IER, 8'h08);
        expect_eq(irq, 0, "irq");
        put(MCR, 8'h10);
        cycles(2);
        expect_eq(irq, 1, "irq after the lines moved");
        get_is(IIR, 8'h00, "IIR");
        get(MSR);
        get_is(IIR, 8'h01, "IIR after the read of MSR");
        expect_eq(irq, 0, "irq after the read of MSR");
        end_test;

        begin_test("uart_thre_on_enable");
        reset;
        get_is(IIR, 8'h01, "IIR");
        put(IER, 8'h02);
        cycles(1);
        expect_eq(irq, 1, "irq");
        get_is(IIR, 8'h02, "IIR");
        cycles(1);
        expect_eq(irq, 0, "irq after the read of IIR");
        get_is(IIR, 8'h01, "second IIR");
        put(IER, 8'h02);
        get_is(IIR, 8'h01, "IIR with the bit written again");
        put(IER, 8'h00);
        put(IER, 8'h02);
        get_is(IIR, 8'h02, "IIR with the bit turned on again");
        end_test;

        begin_test("uart_thre_on_empty");
        reset;
        put(IER, 8'h02);
        get(IIR);
        put(THR, 8'h41);
        put(THR, 8'h42);
        get_is(LSR, 8'h00, "LSR with both registers full");
        get_is(IIR, 8'h01, "IIR while THR is full");
        while (!irq) cycles(1);
        get_is(LSR, 8'h20, "LSR with the second character on the line");
        get_is(IIR, 8'h02, "IIR");
        cycles(300);
        get_is(LSR, 8'h60, "LSR at the end");
        get_is(IIR, 8'h01, "IIR: once told is enough");
        end_test;

        begin_test("uart_thre_write_clears");
        reset;
        put(IER, 8'h02);
        put(LCR, 8'h80);
        put(0, 8'd40);
        put(LCR, 8'h00);
        put(THR, 8'h41);
        cycles(1500);
        put(THR, 8'h42);
        get_is(IIR, 8'h01, "IIR after a write to THR");
        expect_eq(irq, 0, "irq after a write to THR");
        end_test;

        begin_test("uart_thr_without_fifo");
        reset;
        put(LCR, 8'h83);
        put(0, 8'd10);
        put(LCR, 8'h03);
        put(THR, 8'h41);
        cycles(20);
        get_is(LSR, 8'h20, "LSR with one character in the shift register");
        put(THR, 8'h42);
        get_is(LSR, 8'h00, "LSR with both registers full");
        put(THR, 8'h43);
        cycles(1700);
        get_is(LSR, 8'h20, "LSR after one character's time");
        cycles(1700);
        get_is(LSR, 8'h60, "LSR after two");
        end_test;

        begin_test("uart_tx_fifo_depth");
        reset;
        put(LCR, 8'h83);
        put(0, 8'd10);
        put(LCR, 8'h03);
        put(FCR, 8'h01);
        put(THR, 8'h00);
        cycles(20);                          // it is in the shift register now
        repeat (20) put(THR, 8'h55);         // 16 find room
        cycles(16 * 1600);
        get_is(LSR, 8'h20, "LSR with the last of 17 characters on the line");
        cycles(1600);
        get_is(LSR, 8'h60, "LSR after 17 characters' time");
        repeat (4) put(THR, 8'h55);
        cycles(20);
        put(FCR, 8'h05);
        get_is(LSR, 8'h20, "LSR after a clear of the transmit FIFO");
        end_test;
        $finish;
    end
endmodule
