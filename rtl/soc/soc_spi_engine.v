// SPI engine: takes frames, owns the pins, the chip select's timing and the delays between frames. One frame
// is taken with a cycle of `take` while `tx_valid`; a cycle of `rx_valid` gives back what came in with it.
// Half a period of sck lasts div + 1 clocks; delays count whole periods. Registers as SiFive's FU540 manual.
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_spi_engine (
    input  wire        clk,
    input  wire        rst,

    input  wire [11:0] div,
    input  wire        pha,
    input  wire        pol,
    input  wire        cs_default,          // the pin's idle level
    input  wire        cs_auto,             // csmode: deselect after every frame,
    input  wire        cs_off,              // or leave the pin alone (neither: hold)
    input  wire        cs_release,          // one cycle: csmode or csdef has changed
    input  wire [7:0]  cssck,
    input  wire [7:0]  sckcs,
    input  wire [7:0]  intercs,
    input  wire [7:0]  interxfr,
    input  wire        lsb_first,
    input  wire        tx_only,             // what comes in is not wanted
    input  wire [2:0]  last_bit,            // bits a frame, less one

    input  wire        tx_valid,
    input  wire [7:0]  tx_data,
    output wire        take,
    output reg         rx_valid,
    output wire [7:0]  rx_data,

    output reg         sck,
    output reg         mosi,
    input  wire        miso,
    output wire        cs_n
);

    localparam [2:0] IDLE  = 3'd0;          // not selected
    localparam [2:0] LEAD  = 3'd1;          // selected; cssck before the first frame
    localparam [2:0] READY = 3'd2;          // selected, between frames
    localparam [2:0] FRAME = 3'd3;
    localparam [2:0] GAP   = 3'd4;          // interxfr after a frame
    localparam [2:0] TRAIL = 3'd5;          // sckcs before the deselection
    localparam [2:0] REST  = 3'd6;          // deselected; intercs before the next selection

    reg [2:0]  state_q;
    reg [11:0] div_q;                       // clocks left of this half period, less one
    reg [8:0]  halves_q;                    // half periods left of a delay
    reg        selected_q;
    reg        release_q;                   // deselect after the running frame
    reg        want_rx_q;
    reg        second_q;                    // second half of the bit
    reg [2:0]  bit_q;
    reg [7:0]  data_q;                      // bits to send give way to bits received

    wire       tick     = div_q == 12'd0;
    wire       waited   = halves_q == 9'd0;
    wire       last     = bit_q == last_bit;
    wire [2:0] bit_next = bit_q + 3'd1;

    assign take    = (state_q == READY) & tx_valid & ~release_q;
    assign rx_data = data_q;
    assign cs_n    = cs_default ^ selected_q;

    always @(posedge clk) begin
        if (rst) begin
            state_q    <= IDLE;
            div_q      <= 12'd0;
            halves_q   <= 9'd0;
            selected_q <= 1'b0;
            release_q  <= 1'b0;
            want_rx_q  <= 1'b0;
            second_q   <= 1'b0;
            bit_q      <= 3'd0;
            data_q     <= 8'd0;
            rx_valid   <= 1'b0;
            sck        <= 1'b0;
            mosi       <= 1'b0;
        end else if ((state_q == IDLE) & ~tx_valid) begin
            rx_valid  <= 1'b0;
            release_q <= 1'b0;
            sck       <= pol;
        end else begin
            rx_valid <= 1'b0;
            div_q    <= (tick | (state_q == IDLE) | (state_q == READY)) ? div : div_q - 12'd1;
            if (tick & ~waited) begin
                halves_q <= halves_q - 9'd1;
            end
            if (cs_release & (state_q != IDLE) & (state_q != REST)) begin
                release_q <= 1'b1;
            end

            case (state_q)
                IDLE: begin
                    sck        <= pol;
                    release_q  <= 1'b0;
                    state_q    <= LEAD;
                    selected_q <= ~cs_off;
                    halves_q   <= {cssck, 1'b0};
                end
                LEAD, GAP: begin
                    if (waited) begin
                        state_q <= READY;
                    end
                end
                READY: begin
                    if (release_q) begin
                        state_q  <= TRAIL;
                        halves_q <= {sckcs, 1'b0};
                    end else if (tx_valid) begin
                        state_q   <= FRAME;
                        data_q    <= tx_data;
                        mosi      <= tx_data[{3{~lsb_first}}];
                        want_rx_q <= ~tx_only;
                        bit_q     <= 3'd0;
                        second_q  <= 1'b0;
                        sck       <= pol ^ pha;
                        release_q <= cs_auto;
                    end
                end
                // Short frames stand at the top of the byte with MSB first, at the bottom with LSB first.
                // A bit is put out at its start and sampled in its middle. With pha = 0 the middle is the
                // leading edge of sck, with pha = 1 the trailing one.
                FRAME: begin
                    if (tick & ~second_q) begin
                        second_q      <= 1'b1;
                        data_q[bit_q ^ {3{~lsb_first}}] <= miso;
                        sck           <= pol ^ ~pha;
                    end else if (tick & ~last) begin
                        second_q <= 1'b0;
                        bit_q    <= bit_next;
                        mosi     <= data_q[bit_next ^ {3{~lsb_first}}];
                        sck      <= pol ^ pha;
                    end else if (tick) begin
                        rx_valid <= want_rx_q;
                        sck      <= pol;
                        // interxfr is for frames between which the pin stays (delay1).
                        state_q  <= (cs_auto | (interxfr == 8'd0)) ? READY : GAP;
                        halves_q <= {interxfr, 1'b0};
                    end
                end
                TRAIL: begin
                    if (waited) begin
                        state_q    <= REST;
                        selected_q <= 1'b0;
                        release_q  <= 1'b0;
                        halves_q   <= {intercs, 1'b0};
                    end
                end
                default: begin              // REST
                    if (waited) begin
                        state_q <= IDLE;
                    end
                end
            endcase
        end
    end

endmodule

`default_nettype wire
