// Main memory in a single-data-rate SDRAM of 16 bits: 4 banks of 8192 rows of 512 columns, 32 MiB. A Wishbone
// slave; a reading burst must be a whole line of LINE_WORDS, from any word on and around; two cycles a word.
// Owns the chip's initialization, its refresh, and which row is open (one, in one bank). Promises to stay
// within the times below at clocks of up to 66 MHz (-7 parts: tRCD and tRP 20 ns, tRC 65 ns, tWR 14 ns).
// sdram_clk is made outside: a quarter of a cycle behind clk.
// SPDX-License-Identifier: ISC

`default_nettype none

module memory_sdram #(
    parameter CLK_HZ     = 50000000,
    parameter LINE_WORDS = 8,               // the core's
    parameter POWER_UP   = CLK_HZ / 5000    // cycles of rest before the first command: 200 us
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        wb_cyc,
    input  wire        wb_stb,
    input  wire        wb_we,
    input  wire [31:0] wb_adr,
    input  wire [3:0]  wb_sel,
    input  wire [31:0] wb_dat_w,
    input  wire [2:0]  wb_cti,
    input  wire [1:0]  wb_bte,
    output wire [31:0] wb_dat_r,
    output wire        wb_ack,
    output wire        wb_err,

    output wire        sdram_cke,
    output wire        sdram_csn,
    output wire        sdram_rasn,
    output wire        sdram_casn,
    output wire        sdram_wen,
    output wire [12:0] sdram_a,
    output wire [1:0]  sdram_ba,
    output wire [1:0]  sdram_dqm,
    output wire [15:0] sdram_d_out,
    output wire        sdram_d_drive,
    input  wire [15:0] sdram_d_in
);

    // Commands: RAS, CAS, WE, active low
    localparam [2:0] NOP = 3'b111, ACTIVE = 3'b011, READ = 3'b101, WRITE = 3'b100,
                     PRECHARGE = 3'b010, REFRESH = 3'b001, MODE = 3'b000;

    // Bursts of two halfwords, sequential, CAS latency 2
    localparam [12:0] MODE_WORD = 13'b000_0_00_010_0_001;

    // Cycles between two commands, less the one that passes anyhow. From ACTIVE to READ or WRITE it is two
    // cycles, from the last word written to PRECHARGE one, from ACTIVE to PRECHARGE four: long enough.
    localparam [3:0] T_RP = 4'd1, T_RFC = 4'd4, T_MRD = 4'd1;
    localparam [3:0] LINE = LINE_WORDS;
    localparam LW = $clog2(LINE_WORDS);
    localparam INTERVAL = CLK_HZ / 1000 * 75 / 10000;    // between refreshes: at most 7.8 us

    localparam [2:0] POWER = 3'd0, SETUP = 3'd1, IDLE = 3'd2, READING = 3'd3, WRITING = 3'd4;

    reg [2:0]  state_q;
    reg [3:0]  wait_q;
    reg [15:0] timer_q;         // to the next refresh
    reg        due_q;
    reg [2:0]  step_q;          // of the initialization
    reg        open_q;          // a row is open:
    reg        fresh_q;         // and not used yet; it must stay open for a while
    reg [14:0] row_q;           // bank and row
    reg [3:0]  left_q;          // words still to be asked for
    reg [8:1]  column_q;        // of the next word
    reg        second_q;        // the second halfword's cycle
    reg        err_q;

    // ---- The request
    wire request  = wb_cyc & wb_stb & ~err_q;
    wire in_range = wb_adr[30:25] == 6'd0;
    wire [14:0] row = wb_adr[24:10];                // {row, bank}: neighbouring rows in other banks
    wire same_row   = open_q & (row == row_q);
    wire burst      = wb_cti == 3'b010;
    wire ready      = wait_q == 4'd0;

    // ---- Reads under way: a command's words come back four and five cycles behind its decision
    reg [3:0] reading_q;
    wire ask  = state_q == READING & left_q != 4'd0 & ~second_q;
    wire done = state_q == READING & left_q == 4'd0 & reading_q == 4'b1000;

    // ---- What goes to the pins: all from registers, which belong into the I/O cells
    (* syn_useioff *) reg [2:0]  command_q;
    (* syn_useioff *) reg [12:0] a_q;
    (* syn_useioff *) reg [1:0]  ba_q;
    (* syn_useioff *) reg [1:0]  dqm_q;
    (* syn_useioff *) reg [15:0] out_q;
    (* syn_useioff *) reg [15:0] in_q;
    reg        drive_q;
    reg [15:0] low_q;

    assign sdram_cke = 1'b1;
    assign sdram_csn = 1'b0;
    assign {sdram_rasn, sdram_casn, sdram_wen} = command_q;
    assign sdram_a   = a_q;
    assign sdram_ba  = ba_q;
    assign sdram_dqm = dqm_q;
    assign sdram_d_out   = out_q;
    assign sdram_d_drive = drive_q;

    assign wb_ack   = reading_q[3] | (state_q == WRITING & second_q);
    assign wb_err   = err_q;
    assign wb_dat_r = {in_q, low_q};

    always @(posedge clk) begin
        in_q  <= sdram_d_in;
        low_q <= in_q;
        out_q <= second_q ? wb_dat_w[31:16] : wb_dat_w[15:0];
        drive_q <= state_q == WRITING & ~rst;
        dqm_q   <= state_q != WRITING ? 2'b00 : ~(second_q ? wb_sel[3:2] : wb_sel[1:0]);
    end

    always @(posedge clk) begin
        command_q <= NOP;
        a_q       <= {4'd0, column_q, 1'b0};
        ba_q      <= row_q[1:0];
        if (rst) begin
            state_q   <= POWER;
            wait_q    <= 4'd0;
            timer_q   <= POWER_UP[15:0];
            due_q     <= 1'b0;
            step_q    <= 3'd0;
            open_q    <= 1'b0;
            fresh_q   <= 1'b0;
            left_q    <= 4'd0;
            second_q  <= 1'b0;
            reading_q <= 4'd0;
            err_q     <= 1'b0;
        end else begin
            reading_q <= {reading_q[2:0], ask};
            err_q     <= 1'b0;
            if (!ready) wait_q <= wait_q - 4'd1;
            if (timer_q != 16'd0) begin
                timer_q <= timer_q - 16'd1;
            end else if (state_q != POWER) begin
                timer_q <= INTERVAL[15:0];
                due_q   <= 1'b1;
            end

            case (state_q)
                POWER: if (timer_q == 16'd0) state_q <= SETUP;

                // All banks closed, two refreshes, the mode
                SETUP: if (ready) begin
                    step_q <= step_q + 3'd1;
                    case (step_q)
                        3'd0: begin
                            command_q <= PRECHARGE;
                            a_q[10]   <= 1'b1;
                            wait_q    <= T_RP;
                        end
                        3'd1, 3'd2: begin
                            command_q <= REFRESH;
                            wait_q    <= T_RFC;
                        end
                        default: begin
                            command_q <= MODE;
                            a_q       <= MODE_WORD;
                            ba_q      <= 2'd0;
                            wait_q    <= T_MRD;
                            state_q   <= IDLE;
                        end
                    endcase
                end

                IDLE: if (ready) begin
                    column_q <= wb_adr[9:2];
                    left_q   <= burst & ~wb_we ? LINE : 4'd1;
                    second_q <= 1'b0;
                    if (due_q & ~open_q) begin
                        command_q <= REFRESH;
                        wait_q    <= T_RFC;
                        due_q     <= 1'b0;
                    end else if ((due_q & ~fresh_q) | (request & in_range & open_q & ~same_row)) begin
                        command_q <= PRECHARGE;
                        a_q[10]   <= 1'b1;
                        open_q    <= 1'b0;
                        wait_q    <= T_RP;
                    end else if (request & ~in_range) begin
                        err_q     <= 1'b1;
                    end else if (request & ~open_q) begin
                        command_q <= ACTIVE;
                        a_q       <= row[14:2];
                        ba_q      <= row[1:0];
                        open_q    <= 1'b1;
                        fresh_q   <= 1'b1;
                        row_q     <= row;
                    end else if (request) begin
                        state_q   <= wb_we ? WRITING : READING;
                        fresh_q   <= 1'b0;
                    end
                end

                READING: begin
                    second_q <= ask;
                    if (ask) begin
                        command_q <= READ;
                        left_q    <= left_q - 4'd1;
                        column_q[LW:1] <= column_q[LW:1] + 1'b1;
                    end
                    if (done) state_q <= IDLE;
                end

                // One word; its acknowledge is given with the second half, while the data still stands.
                default: begin
                    second_q <= 1'b1;
                    if (!second_q) command_q <= WRITE;
                    else state_q <= IDLE;
                end
            endcase
        end
    end

    wire unused = &{1'b0, wb_bte, wb_adr[31], wb_adr[1:0]};

endmodule

`default_nettype wire
