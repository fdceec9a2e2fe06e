// Model of the SDRAM chip on the ULX3S: 16 bits, 4 banks of 8192 rows of 512 columns. Checks what the controller
// promises (initialization, distances between commands in ns, refresh, a row open when it is used) and says
// FAIL at the first breach. Bursts of two, CAS latency 2: the only mode it takes.
// SPDX-License-Identifier: ISC

`timescale 1ns / 1ps
`default_nettype none

module sdram_chip #(
    parameter REST_NS = 100000              // from power-up to the first command
) (
    input  wire        clk,
    input  wire        cke,
    input  wire        csn,
    input  wire        rasn,
    input  wire        casn,
    input  wire        wen,
    input  wire [12:0] a,
    input  wire [1:0]  ba,
    input  wire [1:0]  dqm,
    inout  wire [15:0] dq
);

    // Nanoseconds, of a -7 part
    localparam T_RCD = 20, T_RP = 20, T_RAS = 45, T_RC = 65, T_WR = 14, T_AC = 6, T_OH = 3;
    localparam T_REFRESH = 64000000;        // all 8192 rows

    reg [15:0] mem [0:16777215];

    reg [3:0]  open = 4'd0;
    reg [12:0] row [0:3];
    realtime   activated [0:3];
    realtime   closed [0:3];
    realtime   written [0:3];
    realtime   refreshed = 0;
    realtime   window = 0;                  // in which 8192 refreshes are due
    integer    refreshes = 0;
    integer    in_window = 0;
    reg        ready = 1'b0;                // the mode is set
    reg        failed = 1'b0;

    task breach(input [8*40-1:0] what);
        begin
            if (!failed) $display("FAIL sdram: %0s at %0t", what, $realtime);
            failed = 1'b1;
        end
    endtask

    integer i;
    initial begin
        for (i = 0; i < 4; i = i + 1) begin
            row[i] = 13'd0;
            activated[i] = 0;
            closed[i] = 0;
            written[i] = 0;
        end
    end

    // ---- Bursts under way: two halfwords each
    reg [23:0] write_at;
    reg        write_more = 1'b0;
    reg [23:0] read_at [0:3];               // by cycles to go
    reg [3:0]  read_due = 4'd0;
    reg [15:0] out = 16'd0;
    reg        drive = 1'b0;
    assign dq = drive ? out : 16'hzzzz;

    wire [2:0]  command = {rasn, casn, wen};
    wire [23:0] at = {row[ba], ba, a[8:0]};

    task store(input [23:0] where);
        begin
            if (!dqm[0]) mem[where][7:0]  = dq[7:0];
            if (!dqm[1]) mem[where][15:8] = dq[15:8];
            if (^dq === 1'bx && dqm == 2'b00) breach("unknown data written");
        end
    endtask

    always @(posedge clk) begin
        if (write_more) begin
            store(write_at + 24'd1);
            written[write_at[10:9]] = $realtime;
            write_more = 1'b0;
        end
        // A read asked for at this edge is driven after the next one, and once more.
        read_due   = {1'b0, read_due[3:1]};
        read_at[0] = read_at[1];
        read_at[1] = read_at[2];
        if (!csn && cke) case (command)
            3'b011: begin                   // ACTIVE
                if (!ready) breach("ACTIVE before the mode is set");
                if (open[ba]) breach("ACTIVE of an open bank");
                if ($realtime - closed[ba] < T_RP) breach("ACTIVE too soon after PRECHARGE");
                if ($realtime - activated[ba] < T_RC) breach("ACTIVE too soon after ACTIVE");
                if ($realtime - refreshed < T_RC) breach("ACTIVE too soon after REFRESH");
                open[ba]      = 1'b1;
                row[ba]       = a;
                activated[ba] = $realtime;
            end
            3'b101, 3'b100: begin           // READ, WRITE
                if (!open[ba]) breach("access to a closed row");
                if ($realtime - activated[ba] < T_RCD) breach("access too soon after ACTIVE");
                if (a[10]) breach("auto-precharge is not modelled");
                if (a[0]) breach("a burst of two from its second half");
                if (wen) begin
                    read_at[1] = at;
                    read_at[2] = at + 24'd1;
                    read_due   = read_due | 4'b0110;
                end else begin
                    if (drive || read_due[1:0] != 2'b00) breach("WRITE while data are being read");
                    store(at);
                    write_at   = at;
                    write_more = 1'b1;
                    written[ba] = $realtime;
                end
            end
            3'b010: begin                   // PRECHARGE
                if ($realtime < REST_NS) breach("command before the chip has rested");
                for (i = 0; i < 4; i = i + 1) begin
                    if (a[10] || ba == i[1:0]) begin
                        if (open[i] && $realtime - activated[i] < T_RAS) breach("PRECHARGE too soon after ACTIVE");
                        if (open[i] && $realtime - written[i] < T_WR) breach("PRECHARGE too soon after data");
                        open[i]   = 1'b0;
                        closed[i] = $realtime;
                    end
                end
            end
            3'b001: begin                   // REFRESH
                if (open != 4'd0) breach("REFRESH with a row open");
                if ($realtime - closed[0] < T_RP) breach("REFRESH too soon after PRECHARGE");
                if ($realtime - refreshed < T_RC) breach("REFRESH too soon after REFRESH");
                refreshed = $realtime;
                refreshes = refreshes + 1;
                in_window = in_window + 1;
            end
            3'b000: begin                   // MODE
                if (refreshes < 2) breach("mode set before two refreshes");
                if (a != 13'h021 || ba != 2'd0) breach("a mode other than burst 2, latency 2");
                if ($realtime - refreshed < T_RC) breach("mode set too soon after REFRESH");
                ready    = 1'b1;
                window   = $realtime;
                in_window = 0;
            end
            default: ;
        endcase
        if (ready && $realtime - window >= T_REFRESH) begin
            if (in_window < 8192) breach("fewer than 8192 refreshes in 64 ms");
            window    = $realtime;
            in_window = 0;
        end
        if (ready && $realtime - refreshed > 9 * 7813) breach("no refresh for long");
    end

    // Data stand from T_AC after the edge before the one that takes them until T_OH after that one.
    always @(posedge clk) begin
        #(T_OH) drive = 1'b0;
        #(T_AC - T_OH);
        drive = read_due[0];
        out   = mem[read_at[0]];
    end

endmodule

`default_nettype wire
