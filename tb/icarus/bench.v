// The machine on a second, four-state simulator. Runs one image, prints what its
// serial line sends, writes the retire trace (columns: tb/retire_trace.c) with the
// same cycle numbers as the harness in C, and ends on the finisher or tohost.
// Promises: an unknown value that reaches state is an error, said with its cycle.
// Nothing is initialized here but the image in DRAM and the boot ROM; with
// +dram_unknown the rest of DRAM is unknown too.
//
//   vvp bench.vvp +rom=FILE +dram=FILE [+dram_unknown] [+trace=FILE] [+tohost=HEX]
//                 [+cycles=N] [+latency=N]
// SPDX-License-Identifier: ISC

`default_nettype none
`include "rvfi_ports.vh"

`define KNOWN(value, text) if (^(value) === 1'bx) unknown(text);
`define CORE u_top.u_soc.u_core

module bench;
    localparam RESET_CYCLES = 4;
    localparam DRAM_BYTES   = 32'h0100_0000;
    localparam FINISHER     = 34'h0_0010_0000;

    reg         clk, rst;
    reg  [15:0] latency;
    wire        uart_tx, spi_sck, spi_mosi, spi_cs_n, finish_valid;
    wire [31:0] finish_code;
    wire [1:0]  mode;
    wire [3:0]  asid_bits;

    `define AFTER(name)  , .rvfi_csr_``name``_wdata(rvfi_csr_``name``_wdata)
    `define BEFORE(name) , .rvfi_csr_``name``_rdata()
    wire        rvfi_valid, rvfi_trap, rvfi_halt, rvfi_intr;
    wire [63:0] rvfi_order;
    wire [1:0]  rvfi_mode, rvfi_ixl;
    wire [4:0]  rvfi_rs1_addr, rvfi_rs2_addr, rvfi_rd_addr;
    wire [31:0] rvfi_insn, rvfi_rs1_rdata, rvfi_rs2_rdata, rvfi_rd_wdata, rvfi_pc_rdata, rvfi_pc_wdata;
    wire [31:0] rvfi_mem_addr, rvfi_mem_rdata, rvfi_mem_wdata, rvfi_mem_pte0, rvfi_pc_pte0;
    wire [31:0] rvfi_csr_mip_rdata, rvfi_csr_mstatus_wdata, rvfi_csr_mepc_wdata, rvfi_csr_mcause_wdata;
    wire [31:0] rvfi_csr_mtval_wdata, rvfi_csr_sepc_wdata, rvfi_csr_scause_wdata, rvfi_csr_stval_wdata;
    wire [31:0] rvfi_csr_satp_wdata, rvfi_csr_upmar_wdata, rvfi_csr_gtbl_wdata;
    wire [33:0] rvfi_mem_paddr, rvfi_pc_paddr;
    wire [3:0]  rvfi_mem_rmask, rvfi_mem_wmask;
    wire [9:0]  rvfi_event;

    sim_top u_top (
        .clk(clk), .rst(rst), .dram_latency(latency), .dram_bytes(DRAM_BYTES),
        .uart_tx(uart_tx), .uart_rx(1'b1),
        .spi_sck(spi_sck), .spi_mosi(spi_mosi), .spi_miso(1'b1), .spi_cs_n(spi_cs_n),
        .finish_valid(finish_valid), .finish_code(finish_code), .mode(mode), .asid_bits(asid_bits)
        `RVFI_INSN_CONN
        `AFTER(mstatus) `AFTER(mepc) `AFTER(mcause) `AFTER(mtval) `AFTER(sepc) `AFTER(scause) `AFTER(stval)
        `AFTER(satp) `AFTER(upmar) `AFTER(gtbl)
        `BEFORE(mstatus) `BEFORE(mepc) `BEFORE(mcause) `BEFORE(mtval) `BEFORE(scause)
    );

    serial_printer u_printer (
        .clk(clk), .rst(rst), .line(uart_tx), .divisor(u_top.u_soc.u_uart.divisor_q),
        .size(u_top.u_soc.u_uart.lcr_q[1:0]), .parity(u_top.u_soc.u_uart.lcr_q[3])
    );

    // ---------------------------------------------------------- unknown values
    reg [63:0] cycle;
    reg        failed;

    task unknown(input [8*32-1:0] what);
        begin
            if (!failed) $display("\nbench: cycle %0d: unknown value: %0s", cycle, what);
            failed = 1'b1;
        end
    endtask

    wire [31:0] bus_lanes = {{8{u_top.sel[3]}}, {8{u_top.sel[2]}}, {8{u_top.sel[1]}}, {8{u_top.sel[0]}}};
    wire [31:0] store_lanes = {{8{`CORE.w_be[3]}}, {8{`CORE.w_be[2]}}, {8{`CORE.w_be[1]}}, {8{`CORE.w_be[0]}}};

    // A line that is written back may hold words that nobody has written: what a
    // store puts in is checked where it happens, not the line on the bus.
    task check_every_cycle;
        begin
            `KNOWN(rvfi_valid, "rvfi_valid")
            `KNOWN(mode, "mode")
            `KNOWN({uart_tx, spi_sck, spi_cs_n, finish_valid}, "a pin")
            `KNOWN(u_top.cyc && u_top.stb, "bus request")
            if (u_top.cyc && u_top.stb) begin
                `KNOWN({u_top.we, u_top.adr, u_top.sel, u_top.cti, u_top.bte}, "bus address")
            end
            `KNOWN({`CORE.d_valid, `CORE.x_valid, `CORE.m_valid, `CORE.w_valid}, "a stage's valid bit")
            `KNOWN({`CORE.u_fetch.running, `CORE.u_fetch.state_q}, "state of fetch")
            `KNOWN(`CORE.u_mmu.u_walker.state_q, "state of the walker")
            `KNOWN(`CORE.u_mmu.serving_q, "state of the MMU")
            `KNOWN(`CORE.u_gate.state_q, "state of the gate unit")
            `KNOWN(`CORE.u_dcache.state_q, "state of the data cache")
            `KNOWN({`CORE.u_icache.wb_cyc, `CORE.u_icache.sweeping}, "state of the instruction cache")
            `KNOWN(`CORE.u_itlb.valid_q, "valid bits of the fetch TLB")
            `KNOWN(`CORE.u_dtlb.valid_q, "valid bits of the data TLB")
            `KNOWN(`CORE.u_mmu.u_tlb.valid_q, "valid bits of the TLB")
            `KNOWN({`CORE.mstatus, `CORE.mie, `CORE.mip}, "mstatus, mie or mip")
            `KNOWN({`CORE.medeleg, `CORE.mideleg, `CORE.mtvec, `CORE.stvec}, "a trap CSR")
            `KNOWN({`CORE.mepc, `CORE.mcause, `CORE.mtval}, "mepc, mcause or mtval")
            `KNOWN({`CORE.sepc, `CORE.scause, `CORE.stval}, "sepc, scause or stval")
            `KNOWN({`CORE.satp, `CORE.upmar, `CORE.gtbl}, "satp, upmar or gtbl")
            `KNOWN({`CORE.file_we, `CORE.store, `CORE.csr_write}, "a write enable")
            if (`CORE.file_we) begin
                `KNOWN({`CORE.file_wa, `CORE.file_wd}, "written to a register")
            end
            if (`CORE.csr_write) begin
                `KNOWN(`CORE.csr_wdata, "written to a CSR")
            end
            if (`CORE.store) begin
                `KNOWN({`CORE.w_pa, `CORE.w_be, `CORE.store_data & store_lanes}, "stored")
            end
            if ((`CORE.u_mmu.f_fill || `CORE.u_mmu.d_fill) && `CORE.u_mmu.fill_good) begin
                `KNOWN({`CORE.fill_va, `CORE.fill_pte, `CORE.fill_big, `CORE.fill_user_map}, "filled into a TLB")
            end
        end
    endtask

    task check_record;
        begin
            `KNOWN({rvfi_order, rvfi_insn, rvfi_pc_rdata, rvfi_pc_wdata}, "instruction or pc")
            `KNOWN({rvfi_trap, rvfi_intr, rvfi_mode, rvfi_event}, "trap, mode or event")
            `KNOWN({rvfi_rd_addr, rvfi_rd_wdata}, "destination register")
            `KNOWN({rvfi_mem_addr, rvfi_mem_paddr, rvfi_mem_rmask, rvfi_mem_wmask}, "memory address")
            `KNOWN({rvfi_mem_rdata, rvfi_mem_wdata}, "memory data")
            `KNOWN({rvfi_mem_pte0, rvfi_pc_pte0, rvfi_pc_paddr}, "translation")
        end
    endtask

    // ------------------------------------------------------------------- trace
    integer     trace;
    reg [9:0]   events;

    task write_record;
        begin
            $fwrite(trace, "%0d %0d %0d %h %h %h %b %b ", cycle, rvfi_order, rvfi_mode, rvfi_pc_rdata,
                    rvfi_insn, rvfi_pc_wdata, rvfi_trap, rvfi_intr);
            $fwrite(trace, "%0d %h %h %h %h %h %h %h %h %h %h ", rvfi_rd_addr, rvfi_rd_wdata,
                    rvfi_mem_addr, rvfi_mem_paddr, rvfi_mem_rmask, rvfi_mem_wmask, rvfi_mem_rdata,
                    rvfi_mem_wdata, rvfi_mem_pte0, rvfi_pc_paddr, rvfi_pc_pte0);
            $fwrite(trace, "%h %h %h %h %h %h %h %h %h %h %h %h\n", rvfi_csr_mip_rdata,
                    rvfi_csr_mstatus_wdata, rvfi_csr_mepc_wdata, rvfi_csr_mcause_wdata,
                    rvfi_csr_mtval_wdata, rvfi_csr_sepc_wdata, rvfi_csr_scause_wdata,
                    rvfi_csr_stval_wdata, rvfi_csr_satp_wdata, rvfi_csr_upmar_wdata,
                    rvfi_csr_gtbl_wdata, events & 10'h1ff);
        end
    endtask

    // --------------------------------------------------------------------- run
    reg [8*512-1:0] trace_file;
    reg [31:0]  tohost, finish_word;
    reg [63:0]  limit;
    reg         has_tohost, finish_stored, finish_pin, ended;
    integer     status, i;

    task reset;
        begin
            rst = 1'b1;
            for (i = 0; i < RESET_CYCLES; i = i + 1) begin
                clk = 1'b0; #1;
                clk = 1'b1; #1;
            end
            rst = 1'b0;
            finish_stored = 1'b0;
            finish_pin    = 1'b0;
        end
    endtask

    // The finisher ends the run when both its store has retired and its pin has pulsed.
    task finish;
        begin
            case (finish_word[15:0])
                16'h5555: begin ended = 1'b1; status = 0; end
                16'h3333: begin ended = 1'b1; status = finish_word[31:16]; end
                16'h7777: reset;
                default: ;
            endcase
            finish_stored = 1'b0;
            finish_pin    = 1'b0;
        end
    endtask

    task one_cycle;
        begin
            clk = 1'b0; #1;
            check_every_cycle;
            events = events | rvfi_event;
            if (rvfi_valid) begin
                check_record;
                if (trace != 0) write_record;
                events = 10'd0;
                if (rvfi_mem_wmask[0] && rvfi_mem_paddr == FINISHER) finish_stored = 1'b1;
                if (has_tohost && rvfi_mem_wmask != 4'd0 && rvfi_mem_paddr == {2'd0, tohost} &&
                    rvfi_mem_wdata[0]) begin
                    ended  = 1'b1;
                    status = rvfi_mem_wdata[31:1];
                end
            end
            if (finish_valid) begin
                finish_pin  = 1'b1;
                finish_word = finish_code;
            end
            clk = 1'b1; #1;
            cycle = cycle + 64'd1;
            if (finish_pin && finish_stored && !ended) finish;
        end
    endtask

    initial begin
        trace   = 0;
        events  = 10'd0;
        latency = 16'd0;
        cycle   = 64'd0;
        limit   = 64'd0;
        failed  = 1'b0;
        ended   = 1'b0;
        status  = 0;
        has_tohost = $value$plusargs("tohost=%h", tohost) != 0;
        if ($value$plusargs("latency=%d", latency)) begin end
        if ($value$plusargs("cycles=%d", limit)) begin end
        if ($value$plusargs("trace=%s", trace_file)) begin
            trace = $fopen(trace_file, "w");
            $fwrite(trace, "# cycle order mode pc insn next_pc trap intr rd value mem_addr mem_paddr read write ");
            $fwrite(trace, "rdata wdata mem_pte pc_paddr pc_pte mip mstatus mepc mcause mtval sepc scause stval ");
            $fwrite(trace, "satp upmar gtbl events\n");
        end
        reset;
        while (!ended && !failed && (limit == 64'd0 || cycle < limit)) one_cycle;
        if (trace != 0) $fclose(trace);
        if (!failed && !ended) $display("\nbench: the limit of %0d cycles was reached", cycle);
        if (!failed && ended) u_printer.drain;
        if (!failed && ended && status == 0) $display("bench: pass in %0d cycles", cycle);
        else if (!failed && ended) $display("bench: the program ended with %0d", status);
        $finish(0);
    end
endmodule

`default_nettype wire
