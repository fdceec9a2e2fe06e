// Boot ROM: 4 KiB that hold the reset code and the device tree blob. Read data stands in the cycle after
// `en`; the content comes from ROM_FILE, one 32-bit word in hexadecimal a line (build/rom.hex).
// SPDX-License-Identifier: ISC

`default_nettype none

module soc_rom #(
    parameter ROM_FILE = ""
) (
    input  wire        clk,
    input  wire        en,
    input  wire [11:2] adr,
    output reg  [31:0] dat_r
);

    reg [31:0] mem [0:1023];

    generate
        if (ROM_FILE != "") begin : g_file
            initial $readmemh(ROM_FILE, mem);
        end
    endgenerate

`ifndef SYNTHESIS
    // A simulation may bring another ROM, made for the DRAM size it was told: +rom=FILE.
    reg [8*512-1:0] plus_file;
    initial begin
        if ($value$plusargs("rom=%s", plus_file)) begin
            $readmemh(plus_file, mem);
        end
    end
`endif

    always @(posedge clk) begin
        if (en) begin
            dat_r <= mem[adr];
        end
    end

endmodule

`default_nettype wire
