// DRAM for simulation: a Wishbone B4 slave with registered-feedback bursts. `latency` wait cycles come before
// the first beat (0 = ack in the cycle after stb), then one beat each cycle; beyond `size` bytes it answers err.
// Under Verilator the storage is the harness's (DPI-C), elsewhere an array, loaded from +dram=FILE ($readmemh)
// and zero beside it, or with +dram_unknown unknown.
// SPDX-License-Identifier: ISC

`default_nettype none

module dram
`ifndef VERILATOR
#(
    parameter BYTES = 16 * 1024 * 1024      // the array's size
)
`endif
(
    input  wire        clk,
    input  wire        rst,
    input  wire [15:0] latency,             // wait cycles, may change between accesses
    input  wire [31:0] size,                // bytes, a multiple of 4; at most BYTES without DPI
    input  wire        cyc,
    input  wire        stb,
    input  wire        we,
    input  wire [31:0] adr,
    input  wire [3:0]  sel,
    input  wire [31:0] dat_w,
    input  wire [2:0]  cti,
    input  wire [1:0]  bte,
    output reg  [31:0] dat_r,
    output wire        ack,
    output wire        err
);

    reg        ack_q;
    reg        err_q;
    reg [15:0] wait_q;

    // A burst goes on while the master says "incrementing" on an acknowledged beat (Wishbone B4, section 4).
    reg         first;
    reg         more;
    reg         go;
    reg  [31:0] offset;
    wire        in_range = offset < size;

    // The next beat's word: linear, or wrapping in 4, 8 or 16 words.
    wire [30:2] inc = adr[30:2] + 29'd1;

    always @* begin
        first  = 1'b0;
        more   = 1'b0;
        go     = 1'b0;
        offset = {1'b0, adr[30:2], 2'b00};
        if (cyc & stb) begin
            first = ~ack_q & ~err_q;
            more  = ack_q & (cti == 3'b010);
            go    = more | (first & (wait_q >= latency));
            if (more) begin
                case (bte)
                    2'b00: offset[30:2] = inc;
                    2'b01: offset[3:2]  = inc[3:2];
                    2'b10: offset[4:2]  = inc[4:2];
                    2'b11: offset[5:2]  = inc[5:2];
                endcase
            end
        end
    end

    assign ack = ack_q;
    assign err = err_q;

    always @(posedge clk) begin
        if (rst) begin
            ack_q  <= 1'b0;
            err_q  <= 1'b0;
            wait_q <= 16'd0;
        end else begin
            ack_q  <= go & in_range;
            err_q  <= go & ~in_range;
            wait_q <= (first & ~go) ? wait_q + 16'd1 : 16'd0;
        end
    end

    // A read is done when its ack is made, a write at the end of its acknowledged cycle.
    wire read  = go & in_range & ~we;
    wire write = cyc & stb & ack_q & we & ~rst;
    wire [31:0] write_at = {1'b0, adr[30:2], 2'b00};

`ifdef VERILATOR
    import "DPI-C" function int dram_read(input int addr);
    import "DPI-C" function void dram_write(input int addr, input int data, input int sel);

    always @(posedge clk) begin
        if (read) begin
            dat_r <= dram_read(offset);
        end
        if (write) begin
            dram_write(write_at, dat_w, {28'd0, sel});
        end
    end
`else
    reg [31:0]      mem [0:BYTES/4-1];
    reg [8*512-1:0] file;
    integer         i;

    initial begin
        for (i = 0; i < BYTES / 4 && !$test$plusargs("dram_unknown"); i = i + 1) begin
            mem[i] = 32'd0;
        end
        if ($value$plusargs("dram=%s", file)) begin
            $readmemh(file, mem);
        end
    end

    always @(posedge clk) begin
        if (read) begin
            dat_r <= mem[offset[31:2]];
        end
        if (write) begin
            for (i = 0; i < 4; i = i + 1) begin
                if (sel[i]) begin
                    mem[write_at[31:2]][8*i +: 8] <= dat_w[8*i +: 8];
                end
            end
        end
    end
`endif

    wire unused = &{1'b0, adr[31], adr[1:0]};  // the base, and bytes that sel tells apart

endmodule

`default_nettype wire
