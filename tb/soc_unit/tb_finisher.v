// Bench of the test finisher: what counts as a finish, and for how long it shows.
// SPDX-License-Identifier: ISC

`timescale 1ns/1ns

module tb_finisher;
    `include "device.vh"

    wire        valid;
    wire [31:0] code;
    integer     pulses = 0;

    soc_finisher u_finisher (
        .clk(clk), .rst(rst), .en(en), .we(we), .adr(adr[11:2]), .sel(sel), .dat_w(dat_w),
        .finish_valid(valid), .finish_code(code)
    );
    assign dat_r = 32'd0;

    always @(posedge clk) begin
        if (valid) pulses = pulses + 1;
    end

    initial begin
        begin_test("finisher_word");
        reset;
        expect_eq({valid, code[30:0]}, 0, "state after reset");
        write(0, 32'h00035555);
        cycles(5);
        expect_eq(code, 32'h00035555, "the code");
        expect_eq(pulses, 1, "cycles of finish_valid");
        end_test;

        begin_test("finisher_half_word");
        access(1'b1, 0, 32'hDEAD7777, 4'b0011);
        cycles(2);
        expect_eq(code, 32'h00007777, "the code");
        expect_eq(pulses, 2, "cycles of finish_valid");
        end_test;

        begin_test("finisher_other_accesses");
        write(4, 32'h5555);
        write(32'h800, 32'h5555);
        access(1'b1, 0, 32'h55550000, 4'b1100);
        read(0);
        cycles(2);
        expect_eq(code, 32'h00007777, "the code");
        expect_eq(pulses, 2, "cycles of finish_valid");
        end_test;
        $finish;
    end
endmodule
