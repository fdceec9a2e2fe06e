// The other end of an SPI bus, included inside the module of a bench that has sck, mosi, miso and cs_n: in mode
// pol, pha it answers from a string of bits, keeps the bits that it got, and notes when the edges came. Strings are
// sent and kept from the highest bit down.
// SPDX-License-Identifier: ISC

reg         pol = 1'b0;
reg         pha = 1'b0;
reg [159:0] answer;
reg [159:0] heard;
integer     bits;
integer     selections;
integer     t_cs_on;
integer     t_cs_off;
integer     t_lead;                     // the latest leading edge, the first one since it was cleared,
integer     t_first;
integer     t_last;                     // and the latest edge of any kind
integer     t_gap;                      // longest time between a trailing and the next leading edge

always @(negedge cs_n) begin
    selections = selections + 1;
    t_cs_on = $time;
end
always @(posedge cs_n) t_cs_off = $time;

always @(sck) begin
    if (sck === ~pol) begin
        t_lead = $time;
        if (t_first == 0) t_first = $time;
        if (bits != 0 && $time - t_last > t_gap) t_gap = $time - t_last;
        if (pha) miso = answer[159 - bits];
        else heard[159 - bits] = mosi;
    end else if (sck === pol) begin
        if (pha) heard[159 - bits] = mosi;
        bits = bits + 1;
        if (!pha) miso = answer[159 - bits];
    end
    t_last = $time;
end

task slave(input [159:0] say);
    begin
        answer     = say;
        heard      = 160'bx;
        bits       = 0;
        selections = 0;
        t_first    = 0;
        t_gap      = 0;
        miso       = pha ? 1'bx : answer[159];
    end
endtask
