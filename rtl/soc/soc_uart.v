// UART with the registers of the 16550 (byte offsets 0 to 7): FIFOs, line and modem status, interrupts.
// One bit lasts 16 * divisor clocks; divisor 0 counts as 1, and 1 is its reset value. An access with several
// byte lanes reaches only the lowest. Sections cited are those of the PC16550D data sheet.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_uart (
    input  wire        clk,
    input  wire        rst,
    input  wire        en,
    input  wire        we,
    input  wire [7:2]  adr,
    input  wire [3:0]  sel,
    input  wire [31:0] dat_w,
    output wire [31:0] dat_r,
    output wire        irq,
    output wire        tx,
    input  wire        rx
);

    // ---- Bus: which register, and whether this cycle reads or writes it
    wire      hit = en & (adr[7:3] == 5'd0);
    wire      wr  = hit & we;
    reg [1:0] lane;
    reg [2:0] index;
    reg [7:0] wdata;

    reg  [7:0] lcr_q;
    wire       dlab = lcr_q[7];

    reg wr_div;
    reg wr_thr;
    reg wr_ier;
    reg wr_fcr;
    reg wr_mcr;
    reg rd_rbr;
    reg rd_iir;
    reg rd_lsr;
    reg rd_msr;
    always @* begin
        {wr_div, wr_thr, wr_ier, wr_fcr, wr_mcr, rd_rbr, rd_iir, rd_lsr, rd_msr} = 9'd0;
        {lane, index, wdata} = 13'd0;
        if (hit) begin
            lane   = sel[0] ? 2'd0 : sel[1] ? 2'd1 : sel[2] ? 2'd2 : 2'd3;
            index  = {adr[2], lane};
            wdata  = dat_w[8*lane +: 8];
            wr_div = we & (index[2:1] == 2'd0) & dlab;
            wr_thr = we & (index == 3'd0) & ~dlab;
            wr_ier = we & (index == 3'd1) & ~dlab;
            wr_fcr = we & (index == 3'd2);
            wr_mcr = we & (index == 3'd4);
            rd_rbr = ~we & (index == 3'd0) & ~dlab;
            rd_iir = ~we & (index == 3'd2);
            rd_lsr = ~we & (index == 3'd5);
            rd_msr = ~we & (index == 3'd6);
        end
    end

    // ---- Plain registers
    reg [15:0] divisor_q;
    reg [3:0]  ier_q;                       // modem, line, THR empty, data
    reg        fifo_on_q;
    reg [1:0]  trigger_q;
    reg [4:0]  mcr_q;                       // loop, OUT2, OUT1, RTS, DTR
    reg [7:0]  scratch_q;
    wire       loop = mcr_q[4];

    always @(posedge clk) begin
        if (rst) begin
            divisor_q <= 16'd1;
            ier_q     <= 4'd0;
            fifo_on_q <= 1'b0;
            trigger_q <= 2'd0;
            lcr_q     <= 8'd0;
            mcr_q     <= 5'd0;
            scratch_q <= 8'd0;
        end else if (wr) begin
            case (index)
                3'd0: if (dlab) divisor_q[7:0] <= wdata;
                3'd1: if (dlab) divisor_q[15:8] <= wdata; else ier_q <= wdata[3:0];
                3'd2: begin
                    fifo_on_q <= wdata[0];
                    if (wdata[0]) trigger_q <= wdata[7:6];
                end
                3'd3: lcr_q <= wdata;
                3'd4: mcr_q <= wdata[4:0];
                3'd7: scratch_q <= wdata;
                default: ;                  // LSR and MSR are not written
            endcase
        end
    end

    // Writing FCR with FIFOs turned on or off empties both; bits 2:1 count only with bit 0 set (8.4).
    wire fifo_turn = wr_fcr & (wdata[0] != fifo_on_q);
    wire rx_clear  = fifo_turn | (wr_fcr & wdata[0] & wdata[1]);
    wire tx_clear  = fifo_turn | (wr_fcr & wdata[0] & wdata[2]);

    // ---- Sleep: the whole device stands still, its baud clock too, while it is not accessed and no character is on its
    // way or in a FIFO. It goes on for some cycles after the last of these, until status and interrupt have settled.
    wire       tx_busy;
    wire       tx_empty;
    wire       rx_busy;
    wire       rx_empty;
    reg  [3:0] stirred_q;
    wire       stirs = en | ~tx_empty | tx_busy | rx_busy | ~rx_empty;
    wire       awake = stirs | (|stirred_q);

    always @(posedge clk) begin
        if (rst) begin
            stirred_q <= 4'd0;
        end else if (awake) begin
            stirred_q <= {stirred_q[2:0], stirs};
        end
    end

    // ---- Baud clock: 16 ticks a bit
    reg  [15:0] baud_q;
    wire        tick = awake & (baud_q == 16'd0);
    reg         baud_new_q;                 // a new divisor counts at once

    always @(posedge clk) begin
        if (rst) begin
            baud_q     <= 16'd0;
            baud_new_q <= 1'b0;
        end else if (awake) begin
            baud_new_q <= wr_div;
            if (~tick & ~baud_new_q) begin
                baud_q <= baud_q - 16'd1;
            end else begin
                baud_q <= (divisor_q == 16'd0) ? 16'd0 : divisor_q - 16'd1;
            end
        end
    end

    // ---- Transmitter
    wire       tx_ready;
    wire       tx_line;
    wire       tx_full;
    wire [7:0] tx_head;
    wire [4:0] tx_count;
    wire       tx_pop  = tx_ready & tick & ~tx_empty;
    wire       tx_room = fifo_on_q ? ~tx_full : tx_empty;

    soc_fifo #(.WIDTH(8), .LOG(4)) u_tx_fifo (
        .clk(clk), .rst(rst), .clear(tx_clear),
        .push(wr_thr & tx_room), .data(wdata), .pop(tx_pop),
        .head(tx_head), .empty(tx_empty), .full(tx_full), .count(tx_count)
    );

    soc_uart_tx u_tx (
        .clk(clk), .rst(rst), .tick(tick), .lcr(lcr_q[5:0]),
        .valid(~tx_empty), .data(tx_head), .ready(tx_ready),
        .busy(tx_busy), .tx(tx_line)
    );

    wire tx_out = tx_line & ~lcr_q[6];      // LCR 6 holds the line at space: break
    assign tx = tx_out | loop;              // in loopback the pin rests

    // ---- Receiver
    wire       rx_valid;
    wire [7:0] rx_data;
    wire       rx_pe;
    wire       rx_fe;
    wire       rx_bi;
    wire [10:0] rx_head;
    wire       rx_full;
    wire [4:0] rx_count;

    soc_uart_rx u_rx (
        .clk(clk), .rst(rst), .tick(tick), .lcr(lcr_q[5:0]), .rx(loop ? tx_out : rx),
        .busy(rx_busy), .valid(rx_valid), .data(rx_data),
        .parity_error(rx_pe), .framing_error(rx_fe), .break_char(rx_bi)
    );

    // A character too many: with FIFOs it is lost, without it takes the old one's place (8.5, bit 1).
    reg  rx_over;
    wire rx_replace = rx_over & ~fifo_on_q;
    always @* begin
        rx_over = 1'b0;
        if (rx_valid) begin
            rx_over = fifo_on_q ? rx_full : ~rx_empty;
        end
    end

    soc_fifo #(.WIDTH(11), .LOG(4)) u_rx_fifo (
        .clk(clk), .rst(rst), .clear(rx_clear),
        .push(rx_valid), .data({rx_bi, rx_fe, rx_pe, rx_data}), .pop(rd_rbr | rx_replace),
        .head(rx_head), .empty(rx_empty), .full(rx_full), .count(rx_count)
    );

    // ---- Line status. An error shows when its character gets to the head of the FIFO, and until LSR is read.
    reg        rx_moved_q;                  // the head is new and its errors are not yet in rx_err_q
    reg  [2:0] rx_err_q;                    // break, framing, parity
    reg        overrun_q;
    reg  [4:0] hidden_q;                    // characters with errors in the FIFO, not yet shown
    reg  [2:0] rx_show;
    wire [2:0] rx_err    = rx_err_q | rx_show;
    reg        hide_more;
    wire       hide_less = |rx_show;

    always @* begin
        rx_show   = 3'd0;
        hide_more = 1'b0;
        if (rx_moved_q & ~rx_empty) begin
            rx_show = rx_head[10:8];
        end
        if (rx_valid) begin
            hide_more = ~rx_over & (rx_bi | rx_fe | rx_pe);
        end
    end

    always @(posedge clk) begin
        if (rst) begin
            rx_moved_q <= 1'b0;
            rx_err_q   <= 3'd0;
            overrun_q  <= 1'b0;
            hidden_q   <= 5'd0;
        end else if (hit | rx_valid | rx_moved_q) begin
            rx_moved_q <= rd_rbr | rx_replace | (rx_valid & rx_empty);
            rx_err_q   <= rd_lsr ? 3'd0 : rx_err;
            overrun_q  <= rx_over | (overrun_q & ~rd_lsr);
            if (rx_clear) begin
                hidden_q <= 5'd0;
            end else if (hide_more != hide_less) begin
                hidden_q <= hide_more ? hidden_q + 5'd1 : hidden_q - 5'd1;
            end
        end
    end

    wire       thr_empty = tx_empty;
    wire [7:0] lsr = {fifo_on_q & ((|hidden_q) | (|rx_err)), tx_empty & tx_ready, thr_empty,
                      rx_err, overrun_q, ~rx_empty};

    // ---- Modem status: no pins. Outside loopback CTS, DSR and DCD are there and RI is not.
    reg  [3:0] lines_q;
    reg  [3:0] delta_q;                     // DCD, RI (trailing edge), DSR, CTS changed
    reg        mcr_new_q;                   // only a write to MCR moves the lines
    reg  [3:0] lines;
    always @* begin
        lines = 4'b1011;
        if (loop) begin
            lines = {mcr_q[3], mcr_q[2], mcr_q[0], mcr_q[1]};
        end
    end

    always @(posedge clk) begin
        if (rst) begin
            lines_q   <= 4'b1011;
            delta_q   <= 4'd0;
            mcr_new_q <= 1'b0;
        end else if (awake) begin
            mcr_new_q <= wr_mcr;
            if (mcr_new_q | rd_msr) begin
                lines_q <= lines;
                delta_q <= {lines[3] ^ lines_q[3], lines_q[2] & ~lines[2], lines[1:0] ^ lines_q[1:0]}
                         | (delta_q & ~{4{rd_msr}});
            end
        end
    end

    // ---- Character timeout (8.4.1): something in the FIFO, and for four characters' time neither a new
    // character nor a read. The count runs in ticks; 64 ticks are four bits.
    reg  [9:0] idle_q;
    reg        timeout_q;
    wire [3:0] char_bits = 4'd7 + {2'd0, lcr_q[1:0]} + {3'd0, lcr_q[3]} + {3'd0, lcr_q[2]};

    always @(posedge clk) begin
        if (rst) begin
            idle_q    <= 10'd0;
            timeout_q <= 1'b0;
        end else if (awake) begin
            if (rx_empty | ~fifo_on_q | rd_rbr) begin
                idle_q    <= 10'd0;
                timeout_q <= 1'b0;
            end else if (rx_valid) begin
                idle_q <= 10'd0;
            end else if (idle_q[9:6] == char_bits) begin
                timeout_q <= 1'b1;
            end else if (tick) begin
                idle_q <= idle_q + 10'd1;
            end
        end
    end

    // ---- Interrupts, in the order of 8.6
    reg        thre_q;                      // THR has become empty and nobody has been told
    reg  [4:0] level;
    reg  [3:0] cause;                       // as IIR shows it; 1 is none

    always @* begin
        level = 5'd1;
        cause = 4'h1;
        if (awake & (|ier_q)) begin
            if (fifo_on_q) begin
                case (trigger_q)
                    2'd0: level = 5'd1;
                    2'd1: level = 5'd4;
                    2'd2: level = 5'd8;
                    2'd3: level = 5'd14;
                endcase
            end
            if (ier_q[2] & (overrun_q | (|rx_err))) begin
                cause = 4'h6;
            end else if (ier_q[0] & (rx_count >= level)) begin
                cause = 4'h4;
            end else if (ier_q[0] & timeout_q) begin
                cause = 4'hC;
            end else if (ier_q[1] & thre_q) begin
                cause = 4'h2;
            end else if (ier_q[3] & (|delta_q)) begin
                cause = 4'h0;
            end
        end
    end

    reg        irq_q;
    reg        was_empty_q;

    // The THRE interrupt comes when THR gets empty, and when it is enabled while THR is empty; it goes with
    // a write to THR, or with the read of an IIR that names it.
    always @(posedge clk) begin
        if (rst) begin
            thre_q      <= 1'b0;
            was_empty_q <= 1'b1;
            irq_q       <= 1'b0;
        end else if (awake) begin
            was_empty_q <= thr_empty;
            irq_q       <= ~cause[0];
            if (wr_thr) begin
                thre_q <= 1'b0;
            end else if (thr_empty & ~was_empty_q) begin
                thre_q <= 1'b1;
            end else if (wr_ier) begin
                thre_q <= thre_q | (wdata[1] & ~ier_q[1] & thr_empty);
            end else if (rd_iir & (cause == 4'h2)) begin
                thre_q <= 1'b0;
            end
        end
    end

    assign irq = irq_q;

    // ---- Read data: the byte stands on all lanes of the next cycle, the core picks its own
    reg [7:0] byte_q;
    reg [1:0] lane_q;
    always @(posedge clk) begin
        if (en & ~we) begin
            lane_q <= lane;
            case (index)
                3'd0: byte_q <= dlab ? divisor_q[7:0] : rx_head[7:0];
                3'd1: byte_q <= dlab ? divisor_q[15:8] : {4'd0, ier_q};
                3'd2: byte_q <= {{2{fifo_on_q}}, 2'd0, cause};
                3'd3: byte_q <= lcr_q;
                3'd4: byte_q <= {3'd0, mcr_q};
                3'd5: byte_q <= lsr;
                3'd6: byte_q <= {lines, delta_q};
                3'd7: byte_q <= scratch_q;
            endcase
            if (~hit) begin
                byte_q <= 8'd0;
            end
        end
    end
    assign dat_r = {24'd0, byte_q} << {lane_q, 3'd0};

    wire unused = &{1'b0, sel[3], tx_count};  // the last lane is what no other lane leaves

endmodule

`default_nettype wire
