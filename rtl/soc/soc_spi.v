// SPI controller with the registers of SiFive's FU540 (manual, chapter "Serial Peripheral Interface"), one chip
// select, single-lane protocol, no memory-mapped flash: registers, two FIFOs of 8 and the watermark interrupts
// are here, the pins in soc_spi_engine.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_spi (
    input  wire        clk,
    input  wire        rst,
    input  wire        en,
    input  wire        we,
    input  wire [11:2] adr,
    input  wire [3:0]  sel,
    input  wire [31:0] dat_w,
    output reg  [31:0] dat_r,
    output reg         irq,
    output wire        sck,
    output wire        mosi,
    input  wire        miso,
    output wire        cs_n
);

    localparam [9:0] SCKDIV  = 10'h000;     // byte offset 0x00
    localparam [9:0] SCKMODE = 10'h001;     // 0x04
    localparam [9:0] CSDEF   = 10'h005;     // 0x14; csid, 0x10, is 0: there is but one chip select
    localparam [9:0] CSMODE  = 10'h006;     // 0x18
    localparam [9:0] DELAY0  = 10'h00A;     // 0x28
    localparam [9:0] DELAY1  = 10'h00B;     // 0x2C
    localparam [9:0] FMT     = 10'h010;     // 0x40
    localparam [9:0] TXDATA  = 10'h012;     // 0x48
    localparam [9:0] RXDATA  = 10'h013;     // 0x4C
    localparam [9:0] TXMARK  = 10'h014;     // 0x50
    localparam [9:0] RXMARK  = 10'h015;     // 0x54
    localparam [9:0] IE      = 10'h01C;     // 0x70
    localparam [9:0] IP      = 10'h01D;     // 0x74

    reg [11:0] sckdiv_q;
    reg [1:0]  sckmode_q;                   // pol, pha
    reg        csdef_q;
    reg [1:0]  csmode_q;                    // 0 auto, 2 hold, 3 off
    reg [7:0]  cssck_q;
    reg [7:0]  sckcs_q;
    reg [7:0]  intercs_q;
    reg [7:0]  interxfr_q;
    reg        lsb_first_q;
    reg        tx_only_q;
    reg [3:0]  len_q;
    reg [2:0]  txmark_q;
    reg [2:0]  rxmark_q;
    reg [1:0]  ie_q;                        // receive, transmit watermark

    wire wr      = en & we & sel[0];        // the low byte lane, which every register but three lives in
    wire push    = wr & (adr == TXDATA);
    wire pop     = en & ~we & sel[0] & (adr == RXDATA);

    // csmode 1 is reserved and reads back as auto; lengths other than 1 to 8 read back as 8.
    wire [1:0] csmode_w = dat_w[1] ? dat_w[1:0] : 2'd0;
    wire [3:0] len_w    = (dat_w[19] | (dat_w[18:16] == 3'd0)) ? 4'd8 : {1'b0, dat_w[18:16]};

    always @(posedge clk) begin
        if (rst) begin
            sckdiv_q    <= 12'd3;
            sckmode_q   <= 2'd0;
            csdef_q     <= 1'b1;
            csmode_q    <= 2'd0;
            cssck_q     <= 8'd1;
            sckcs_q     <= 8'd1;
            intercs_q   <= 8'd1;
            interxfr_q  <= 8'd0;
            lsb_first_q <= 1'b0;
            tx_only_q   <= 1'b0;
            len_q       <= 4'd8;
            txmark_q    <= 3'd0;
            rxmark_q    <= 3'd0;
            ie_q        <= 2'd0;
        end else if (en & we) begin
            case (adr)
                SCKDIV: begin
                    if (sel[0]) sckdiv_q[7:0]  <= dat_w[7:0];
                    if (sel[1]) sckdiv_q[11:8] <= dat_w[11:8];
                end
                SCKMODE: if (sel[0]) sckmode_q <= dat_w[1:0];
                CSDEF:   if (sel[0]) csdef_q   <= dat_w[0];
                CSMODE:  if (sel[0]) csmode_q  <= csmode_w;
                DELAY0: begin
                    if (sel[0]) cssck_q <= dat_w[7:0];
                    if (sel[2]) sckcs_q <= dat_w[23:16];
                end
                DELAY1: begin
                    if (sel[0]) intercs_q  <= dat_w[7:0];
                    if (sel[2]) interxfr_q <= dat_w[23:16];
                end
                FMT: begin
                    if (sel[0]) {tx_only_q, lsb_first_q} <= dat_w[3:2];
                    if (sel[2]) len_q <= len_w;
                end
                TXMARK: if (sel[0]) txmark_q <= dat_w[2:0];
                RXMARK: if (sel[0]) rxmark_q <= dat_w[2:0];
                IE:     if (sel[0]) ie_q     <= dat_w[1:0];
                default: ;
            endcase
        end
    end

    // ---- FIFOs and engine
    wire       tx_empty;
    wire       tx_full;
    wire [3:0] tx_count;
    wire [7:0] tx_head;
    wire       take;
    wire       rx_empty;
    wire       rx_full;
    wire [3:0] rx_count;
    wire [7:0] rx_head;
    wire       rx_valid;
    wire [7:0] rx_data;

    soc_fifo #(.WIDTH(8), .LOG(3)) u_tx_fifo (
        .clk(clk), .rst(rst), .clear(1'b0), .push(push), .data(dat_w[7:0]), .pop(take),
        .head(tx_head), .empty(tx_empty), .full(tx_full), .count(tx_count)
    );

    soc_fifo #(.WIDTH(8), .LOG(3)) u_rx_fifo (
        .clk(clk), .rst(rst), .clear(1'b0), .push(rx_valid & ~rx_full), .data(rx_data), .pop(pop),
        .head(rx_head), .empty(rx_empty), .full(rx_full), .count(rx_count)
    );

    wire       cs_release = wr & (((adr == CSMODE) & (csmode_w != csmode_q)) | ((adr == CSDEF) & (dat_w[0] != csdef_q)));
    wire [2:0] last_bit = len_q[2:0] - 3'd1;

    soc_spi_engine u_engine (
        .clk(clk), .rst(rst),
        .div(sckdiv_q), .pha(sckmode_q[0]), .pol(sckmode_q[1]),
        .cs_default(csdef_q), .cs_auto(csmode_q == 2'd0), .cs_off(csmode_q == 2'd3),
        .cs_release(cs_release),
        .cssck(cssck_q), .sckcs(sckcs_q), .intercs(intercs_q), .interxfr(interxfr_q),
        .lsb_first(lsb_first_q), .tx_only(tx_only_q), .last_bit(last_bit),
        .tx_valid(~tx_empty), .tx_data(tx_head), .take(take),
        .rx_valid(rx_valid), .rx_data(rx_data),
        .sck(sck), .mosi(mosi), .miso(miso), .cs_n(cs_n)
    );

    // ---- Watermarks: strictly fewer to send, strictly more received
    wire [1:0] ip = {rx_count > {1'b0, rxmark_q}, tx_count < {1'b0, txmark_q}};

    always @(posedge clk) begin
        if (rst) begin
            irq <= 1'b0;
        end else if (irq | (|ie_q)) begin
            irq <= |(ip & ie_q);
        end
        if (en) begin
            case (adr)
                SCKDIV:  dat_r <= {20'd0, sckdiv_q};
                SCKMODE: dat_r <= {30'd0, sckmode_q};
                CSDEF:   dat_r <= {31'd0, csdef_q};
                CSMODE:  dat_r <= {30'd0, csmode_q};
                DELAY0:  dat_r <= {8'd0, sckcs_q, 8'd0, cssck_q};
                DELAY1:  dat_r <= {8'd0, interxfr_q, 8'd0, intercs_q};
                FMT:     dat_r <= {12'd0, len_q, 12'd0, tx_only_q, lsb_first_q, 2'd0};
                TXDATA:  dat_r <= {tx_full, 31'd0};
                RXDATA:  dat_r <= {rx_empty, 23'd0, rx_head};
                TXMARK:  dat_r <= {29'd0, txmark_q};
                RXMARK:  dat_r <= {29'd0, rxmark_q};
                IE:      dat_r <= {30'd0, ie_q};
                IP:      dat_r <= {30'd0, ip};
                default: dat_r <= 32'd0;    // csid, fctrl, ffmt and the holes
            endcase
        end
    end

    wire unused = &{1'b0, sel[3], dat_w[31:24], dat_w[15:12], len_q[3]};

endmodule

`default_nettype wire
