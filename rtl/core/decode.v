// Decoder: from an instruction word to what each stage does with it. Owns the
// instruction formats; promises exactly one bit of `kind` for a legal
// instruction and none, with `illegal`, for every other word. Privilege is not
// checked here, but where the instruction commits.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module decode (
    input  wire [31:0] insn,
    output reg  [`K_BITS-1:0] kind,
    output reg         illegal,
    output reg  [ 3:0] alu_op,
    output reg  [31:0] imm,
    output reg         op1_pc,    // first operand is the pc
    output reg         op1_zero,  // first operand is zero
    output reg         op2_imm,   // second operand is the immediate
    output wire        use_rs1,
    output wire        use_rs2,
    output wire        write_rd,  // writes rd, and rd is not x0
    output wire [31:0] imm_branch // offset of a branch or jal, for the target adder
);
    wire [6:0] opcode = insn[6:0];
    wire [2:0] funct3 = insn[14:12];
    wire [6:0] funct7 = insn[31:25];

    wire [31:0] imm_i = {{20{insn[31]}}, insn[31:20]};
    wire [31:0] imm_s = {{20{insn[31]}}, insn[31:25], insn[11:7]};
    wire [31:0] imm_u = {insn[31:12], 12'd0};
    wire [31:0] imm_b = {{20{insn[31]}}, insn[7], insn[30:25], insn[11:8], 1'b0};
    wire [31:0] imm_j = {{12{insn[31]}}, insn[19:12], insn[20], insn[30:21], 1'b0};
    assign imm_branch = insn[3] ? imm_j : imm_b;  // JAL is 1101111, BRANCH 1100011

    reg rd, rs1, rs2;
    assign write_rd = rd && !illegal && insn[11:7] != 5'd0;
    assign use_rs1  = rs1 && !illegal;
    assign use_rs2  = rs2 && !illegal;

    always @* begin
        kind     = {`K_BITS{1'b0}};
        illegal  = 1'b0;
        alu_op   = `ALU_ADD;
        imm      = imm_i;
        op1_pc   = 1'b0;
        op1_zero = 1'b0;
        op2_imm  = 1'b1;
        rd       = 1'b0;
        rs1      = 1'b0;
        rs2      = 1'b0;
        case (opcode)
            7'b0110111: begin  // LUI
                kind[`K_ALU] = 1'b1; rd = 1'b1; imm = imm_u; op1_zero = 1'b1;
            end
            7'b0010111: begin  // AUIPC
                kind[`K_ALU] = 1'b1; rd = 1'b1; imm = imm_u; op1_pc = 1'b1;
            end
            7'b1101111: begin  // JAL
                kind[`K_JAL] = 1'b1; rd = 1'b1;
            end
            7'b1100111: begin  // JALR
                kind[`K_JALR] = 1'b1; rd = 1'b1; rs1 = 1'b1;
                illegal = funct3 != 3'd0;
            end
            7'b1100011: begin  // BRANCH
                kind[`K_BRANCH] = 1'b1; rs1 = 1'b1; rs2 = 1'b1; op2_imm = 1'b0;
                // SUB drives the comparator
                alu_op  = {1'b1, funct3};
                illegal = funct3[2:1] == 2'b01;
            end
            7'b0000011: begin  // LOAD
                kind[`K_LOAD] = 1'b1; rd = 1'b1; rs1 = 1'b1;
                illegal = funct3 == 3'd3 || funct3 > 3'd5;
            end
            7'b0100011: begin  // STORE
                kind[`K_STORE] = 1'b1; rs1 = 1'b1; rs2 = 1'b1; imm = imm_s;
                op2_imm = 1'b0;
                illegal = funct3 > 3'd2;
            end
            7'b0010011: begin  // OP-IMM
                kind[`K_ALU] = 1'b1; rd = 1'b1; rs1 = 1'b1;
                alu_op  = {funct3 == 3'b101 && insn[30], funct3};
                illegal = (funct3 == 3'b001 && funct7 != 7'd0) ||
                          (funct3 == 3'b101 && (funct7 & 7'b1011111) != 7'd0);
            end
            7'b0110011: begin  // OP
                rd = 1'b1; rs1 = 1'b1; rs2 = 1'b1; op2_imm = 1'b0;
                alu_op = {insn[30], funct3};
                if (funct7 == 7'd1) begin
                    kind[`K_MUL] = !funct3[2];
                    kind[`K_DIV] = funct3[2];
                end else begin
                    kind[`K_ALU] = 1'b1;
                    illegal = funct7 != 7'd0 &&
                              !(funct7 == 7'b0100000 && (funct3 == 3'd0 || funct3 == 3'd5));
                end
            end
            7'b0101111: begin  // AMO
                rd = 1'b1; rs1 = 1'b1; imm = 32'd0; op2_imm = 1'b0;
                illegal = funct3 != 3'd2;
                // The late ALU works on the old word and rs2; MIN and MAX compare
                case (insn[31:29])
                    3'b000:         alu_op = `ALU_ADD;
                    3'b001:         alu_op = {1'b0, `ALU_XOR};
                    3'b010:         alu_op = {1'b0, `ALU_OR};
                    3'b011:         alu_op = {1'b0, `ALU_AND};
                    3'b100, 3'b101: alu_op = {1'b0, `ALU_SLT};
                    default:        alu_op = {1'b0, `ALU_SLTU};
                endcase
                case (insn[31:27])
                    5'b00010: begin
                        kind[`K_LR] = 1'b1;
                        illegal = funct3 != 3'd2 || insn[24:20] != 5'd0;
                    end
                    5'b00011: begin kind[`K_SC] = 1'b1; rs2 = 1'b1; end
                    5'b00001, 5'b00000, 5'b00100, 5'b01100, 5'b01000,
                    5'b10000, 5'b10100, 5'b11000, 5'b11100: begin
                        kind[`K_AMO] = 1'b1; rs2 = 1'b1;
                    end
                    default: illegal = 1'b1;
                endcase
            end
            7'b0001111: begin  // MISC-MEM: memory is accessed in order, FENCE is done
                if (funct3 == 3'd0) kind[`K_ALU] = 1'b1;
                else if (funct3 == 3'd1) kind[`K_FENCEI] = 1'b1;
                else illegal = 1'b1;
            end
            7'b1110011: begin  // SYSTEM
                op2_imm = funct3 != 3'd0;
                if (funct3 == 3'd0) begin
                    if (funct7 == 7'b0001001 && insn[11:7] == 5'd0) begin
                        kind[`K_SFENCE] = 1'b1; rs1 = 1'b1; rs2 = 1'b1;
                    end else case (insn[31:7])
                        25'h0000000: kind[`K_ECALL]  = 1'b1;
                        25'h0002000: kind[`K_EBREAK] = 1'b1;
                        25'h0604000: kind[`K_MRET]   = 1'b1;
                        25'h0204000: kind[`K_SRET]   = 1'b1;
                        25'h020a000: kind[`K_WFI]    = 1'b1;
                        default: illegal = 1'b1;
                    endcase
                end else if (funct3 == 3'd4) begin
                    illegal = 1'b1;
                end else begin
                    kind[`K_CSR] = 1'b1; rd = 1'b1; rs1 = !funct3[2];
                end
            end
`ifndef WITHOUT_GATES
            7'b0001011: begin  // custom-0: svc
                kind[`K_SVC] = 1'b1; rs1 = 1'b1;
                illegal = funct3 != 3'd0 || insn[11:7] != 5'd0;
            end
`endif
            default: illegal = 1'b1;
        endcase
        if (illegal) kind = {`K_BITS{1'b0}};
    end
endmodule
`default_nettype wire
