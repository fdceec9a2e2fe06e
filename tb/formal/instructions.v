// Does every RV32IM instruction do what the unprivileged manual says?
// On the whole core, every record of its RVFI port is held against the manual (version 20191213; chapters 2 and 7), written
// out below: which registers are read, what is written to rd, the next pc, address, bytes and data of a memory access, and
// whether the instruction may trap at all. The source registers' values are those that the records before have written.
// Loads, stores, branches, jumps, ALU, FENCE, multiplication and division; ECALL and EBREAK trap, and so do the reserved words of
// these opcodes; not CSR accesses, what else is SYSTEM, and the A extension.
// Whatever predictor, caches, MMU, CSRs, mode, interrupts and gate unit do (their outputs are arbitrary here).
// Products and quotients stand for any function of the operands, the same on both sides; mul_truth and div_truth say which.
// Method: induction
// Flags: -DRVFI
// Files: all
// Cut: predictor counters icache dcache mmu tlb_first mul div csr trap privilege gate bus_arbiter
// Cover: 10
// Trace: 11 10
// Assumes: before the first write to a register, the port's copy holds what the register does; the data cache answers an
//     uncached access once, and its word is what its three parts give; the counters give nothing to what does not read one
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "rvfi_ports.vh"
`define SEE (* hierconn *) wire

module instructions (
    input wire        clk,
    input wire        rst,
    input wire [31:0] wb_dat_r,
    input wire        wb_ack, wb_err,
    input wire        irq_msi, irq_mti, irq_mei, irq_sei,
    input wire [63:0] mtime
);
    wire        rvfi_valid, rvfi_trap, rvfi_intr;
    wire [31:0] rvfi_insn, rvfi_rs1_rdata, rvfi_rs2_rdata, rvfi_rd_wdata, rvfi_pc_rdata, rvfi_pc_wdata;
    wire [31:0] rvfi_mem_addr, rvfi_mem_rdata, rvfi_mem_wdata;
    wire [4:0]  rvfi_rs1_addr, rvfi_rs2_addr, rvfi_rd_addr;
    wire [3:0]  rvfi_mem_rmask, rvfi_mem_wmask;
    gatehouse_core core (
        .clk(clk), .rst(rst), .wb_dat_r(wb_dat_r), .wb_ack(wb_ack), .wb_err(wb_err),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei), .mtime(mtime),
        .rvfi_valid(rvfi_valid), .rvfi_trap(rvfi_trap), .rvfi_intr(rvfi_intr), .rvfi_insn(rvfi_insn),
        .rvfi_rs1_addr(rvfi_rs1_addr), .rvfi_rs2_addr(rvfi_rs2_addr), .rvfi_rs1_rdata(rvfi_rs1_rdata),
        .rvfi_rs2_rdata(rvfi_rs2_rdata), .rvfi_rd_addr(rvfi_rd_addr), .rvfi_rd_wdata(rvfi_rd_wdata),
        .rvfi_pc_rdata(rvfi_pc_rdata), .rvfi_pc_wdata(rvfi_pc_wdata), .rvfi_mem_addr(rvfi_mem_addr),
        .rvfi_mem_rmask(rvfi_mem_rmask), .rvfi_mem_wmask(rvfi_mem_wmask), .rvfi_mem_rdata(rvfi_mem_rdata),
        .rvfi_mem_wdata(rvfi_mem_wdata)
    );
    reg began = 1'b0;
    always @(posedge clk) began <= 1'b1;
    `SEE \core.f_goes_on , \core.f_taken ; `SEE [31:2] \core.fetch_addr , \core.f_target , \core.f_otherwise ;
    always @* begin
        assume (rst == !began);
        // What the predictor hands on of the choice
        assume (core.fetch_addr == (core.f_goes_on && core.f_taken ? core.f_target : core.f_otherwise));
    end

    // --- Instructions with any two numbers in their source fields; those registers, as the records write them
    (* anyconst *) reg [4:0] r1, r2;
    reg [31:0] r1_q, r2_q;
    always @(posedge clk) if (rvfi_valid) begin
        if (rvfi_rd_addr == r1) r1_q <= rvfi_rd_wdata;
        if (rvfi_rd_addr == r2) r2_q <= rvfi_rd_wdata;
    end
    wire [31:0] value_r1 = r1 == 5'd0 ? 32'd0 : r1_q, value_r2 = r2 == 5'd0 ? 32'd0 : r2_q;
    always @* if (!began && r1 == r2) assume (r1_q == r2_q);
`include "registers.vh"
    `SEE \core.w_valid ; `SEE \core.w_again ;
    always @* if (!began) assume (copies_agree && !core.w_valid);   // the second cycle of reset

    // --- The manual
    wire [31:0] insn = rvfi_insn, pc = rvfi_pc_rdata;
    wire [6:0]  opcode = insn[6:0], funct7 = insn[31:25];
    wire [2:0]  funct3 = insn[14:12];
    wire [31:0] i_imm = {{21{insn[31]}}, insn[30:20]};
    wire [31:0] s_imm = {{21{insn[31]}}, insn[30:25], insn[11:7]};
    wire [31:0] b_imm = {{20{insn[31]}}, insn[7], insn[30:25], insn[11:8], 1'b0};
    wire [31:0] u_imm = {insn[31:12], 12'd0};
    wire [31:0] j_imm = {{12{insn[31]}}, insn[19:12], insn[20], insn[30:21], 1'b0};

    wire is_lui    = opcode == 7'b0110111;
    wire is_auipc  = opcode == 7'b0010111;
    wire is_jal    = opcode == 7'b1101111;
    wire is_jalr   = opcode == 7'b1100111 && funct3 == 3'd0;
    wire is_branch = opcode == 7'b1100011 && funct3 != 3'd2 && funct3 != 3'd3;
    wire is_load   = opcode == 7'b0000011 && (funct3 < 3'd3 || funct3 == 3'd4 || funct3 == 3'd5);
    wire is_store  = opcode == 7'b0100011 && funct3 < 3'd3;
    wire is_op_imm = opcode == 7'b0010011 && (funct3 != 3'd1 || funct7 == 7'd0) &&
                     (funct3 != 3'd5 || funct7 == 7'd0 || funct7 == 7'h20);
    wire is_op     = opcode == 7'b0110011 && (funct7 == 7'd0 || (funct7 == 7'h20 && (funct3 == 3'd0 || funct3 == 3'd5)));
    wire is_m      = opcode == 7'b0110011 && funct7 == 7'd1;
    wire is_fence  = opcode == 7'b0001111 && funct3 == 3'd0;
    wire computes  = is_lui || is_auipc || is_op_imm || is_op || is_m;
    wire jumps     = is_jal || is_jalr || is_branch;
    wire rv32im    = computes || jumps || is_load || is_store || is_fence;
    wire calls     = insn == 32'h0000_0073 || insn == 32'h0010_0073;       // ECALL, EBREAK
    wire reserved  = !rv32im && (opcode == 7'b1100111 || opcode == 7'b1100011 || opcode == 7'b0000011 || opcode == 7'b0100011 ||
                                 opcode == 7'b0010011 || opcode == 7'b0110011 || (opcode == 7'b0001111 && funct3 != 3'd1));

    wire reads_1 = is_jalr || is_branch || is_load || is_store || is_op_imm || is_op || is_m;
    wire reads_2 = is_branch || is_store || is_op || is_m;
    wire [4:0]  rs1 = reads_1 ? insn[19:15] : 5'd0, rs2 = reads_2 ? insn[24:20] : 5'd0;
    wire [4:0]  rd  = is_branch || is_store || is_fence ? 5'd0 : insn[11:7];
    wire [31:0] a = reads_1 ? value_r1 : 32'd0, b = reads_2 ? value_r2 : 32'd0;
    wire        watched = insn[19:15] == r1 && insn[24:20] == r2;

    // Any function of operation and operands will do.
    function [31:0] product(input [1:0] op, input [31:0] m, input [31:0] n);
        product = (m - n) ^ {op, 30'h2a5c_3e97};
    endfunction
    function [31:0] quotient(input [1:0] op, input [31:0] m, input [31:0] n);
        quotient = (m - n) ^ {30'h15d3_a68b, op};
    endfunction
    function [31:0] integer_op(input [2:0] f, input other, input [31:0] m, input [31:0] n);
        reg signed [31:0] arithmetic;    // by itself: beside an unsigned operand >>> would be unsigned
        begin
        arithmetic = $signed(m) >>> n[4:0];
        case (f)
            3'd0: integer_op = other ? m - n : m + n;
            3'd1: integer_op = m << n[4:0];
            3'd2: integer_op = {31'd0, $signed(m) < $signed(n)};
            3'd3: integer_op = {31'd0, m < n};
            3'd4: integer_op = m ^ n;
            3'd5: integer_op = other ? arithmetic : m >> n[4:0];
            3'd6: integer_op = m | n;
            default: integer_op = m & n;
        endcase
        end
    endfunction

    wire condition = funct3 == 3'd0 ? a == b : funct3 == 3'd1 ? a != b
                   : funct3 == 3'd4 ? $signed(a) < $signed(b) : funct3 == 3'd5 ? $signed(a) >= $signed(b)
                   : funct3 == 3'd6 ? a < b : a >= b;
    wire [31:0] i_sum = a + i_imm;
    wire [31:0] next = is_jal ? pc + j_imm : is_jalr ? {i_sum[31:1], 1'b0}
                     : is_branch && condition ? pc + b_imm : pc + 32'd4;
    wire [31:0] address = is_store ? a + s_imm : i_sum;
    wire [1:0]  place = address[1:0];
    wire [3:0]  bytes = (funct3[1:0] == 2'd0 ? 4'h1 : funct3[1:0] == 2'd1 ? 4'h3 : 4'hf) << place;
    wire [31:0] lanes = {{8{bytes[3]}}, {8{bytes[2]}}, {8{bytes[1]}}, {8{bytes[0]}}};
    wire [31:0] found = rvfi_mem_rdata >> {place, 3'd0};
    wire [31:0] loaded = funct3 == 3'd0 ? {{24{found[7]}}, found[7:0]} : funct3 == 3'd1 ? {{16{found[15]}}, found[15:0]}
                       : funct3 == 3'd4 ? {24'd0, found[7:0]} : funct3 == 3'd5 ? {16'd0, found[15:0]} : found;
    wire [31:0] result = is_lui ? u_imm : is_auipc ? pc + u_imm : is_jal || is_jalr ? pc + 32'd4 : is_load ? loaded
                       : is_op_imm ? integer_op(funct3, funct3 == 3'd5 && insn[30], a, i_imm)
                       : is_op ? integer_op(funct3, insn[30], a, b)
                       : funct3[2] ? quotient(funct3[1:0], a, b) : product(funct3[1:0], a, b);
    wire misaligned_target = jumps && next[1];
    wire misaligned_access = (is_load || is_store) && ((funct3[1:0] == 2'd1 && place[0]) || (funct3[1:0] == 2'd2 && place != 2'd0));

    // --- The core: what retires now, or would if it were not waiting for the bus
`ifdef TRACE
    wire record = rvfi_valid;
`else
    wire record = core.w_valid && !core.w_again;
`endif
    always @* if (began && !rst && record) begin
        if (calls || reserved) always_traps: assert (rvfi_trap);
        if (rvfi_trap) begin
            trap_is_void: assert (rvfi_rd_addr == 5'd0 && rvfi_mem_rmask == 4'd0 && rvfi_mem_wmask == 4'd0);
            trap_for_a_reason: assert (!(computes || is_fence) && (!jumps || !watched || misaligned_target));
        end else if (rv32im && watched) begin
            aligned: assert (!misaligned_target && !misaligned_access);
            sources: assert (rvfi_rs1_addr == rs1 && rvfi_rs2_addr == rs2 && rvfi_rs1_rdata == a && rvfi_rs2_rdata == b);
            destination: assert (rvfi_rd_addr == rd);
            value: assert (rvfi_rd_wdata == (rd == 5'd0 ? 32'd0 : result));
            next_pc: assert (rvfi_pc_wdata == next);
            reads: assert (rvfi_mem_rmask == (is_load ? bytes : 4'd0));
            writes: assert (rvfi_mem_wmask == (is_store ? bytes : 4'd0));
            if (is_load || is_store) where: assert (rvfi_mem_addr == {address[31:2], 2'b00});
            if (is_store) data: assert ((rvfi_mem_wdata & lanes) == ((b << {place, 3'd0}) & lanes));
        end
    end

    // --- Products and quotients
    `SEE [31:0] \core.x_insn ; `SEE [31:0] \core.x_op1 ; `SEE [31:0] \core.x_op2 ; `SEE [63:0] \core.product ; `SEE \core.product_high ;
    `SEE \core.u_stage_x.div_done ; `SEE [31:0] \core.u_stage_x.div_result ;
    `SEE \core.u_stage_w.over_q ; `SEE \core.u_stage_w.error_q ; `SEE \core.uncached_done ;
    `SEE [31:0] \core.dline_data , \core.dline_read , \core.dline_stored , \core.counter_rdata ; `SEE [3:0] \core.dline_newer ;
    `SEE [`C_BITS-1:0] \core.m_which ;
    wire [31:0] newer = {{8{core.dline_newer[3]}}, {8{core.dline_newer[2]}}, {8{core.dline_newer[1]}}, {8{core.dline_newer[0]}}};
    reg [31:0] product_q;
    reg [1:0]  product_op_q;
    always @(posedge clk) begin
        product_q    <= product(core.x_insn[13:12], core.x_op1, core.x_op2);
        product_op_q <= core.x_insn[13:12];
    end
    always @* begin
        assume (core.product_high == (product_op_q != 2'd0) && (core.product_high ? core.product[63:32] : core.product[31:0]) == product_q);
        if (core.u_stage_x.div_done) assume (core.u_stage_x.div_result == quotient(core.x_insn[13:12], core.x_op1, core.x_op2));
        if (core.u_stage_w.over_q || core.u_stage_w.error_q) assume (!core.uncached_done);
        // The word in its three parts; what no access to a counter reads of the counters
        assume (core.dline_data == ((core.dline_stored & newer) | (core.dline_read & ~newer)));
        if (!core.m_which[`C_COUNTER]) assume (core.counter_rdata == 32'd0);
    end
`ifndef TRACE
`include "instructions.vh"
`endif

    wire [31:0] shown = rvfi_valid && !rvfi_trap && !rst && began ? 32'hffff_ffff : 32'd0;
    always @* begin
        cover (shown[0] && is_lui);    cover (shown[0] && is_auipc); cover (shown[0] && is_jal);
        cover (shown[0] && is_jalr);   cover (shown[0] && is_branch && condition); cover (shown[0] && is_branch && !condition);
        cover (shown[0] && is_load);   cover (shown[0] && is_store); cover (shown[0] && is_op_imm);
        cover (shown[0] && is_op);     cover (shown[0] && is_m && !funct3[2]); cover (shown[0] && is_m && funct3[2]);
        cover (shown[0] && is_fence);
        cover (rvfi_valid && rvfi_trap && misaligned_target);
    end
endmodule
`default_nettype wire
