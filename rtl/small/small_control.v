// The state machine. One state is one cycle's work of the datapath, a wait for the bus, or a turn of a loop; what each does
// is said in one place below, in the order in which an instruction meets them. Promises: an instruction changes
// nothing that software sees before its last possible trap has been found.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`include "small_defs.vh"
`include "small_states.vh"

module small_control #(
    parameter COUNT_BITS = 6
) (
    input  wire        clk,
    input  wire        rst,
    output reg  [ 6:0] state_q,

    // --- What it decides on
    input  wire [31:0] insn,
    input  wire [`K_BITS-1:0] kind,
    input  wire        insn_illegal,
    input  wire [ 3:0] alu_op,
    input  wire        op1_pc,
    input  wire        op1_zero,
    input  wire        op2_imm,
    input  wire        write_rd,
    input  wire [ 4:0] csr_slot,
    input  wire        csr_is_field,
    input  wire        csr_counter,
    input  wire        csr_asks,
    input  wire        csr_asks_s,
    input  wire        csr_refused,
    input  wire        csr_writes,
    input  wire [ 1:0] mode,
    input  wire [31:0] mstatus,
    input  wire        interrupt,
    input  wire [ 4:0] interrupt_cause,
    input  wire        interrupt_to_s,
    input  wire        wakes,
    input  wire        counts_full,
    input  wire        counts_on,      // minstret counts
    input  wire [31:0] f,
    input  wire        q0,
    input  wire        q31,
    input  wire [ 1:0] a_low,
    input  wire [31:0] result,
    input  wire [33:0] sum,
    input  wire        zero,
    input  wire        less,
    input  wire        translate,
    input  wire        user_map,
    input  wire        map_changed,    // ASID_BITS = 0: all entries must go
    input  wire        tlb_hit,
    input  wire        tlb_allowed,
    input  wire        pa_dram,
    input  wire        pa_above,       // above 4 GiB
    input  wire        pa_rom,
    input  wire        pte_pointer,    // judged in A
    input  wire        pte_leaf,
    input  wire        pte_aligned,
    input  wire        bus_ack,
    input  wire        bus_err,

    // --- What the datapath does in this cycle
    output reg         read,
    output reg  [ 2:0] read_what,
    output reg  [ 4:0] read_slot,
    output reg         write,
    output reg  [ 1:0] write_what,
    output reg  [ 4:0] write_slot,
    output reg  [ 1:0] a_select,
    output reg  [ 1:0] b_select,
    output reg  [ 3:0] op,
    output reg  [ 3:0] k_select,
    output wire        multiplying,    // as signed
    output wire        dividing,
    output reg         a_load,
    output reg  [ 1:0] a_what,
    output reg         q_load,
    output reg  [ 1:0] q_what,
    output reg         q_in,           // the bit that is shifted in
    output reg         q_even,         // Q takes no bit 0: a jump's target
    output reg         pc_load,        // a new instruction: without bits 1:0
    output reg         strobe,
    output reg         we,
    output reg  [ 1:0] adr_select,
    output reg         insn_load,
    output reg         tlb_read,
    output reg         tlb_fill,
    output reg         tlb_drop,
    output wire        sweeping,
    output reg         field_write,
    output reg         trap,           // for mode and mstatus
    output reg         gate,
    output reg         mret,
    output reg         sret,
    output reg         take_cycles,
    output reg         take_insns,
    output wire        count_insn,
    output reg         retire,         // an instruction ends, or has trapped
    output wire        trapped,

    // --- Registers
    output reg  [COUNT_BITS-1:0] n_q,
    output reg         flag_q,
    output reg  [ 5:0] cause_q,
    output reg         to_s_q,
    output reg         fetching_q,     // the access is a fetch, else data
    output reg         level_q         // 1: A has an entry of the first level
);
    reg  [6:0] state;
    reg        walked_q;        // the entry is as in memory now: if it refuses, that is a page fault
    reg        gate_q;
    reg  [1:0] tval_q;          // trap value: Q, the instruction, zero
    reg        again_q;         // behind ADD, WFI goes on waiting
    reg        add_q;           // counts are to be added to the counters;
    reg        added_q;         // they are, for this instruction
    reg        sweep_q;         // the TLB is to be emptied
    reg        handler_q;       // nothing has ended since an interrupt was taken
    reg        reserved_q;
    reg        minus_q;         // dividend, later result, is negative
    reg        counted_q;
    localparam TVAL_Q = 2'd0, TVAL_INSN = 2'd1, TVAL_ZERO = 2'd2;

    reg  flag, flag_load, level, level_load, n_load, n_step, raise, do_add, do_sweep, done_walk, reserve, release_;
    reg  [1:0] n_what, tval;
    reg  [5:0] cause;
    localparam N_RESULT = 2'd0, N_31 = 2'd1, N_ALL = 2'd2;

    // --- The instruction
    wire [2:0] funct3 = insn[14:12];
    wire store_like = kind[`K_STORE] || kind[`K_SC] || kind[`K_AMO];
    wire atomic     = kind[`K_LR] || kind[`K_SC] || kind[`K_AMO];
    wire shift      = kind[`K_ALU] && insn[4] && !insn[2] && funct3[1:0] == 2'd1;
    wire compare    = alu_op[2:1] == 2'b01 && !kind[`K_BRANCH];     // SLT, SLTU
    wire minmax     = insn[31];
    wire below_m    = mode != `MODE_M;
    wire is_u       = mode == `MODE_U;
    wire refused    = insn_illegal || (kind[`K_CSR] && csr_refused)
                   || (kind[`K_MRET] && below_m)
                   || (kind[`K_SRET] && (is_u || (below_m && mstatus[22])))
                   || (kind[`K_WFI] && below_m && mstatus[21])
                   || (kind[`K_SFENCE] && (is_u || (below_m && mstatus[20])))
                   || (kind[`K_SVC] && !is_u);
    wire misaligned = (funct3[1:0] == 2'd1 && result[0]) || (funct3[1] && result[1:0] != 2'd0);
    wire taken      = (funct3[2] ? less : zero) ^ funct3[0];
    wire div_signed = !insn[12];
    wire [6:0] modify = funct3[1:0] == 2'd3 ? `S_CLEAR : `S_MODIFY;
    wire n_zero     = n_q == {COUNT_BITS{1'b0}};
    reg  [3:0] logic_op;
    always @* case (alu_op[2:0])
        `ALU_SLT, `ALU_SLTU: logic_op = `OP_SUB;
        `ALU_XOR:            logic_op = `OP_XOR;
        `ALU_OR:             logic_op = `OP_OR;
        `ALU_AND:            logic_op = `OP_AND;
        default:             logic_op = alu_op[3] ? `OP_SUB : `OP_ADD;
    endcase
    // One bit of the file's word: of mcounteren, of medeleg
    wire [4:0] bit_number = state_q == `S_TRAP1 ? cause_q[4:0] : insn[31:30] == 2'b11 ? insn[24:20] : 5'd1;
    wire       file_bit   = f[bit_number];

    // --- Faults of an access
    wire [5:0] page_fault   = fetching_q ? 6'd12 : store_like ? 6'd15 : 6'd13;
    wire [5:0] access_fault = fetching_q ? 6'd1  : store_like ? 6'd7  : 6'd5;
    wire ready   = !translate || (tlb_hit && tlb_allowed);
    wire refuses = walked_q && !(tlb_hit && tlb_allowed);
    wire fetch_ok  = !pa_above && (pa_dram || pa_rom);
    wire access_ok = pa_dram || (!pa_above && !atomic);

    assign multiplying = state_q == `S_MUL2 && funct3[1:0] == 2'd1;
    assign dividing   = state_q == `S_DIV4;
    assign sweeping   = state_q == `S_SWEEP || state_q == `S_RESET;
    assign count_insn = retire && counted_q && !trapped &&
                        !(state_q == `S_CSR3 && csr_writes && csr_slot[4:1] == 4'd12);
    assign trapped    = state_q == `S_TRAP4 && !gate_q;
    wire sweep_due    = sweep_q || map_changed;

    always @* begin
        state       = state_q;
        read        = 1'b0;
        read_what   = `READ_SLOT;
        read_slot   = `SLOT_NEXT;
        write       = 1'b0;
        write_what  = `WRITE_RD;
        write_slot  = `SLOT_TMP;
        a_select    = `A_A;
        b_select    = `B_FILE;
        op          = `OP_ADD;
        k_select    = `K_IMM;
        a_load      = 1'b0;
        a_what      = `TO_A_RESULT;
        q_load      = 1'b0;
        q_what      = `TO_Q_RESULT;
        q_in        = 1'b0;
        q_even      = 1'b0;
        pc_load     = 1'b0;
        strobe      = 1'b0;
        we          = 1'b0;
        adr_select  = `ADR_ACCESS;
        insn_load   = 1'b0;
        tlb_read    = 1'b0;
        tlb_fill    = 1'b0;
        tlb_drop    = 1'b0;
        field_write = 1'b0;
        trap        = 1'b0;
        gate        = 1'b0;
        mret        = 1'b0;
        sret        = 1'b0;
        take_cycles = 1'b0;
        take_insns  = 1'b0;
        retire      = 1'b0;
        flag        = 1'b0;
        flag_load   = 1'b0;
        level       = 1'b0;
        level_load  = 1'b0;
        n_load      = 1'b0;
        n_what      = N_RESULT;
        n_step      = 1'b0;
        raise       = 1'b0;
        cause       = {1'b0, `CAUSE_ILLEGAL};
        tval        = TVAL_Q;
        do_add      = 1'b0;
        do_sweep    = 1'b0;
        done_walk   = 1'b0;
        reserve     = 1'b0;
        release_    = 1'b0;
        case (state_q)
            // ------------------------------------------------ Reset: file and TLB are emptied
            `S_RESET: begin
                a_select = `A_ZERO; b_select = `B_ZERO;
                write = 1'b1; write_what = `WRITE_COUNT;
                tlb_drop = 1'b1; n_step = 1'b1;
                if (n_zero) state = `S_RESET1;
            end
            `S_RESET1, `S_RESET2: begin                 // stimecmp: never
                a_select = `A_ZERO; b_select = `B_ZERO; op = `OP_NOT;
                write = 1'b1; write_what = `WRITE_SLOT;
                write_slot = state_q == `S_RESET1 ? `SLOT_STIMECMP : `SLOT_STIMECMPH;
                read = 1'b1; read_what = `READ_CONST; read_slot = 5'd0;
                state = state_q == `S_RESET1 ? `S_RESET2 : `S_BEGIN;
            end

            // ------------------------------------------------ Fetch
            `S_BEGIN, `S_BEGIN_Q: begin                 // next pc: from the file, or in Q
                a_select = state_q == `S_BEGIN ? `A_ZERO : `A_Q;
                b_select = state_q == `S_BEGIN ? `B_FILE : `B_ZERO;
                q_load = 1'b1; pc_load = 1'b1; tlb_read = 1'b1;
                write = 1'b1; write_what = `WRITE_SLOT; write_slot = `SLOT_PC;
                if (sweep_due) begin
                    n_load = 1'b1; n_what = N_ALL;
                    state = `S_SWEEP;
                end else if (counts_full || add_q) state = `S_ADD0;
                else if (interrupt && !handler_q) begin
                    raise = 1'b1; cause = {1'b1, interrupt_cause}; tval = TVAL_ZERO;
                end else state = `S_FETCH;
            end
            `S_FETCH: begin
                a_select = `A_Q; b_select = `B_K; k_select = `K_FOUR;
                write = 1'b1; write_what = `WRITE_SLOT; write_slot = `SLOT_NEXT;
                strobe = ready && fetch_ok;
                read = bus_ack; read_what = `READ_RS1_BUS;
                insn_load = bus_ack;
                if (!ready) begin
                    read = 1'b1; read_what = `READ_SLOT; read_slot = {4'd14, user_map};   // satp, upmar
                    raise = refuses; tlb_drop = refuses; cause = page_fault;
                    state = `S_ROOT;
                end else begin
                    raise = !fetch_ok || bus_err; cause = access_fault;
                    if (bus_ack) state = `S_DECODE;
                end
            end

            // ------------------------------------------------ Decode: rs1 goes to A, rs2 is read
            `S_DECODE: begin
                a_select = `A_ZERO; a_load = 1'b1;
                if (kind[`K_DIV] && div_signed && f[31]) op = `OP_SUB;
                flag = f[31] && div_signed; flag_load = 1'b1;       // the dividend's sign
                read = 1'b1; read_what = `READ_RS2;
                if (kind[`K_CSR] && funct3[2]) begin b_select = `B_K; k_select = `K_ZIMM; end
                state = `S_EXECUTE;
                if (refused) begin
                    raise = 1'b1; tval = TVAL_INSN;
                end
                if (shift)           state = `S_SHIFT0;
                if (kind[`K_BRANCH]) state = `S_BRANCH;
                if (kind[`K_MUL])    state = `S_MUL0;
                if (kind[`K_DIV])    state = `S_DIV0;
                if (kind[`K_WFI])    state = `S_WFI;
                if (kind[`K_SVC])    state = `S_GATE0;
                if (kind[`K_LOAD] || kind[`K_STORE] || atomic) state = `S_ADDRESS;
                if (kind[`K_JAL] || kind[`K_JALR]) begin
                    read_what = `READ_SLOT;
                    state = kind[`K_JAL] ? `S_TARGET : `S_JALR;
                end
                if (kind[`K_ECALL])  begin raise = 1'b1; cause = {4'b0010, mode}; tval = TVAL_ZERO; end
                if (kind[`K_EBREAK]) begin raise = 1'b1; cause = {1'b0, `CAUSE_BREAKPOINT}; end
                if (kind[`K_SFENCE] && !refused) begin
                    do_sweep = 1'b1; retire = 1'b1;
                    read_what = `READ_SLOT;
                    state = `S_BEGIN;
                end
                if ((kind[`K_MRET] || kind[`K_SRET]) && !refused) begin
                    mret = kind[`K_MRET]; sret = kind[`K_SRET]; retire = 1'b1; release_ = 1'b1;
                    read_what = `READ_SLOT; read_slot = {4'd3, kind[`K_SRET]};
                    state = `S_BEGIN;
                end
                if (kind[`K_CSR] && !refused) begin
                    read_what = `READ_CSR;
                    state = csr_is_field ? `S_FIELD1 : modify;
                    if (csr_asks) begin
                        read_what = `READ_SLOT; read_slot = `SLOT_COUNTEREN;
                        state = `S_ASK;
                    end
                    if (csr_counter && !added_q) begin
                        do_add = 1'b1;
                        state = `S_BEGIN_Q;
                    end
                end
            end

            // ------------------------------------------------ Operations
            `S_EXECUTE: begin
                a_select = op1_zero ? `A_ZERO : op1_pc ? `A_Q : `A_A;
                b_select = op2_imm ? `B_K : `B_FILE;
                op = logic_op;
                flag = less; flag_load = 1'b1;
                if (compare) state = `S_FLAG;
                else begin
                    write = write_rd; read = 1'b1; retire = 1'b1;
                    state = `S_BEGIN;
                end
            end
            `S_FLAG: begin
                a_select = `A_ZERO; b_select = `B_K; k_select = `K_FLAG;
                write = write_rd; read = 1'b1; retire = 1'b1;
                state = `S_BEGIN;
            end
            `S_SHIFT0: begin
                a_select = `A_ZERO; b_select = op2_imm ? `B_K : `B_FILE;
                n_load = 1'b1; n_what = N_RESULT;
                state = `S_SHIFT1;
            end
            `S_SHIFT1: begin
                b_select = `B_ZERO; q_load = 1'b1;
                state = `S_SHIFT2;
            end
            `S_SHIFT2: begin                            // a bit a cycle
                a_select = `A_Q; b_select = `B_ZERO;
                q_load = !n_zero; n_step = 1'b1;
                q_what = funct3[2] ? `TO_Q_RIGHT : `TO_Q_LEFT; q_in = funct3[2] && insn[30] && q31;
                if (n_zero) begin
                    write = write_rd; read = 1'b1; retire = 1'b1;
                    state = `S_BEGIN;
                end
            end
            `S_BRANCH: begin
                op = `OP_SUB;
                if (taken) state = `S_TARGET;
                else begin
                    read = 1'b1; retire = 1'b1;
                    state = `S_BEGIN;
                end
            end
            `S_TARGET, `S_JALR: begin
                a_select = state_q == `S_TARGET ? `A_Q : `A_A;
                b_select = `B_K; k_select = state_q == `S_TARGET ? `K_TARGET : `K_IMM;
                q_load = 1'b1; q_even = 1'b1;
                state = `S_LINK;
                if (kind[`K_BRANCH] && !result[1]) begin
                    retire = 1'b1;
                    state = `S_BEGIN_Q;
                end
                raise = result[1]; cause = {1'b0, `CAUSE_FETCH_MISALIGNED};
            end
            `S_LINK: begin
                a_select = `A_ZERO;
                write = write_rd; retire = 1'b1;
                state = `S_BEGIN_Q;
            end

            // Multiplication: A and Q are shifted right together, rs2 is added to A for each 1 that leaves Q.
            `S_MUL0: begin
                b_select = `B_ZERO; q_load = 1'b1;
                state = `S_MUL1;
            end
            `S_MUL1: begin
                a_select = `A_ZERO; b_select = `B_ZERO; a_load = 1'b1;
                n_load = 1'b1; n_what = N_31;
                state = `S_MUL2;
            end
            `S_MUL2: begin
                b_select = q0 ? `B_FILE : `B_ZERO;
                if (n_zero && funct3[1:0] != 2'd3) op = `OP_SUB;    // a negative multiplier's sign
                a_load = 1'b1; a_what = `TO_A_RIGHT;
                q_load = 1'b1; q_what = `TO_Q_RIGHT; q_in = result[0];
                n_step = 1'b1;
                if (n_zero) state = `S_MUL3;
            end
            `S_MUL3: begin
                a_select = funct3[1:0] == 2'd0 ? `A_Q : `A_A; b_select = `B_ZERO;
                write = write_rd; read = 1'b1; retire = 1'b1;
                state = `S_BEGIN;
            end

            // Division of magnitudes: A and Q are shifted left together, the divisor taken from A where it can be.
            `S_DIV0: begin
                b_select = `B_ZERO; q_load = 1'b1;
                state = `S_DIV1;
            end
            `S_DIV1: begin                              // will the result be negative?
                a_select = `A_ZERO;
                flag = insn[13] ? flag_q : flag_q != (f[31] && div_signed) && !zero; flag_load = 1'b1;
                state = `S_DIV2;
            end
            `S_DIV2: begin
                a_select = `A_ZERO; b_select = `B_ZERO; a_load = 1'b1;
                n_load = 1'b1; n_what = N_31;
                state = `S_DIV3;
            end
            `S_DIV3: begin
                b_select = `B_ZERO;
                a_load = 1'b1; a_what = `TO_A_LEFT;
                q_load = 1'b1; q_what = `TO_Q_LEFT; q_in = flag_q;
                state = `S_DIV4;
            end
            `S_DIV4: begin
                op = div_signed && f[31] ? `OP_ADD : `OP_SUB;
                a_load = sum[33]; flag = sum[33]; flag_load = 1'b1;
                n_step = 1'b1;
                state = n_zero ? `S_DIV5 : `S_DIV3;
            end
            `S_DIV5: begin
                q_load = 1'b1; q_what = `TO_Q_LEFT; q_in = flag_q;
                state = `S_DIV6;
            end
            `S_DIV6: begin                              // its sign is given to it through the file
                a_select = insn[13] ? `A_A : `A_Q; b_select = `B_ZERO;
                write = 1'b1; write_what = `WRITE_SLOT;
                state = `S_DIV7;
            end
            `S_DIV7: begin
                read = 1'b1; read_slot = `SLOT_TMP;
                state = `S_DIV8;
            end
            `S_DIV8: begin
                a_select = `A_ZERO; op = minus_q ? `OP_SUB : `OP_ADD;
                write = write_rd; read = 1'b1; retire = 1'b1;
                state = `S_BEGIN;
            end

            // ------------------------------------------------ Memory
            `S_ADDRESS: begin
                b_select = atomic ? `B_ZERO : `B_K;
                q_load = 1'b1; tlb_read = 1'b1;
                raise = misaligned; cause = {5'b00010, 1'b0} | {4'd0, store_like, 1'b0};
                state = `S_ACCESS;
            end
            `S_ACCESS: begin                            // SC and AMO read first; what they write: S_STORE
                strobe = ready && access_ok; we = kind[`K_STORE];
                a_load = 1'b1; a_what = `TO_A_BUS;
                if (!ready) begin
                    read = 1'b1; read_slot = {4'd14, user_map};
                    raise = refuses; tlb_drop = refuses; cause = page_fault;
                    state = `S_ROOT;
                end else begin
                    raise = !access_ok || bus_err; cause = access_fault;
                    if (bus_ack) state = kind[`K_LR]  ? `S_RESERVE : kind[`K_SC] ? `S_SC1
                                       : kind[`K_AMO] ? `S_AMO1 : `S_LOADED;
                    if (bus_ack && kind[`K_STORE]) begin
                        read = 1'b1; retire = 1'b1;
                        state = `S_BEGIN;
                    end
                end
            end
            `S_LOADED: begin
                b_select = `B_ZERO;
                write = write_rd; read = 1'b1; retire = 1'b1;
                state = `S_BEGIN;
            end
            `S_RESERVE: begin
                a_select = `A_ZERO; b_select = `B_K; k_select = `K_PA;
                write = 1'b1; write_what = `WRITE_SLOT; write_slot = `SLOT_RESERVED;
                reserve = 1'b1;
                state = `S_LOADED;
            end
            `S_SC1: begin
                a_select = `A_ZERO; b_select = `B_K; k_select = `K_PA; a_load = 1'b1;
                read = 1'b1; read_slot = `SLOT_RESERVED;
                state = `S_SC2;
            end
            `S_SC2: begin
                op = `OP_XOR;
                flag = !zero || !reserved_q; flag_load = 1'b1; release_ = 1'b1;
                read = 1'b1; read_what = `READ_RS2;
                state = flag ? `S_FLAG : `S_STORE;
            end
            `S_AMO1: begin                              // the new value, to the file's output
                a_select = insn[27] ? `A_ZERO : `A_A; op = logic_op;
                flag = less != insn[29]; flag_load = 1'b1;
                write = 1'b1; write_what = `WRITE_SLOT;
                state = minmax ? `S_AMO2 : `S_AMO3;
            end
            `S_AMO2: begin                              // the old one or rs2
                a_select = flag_q ? `A_A : `A_ZERO; b_select = flag_q ? `B_ZERO : `B_FILE;
                write = 1'b1; write_what = `WRITE_SLOT;
                state = `S_AMO3;
            end
            `S_AMO3: begin
                read = 1'b1; read_slot = `SLOT_TMP;
                state = `S_STORE;
            end
            `S_STORE: begin
                strobe = 1'b1; we = 1'b1;
                b_select = `B_ZERO;
                raise = bus_err; cause = access_fault;
                if (bus_ack) begin
                    write = kind[`K_AMO] && write_rd; read = kind[`K_AMO]; retire = kind[`K_AMO];
                    state = kind[`K_AMO] ? `S_BEGIN : `S_FLAG;
                end
            end

            // ------------------------------------------------ Walk (privileged manual, 4.3.2)
            `S_ROOT: begin                              // the file has the map register
                adr_select = `ADR_ROOT; strobe = pa_dram;
                tlb_drop = 1'b1;
                a_load = 1'b1; a_what = `TO_A_BUS;
                level = 1'b1; level_load = 1'b1;
                raise = !pa_dram || bus_err; cause = access_fault;
                if (bus_ack) state = `S_JUDGE;
            end
            `S_TABLE: begin
                adr_select = `ADR_TABLE; strobe = pa_dram;
                a_load = bus_ack; a_what = `TO_A_BUS;
                level_load = bus_ack;
                raise = !pa_dram || bus_err; cause = access_fault;
                if (bus_ack) state = `S_JUDGE;
            end
            `S_JUDGE: begin
                read = 1'b1; read_what = `READ_RS2;     // for a store
                cause = page_fault;
                if (pte_leaf && pte_aligned) begin
                    tlb_fill = 1'b1;
                    state = `S_RETRY;
                end else if (pte_pointer && level_q) state = `S_TABLE;
                else raise = 1'b1;
            end
            `S_RETRY: begin
                a_select = `A_Q; b_select = `B_ZERO; tlb_read = 1'b1;
                done_walk = 1'b1;
                state = fetching_q ? `S_FETCH : `S_ACCESS;
            end

            // ------------------------------------------------ CSRs
            `S_ASK: begin                               // mcounteren, then scounteren
                read = 1'b1; read_what = `READ_CSR;
                state = csr_is_field ? `S_FIELD1 : modify;
                if (csr_asks_s) begin
                    read_what = `READ_SLOT; read_slot = `SLOT_SCOUNTEREN;
                    state = `S_ASK_S;
                end
                raise = !file_bit; tval = TVAL_INSN;
            end
            `S_ASK_S: begin
                read = 1'b1; read_what = `READ_CSR;
                state = csr_is_field ? `S_FIELD1 : modify;
                raise = !file_bit; tval = TVAL_INSN;
            end
            `S_FIELD1: begin
                a_select = `A_ZERO; b_select = `B_K; k_select = `K_FIELD;
                write = 1'b1; write_what = `WRITE_SLOT;
                state = `S_FIELD2;
            end
            `S_FIELD2: begin
                read = 1'b1; read_slot = `SLOT_TMP;
                state = modify;
            end
            `S_CLEAR: begin
                b_select = `B_ZERO; op = `OP_NOT; a_load = 1'b1;
                state = `S_MODIFY;
            end
            `S_MODIFY: begin
                if (funct3[1:0] == 2'd1) b_select = `B_ZERO;
                else op = funct3[0] ? `OP_AND : `OP_OR;
                a_load = 1'b1;
                field_write = csr_writes;
                state = `S_CSR2;
            end
            `S_CSR2: begin
                a_select = `A_ZERO;
                write = write_rd;
                read = 1'b1; read_what = `READ_MASK;
                state = `S_CSR3;
            end
            `S_CSR3: begin
                op = `OP_AND;
                write = 1'b1; write_what = `WRITE_CSR;
                read = 1'b1; retire = 1'b1;
                state = `S_BEGIN;
            end

            // ------------------------------------------------ What waits
            `S_WFI: begin
                if (counts_full) state = `S_ADD0;
                if (wakes || is_u) begin
                    read = 1'b1; retire = 1'b1;
                    state = `S_BEGIN;
                end
            end
            `S_SWEEP: begin
                tlb_drop = 1'b1; n_step = 1'b1;
                if (n_zero) state = `S_BEGIN_Q;
            end
            // Counts are added to mcycle and minstret
            `S_ADD0, `S_ADD3: begin
                a_select = `A_ZERO; b_select = `B_K; a_load = 1'b1;
                k_select = state_q == `S_ADD0 ? `K_CYCLES : `K_INSNS;
                take_cycles = state_q == `S_ADD0; take_insns = state_q == `S_ADD3;
                read = 1'b1; read_slot = state_q == `S_ADD0 ? `SLOT_CYCLE : `SLOT_INSTRET;
                state = state_q == `S_ADD0 ? `S_ADD1 : `S_ADD4;
            end
            `S_ADD1, `S_ADD4: begin
                flag = sum[32]; flag_load = 1'b1;
                write = 1'b1; write_what = `WRITE_SLOT;
                write_slot = state_q == `S_ADD1 ? `SLOT_CYCLE : `SLOT_INSTRET;
                read = 1'b1; read_slot = state_q == `S_ADD1 ? `SLOT_CYCLEH : `SLOT_INSTRETH;
                state = state_q == `S_ADD1 ? `S_ADD2 : `S_ADD5;
            end
            `S_ADD2, `S_ADD5: begin
                a_select = `A_ZERO; op = flag_q ? `OP_INC : `OP_ADD;
                write = 1'b1; write_what = `WRITE_SLOT;
                write_slot = state_q == `S_ADD2 ? `SLOT_CYCLEH : `SLOT_INSTRETH;
                state = state_q == `S_ADD2 ? `S_ADD3 : again_q ? `S_WFI : `S_BEGIN_Q;
            end
            // ------------------------------------------------ svc (the manual's section 3)
            `S_GATE0: begin
                b_select = `B_K; q_load = 1'b1;
                read = 1'b1; read_what = `READ_CONST; read_slot = 5'd1;
                state = `S_GATE1;
            end
            `S_GATE1: begin
                a_select = `A_Q; op = `OP_AND;
                flag = zero; flag_load = 1'b1;
                read = 1'b1; read_slot = `SLOT_GTBL;
                state = `S_GATE2;
            end
            `S_GATE2: begin
                adr_select = `ADR_GATE; strobe = f[31] && flag_q && pa_dram;
                a_load = 1'b1; a_what = `TO_A_BUS;
                raise = !strobe || bus_err; cause = {1'b0, `CAUSE_UNDEFINED_GATE};
                if (!f[31]) begin cause = {1'b0, `CAUSE_ILLEGAL}; tval = TVAL_INSN; end
                if (bus_ack) state = `S_GATE3;
            end
            `S_GATE3: begin
                raise = 1'b1;
                cause = {1'b0, a_low == 2'b01 ? `CAUSE_GATE : `CAUSE_UNDEFINED_GATE};
            end

            // ------------------------------------------------ Traps and gate entries
            `S_TRAP0: begin
                read = 1'b1; read_slot = `SLOT_MEDELEG;
                state = `S_TRAP1;
            end
            `S_TRAP1: begin
                read = 1'b1; read_slot = gate_q ? `SLOT_NEXT : `SLOT_PC;
                state = `S_TRAP2;
            end
            `S_TRAP2: begin
                a_select = `A_ZERO;
                write = 1'b1; write_what = `WRITE_SLOT; write_slot = {4'd3, to_s_q};
                trap = !gate_q; gate = gate_q; release_ = 1'b1;
                state = `S_TRAP3;
            end
            `S_TRAP3: begin
                a_select = tval_q == TVAL_Q ? `A_Q : `A_ZERO;
                b_select = tval_q == TVAL_INSN ? `B_K : `B_ZERO; k_select = `K_INSN;
                write = 1'b1; write_what = `WRITE_SLOT; write_slot = {4'd5, to_s_q};
                state = `S_TRAP4;
            end
            `S_TRAP4: begin
                a_select = `A_ZERO; b_select = `B_K; k_select = `K_CAUSE;
                write = 1'b1; write_what = `WRITE_SLOT; write_slot = {4'd4, to_s_q};
                q_load = 1'b1;
                read = 1'b1; read_slot = {4'd2, to_s_q};
                retire = !cause_q[5];
                state = gate_q ? `S_ENTER : `S_TRAP5;
            end
            `S_TRAP5, `S_TRAP6: begin                   // an interrupt may be vectored: 4 times its number
                q_load = 1'b1; q_what = `TO_Q_LEFT;
                state = state_q == `S_TRAP6 ? `S_TRAP7 : cause_q[5] && f[0] ? `S_TRAP6 : `S_BEGIN;
            end
            `S_TRAP7: begin
                a_select = `A_Q; q_load = 1'b1;
                state = `S_BEGIN_Q;
            end
            default: begin                              // `S_ENTER: the gate's entry is in A
                b_select = `B_ZERO; q_load = 1'b1;
                state = `S_BEGIN_Q;
            end
        endcase
        if (raise) begin
            state  = `S_TRAP0;
            retire = 1'b0;
        end
    end

    always @(posedge clk) begin
        state_q <= state;
        if (flag_load) flag_q <= flag;
        if (level_load) level_q <= level;
        if (n_load) n_q <= n_what == N_31 ? {{(COUNT_BITS-5){1'b0}}, 5'd31}
                         : n_what == N_ALL ? {COUNT_BITS{1'b1}} : {{(COUNT_BITS-5){1'b0}}, result[4:0]};
        else if (n_step) n_q <= n_q - 1'b1;
        if (raise) begin
            cause_q <= cause;
            tval_q  <= tval;
            gate_q  <= state_q == `S_GATE3 && a_low == 2'b01;
            if (cause[5]) to_s_q <= interrupt_to_s;
        end
        if (state_q == `S_TRAP1 && !cause_q[5]) to_s_q <= gate_q || (below_m && file_bit);
        if (state_q == `S_DIV1) minus_q <= flag;
        if (pc_load) begin
            fetching_q <= 1'b1;
            counted_q  <= counts_on;
        end else if (insn_load) fetching_q <= 1'b0;
        if (done_walk) walked_q <= 1'b1;
        else if (tlb_read) walked_q <= 1'b0;
        again_q <= state_q == `S_WFI || (again_q && state_q != `S_BEGIN && state_q != `S_BEGIN_Q);
        if (do_add) add_q <= 1'b1;
        else if (state_q == `S_ADD0) add_q <= 1'b0;
        if (retire || raise) added_q <= 1'b0;
        else if (state_q == `S_ADD5) added_q <= 1'b1;
        if (do_sweep || map_changed) sweep_q <= 1'b1;
        else if (state_q == `S_SWEEP) sweep_q <= 1'b0;
        if (retire) handler_q <= 1'b0;
        else if (raise && cause[5]) handler_q <= 1'b1;
        if (release_) reserved_q <= 1'b0;
        else if (reserve) reserved_q <= 1'b1;
        if (rst) begin
            state_q    <= `S_RESET;
            n_q        <= {COUNT_BITS{1'b1}};
            reserved_q <= 1'b0;
            handler_q  <= 1'b0;
            sweep_q    <= 1'b0;
            add_q      <= 1'b0;
            added_q    <= 1'b0;
            again_q    <= 1'b0;
            cause_q    <= 6'd0;
            gate_q     <= 1'b0;
            fetching_q <= 1'b0;
            walked_q   <= 1'b0;
        end
    end
    wire unused = &{1'b0, kind, insn, result, sum, mstatus, alu_op, csr_slot};
endmodule
`default_nettype wire
