// The report of a bench, included inside its module: begin_test(name), any number of expect_eq, end_test. A test
// prints one line, PASS name or FAIL name: why, with the first thing that went wrong; an unknown value is wrong too.
// SPDX-License-Identifier: ISC

reg [8*40-1:0] test_name;
reg            test_ok;

task begin_test(input [8*40-1:0] name);
    begin
        test_name = name;
        test_ok   = 1'b1;
    end
endtask

task expect_eq(input [31:0] got, input [31:0] want, input [8*60-1:0] what);
    begin
        if (got !== want && test_ok) begin
            test_ok = 1'b0;
            $display("FAIL %0s: %0s is %h, not %h, at %0t", test_name, what, got, want, $time);
        end
    end
endtask

task end_test;
    begin
        if (test_ok) begin
            $display("PASS %0s", test_name);
        end
    end
endtask

// A bench that hangs says so.
initial begin
    #10000000;
    $display("FAIL %0s: the bench did not end", test_name);
    $finish;
end
