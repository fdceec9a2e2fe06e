/* The marks that micro.elf leaves in the instruction log. A mark is the hint
 * `slti x0, x0, N`: an instruction that does nothing, with a number. Each row
 * says what is measured after it: the cycles from the retirement of instruction
 * FROM to that of instruction TO (the mark is 0, the one behind it 1, in the
 * order in which they retire), less LESS, which is what they would take at one
 * a cycle, divided by EACH. The last time that a mark retires counts: warm.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_BENCH_MARKS_H
#define GATEHOUSE_BENCH_MARKS_H

/*         number, name,                    FROM, TO, LESS, EACH */
#define MARKS(X) \
    X(SVC_ENTRY,       1, "svc.entry_cycles",              1, 2, 0, 1) \
    X(GATE_RETURN,     2, "gate.sret_cycles",              1, 2, 0, 1) \
    X(GATE_ROUND,      3, "gate.round_trip_cycles",        1, 3, 0, 1) \
    X(GATE_UNDEFINED,  4, "gate.undefined_cycles",         1, 2, 0, 1) \
    X(ECALL,           5, "trap.entry_cycles",             1, 2, 0, 1) \
    X(PAGE_FAULT,      6, "trap.page_fault_entry_cycles",  1, 2, 0, 1) \
    X(PAGE_FAULT_ALL,  7, "trap.page_fault_walk_and_entry_cycles", 0, 2, 0, 1) \
    X(ILLEGAL,         8, "trap.illegal_entry_cycles",     1, 2, 0, 1) \
    X(SRET,            9, "xret.cycles",                   1, 2, 0, 1) \
    X(MRET,           10, "xret.mret_cycles",              1, 2, 0, 1) \
    X(TLB_HIT,        11, "tlb.hit_cycles",                0, 8, 8, 4) \
    X(TLB_L2_HIT,     12, "tlb.second_level_hit_cycles",   0, 64, 64, 32) \
    X(TLB_WALK,       13, "tlb.walk_cycles",               0, 1, 1, 1) \
    X(TLB_SWEEP,      14, "tlb.sweep_walk_cycles",         0, 256, 256, 128) \
    X(TLB_FETCH_L2,   15, "tlb.fetch_second_level_hit_cycles", 1, 17, 16, 16) \
    X(TLB_FETCH_WALK, 16, "tlb.fetch_walk_cycles",         1, 129, 128, 128) \
    X(SFENCE,         17, "tlb.sfence_cycles",             0, 2, 2, 1) \
    X(LOAD_USE,       20, "core.load_use_cycles",          0, 2, 2, 1) \
    X(LOAD_BRANCH,    21, "core.load_branch_cycles",       0, 3, 3, 1) \
    X(LOAD_ADDRESS,   22, "core.load_address_cycles",      0, 2, 2, 1) \
    X(LOAD_MUL,       23, "core.load_mul_cycles",          0, 2, 2, 1) \
    X(STORE_LOAD,     24, "core.store_load_cycles",        0, 2, 2, 1) \
    X(MUL_USE,        25, "core.mul_use_cycles",           0, 2, 2, 1) \
    X(MUL_ADDRESS,    26, "core.mul_address_cycles",       0, 2, 2, 1) \
    X(LATE_ADDRESS,   27, "core.late_address_cycles",      0, 3, 3, 1) \
    X(DIV_LONG,       28, "core.div_cycles",               0, 1, 1, 1) \
    X(DIV_SHORT,      29, "core.div_short_cycles",         0, 1, 1, 1) \
    X(JUMP,           30, "core.jump_cycles",              0, 2, 2, 1) \
    X(CALL_RETURN,    31, "core.call_return_cycles",       0, 3, 3, 1) \
    X(LOOP,           32, "core.taken_branch_cycles",      0, 4, 4, 1) \
    X(MISS_NOT_TAKEN, 33, "core.mispredict_not_taken_cycles", 0, 2, 2, 1) \
    X(MISS_TAKEN,     34, "core.mispredict_taken_cycles",  0, 2, 2, 1) \
    X(MISS_LATE,      35, "core.mispredict_late_cycles",   0, 3, 3, 1) \
    X(MISS_INDIRECT,  36, "core.mispredict_indirect_cycles", 0, 2, 2, 1) \
    X(AMO,            37, "core.amo_cycles",               0, 2, 2, 1) \
    X(LR_SC,          38, "core.lr_sc_cycles",             0, 3, 3, 1) \
    X(CSR_READ,       39, "core.csr_read_cycles",          0, 2, 2, 1) \
    X(DCACHE_MISS,    40, "cache.load_miss_cycles",        0, 2, 2, 1) \
    X(DCACHE_STORE,   41, "cache.store_miss_cycles",       0, 2, 2, 1) \
    X(ICACHE_MISS,    42, "cache.fetch_miss_cycles",       0, 2, 2, 1) \
    X(FENCE_I,        43, "cache.fence_i_cycles",          0, 2, 2, 1)

#ifdef __ASSEMBLER__
#define MARK_NUMBER(name, number, ...) .equ MARK_##name, number ;
MARKS(MARK_NUMBER)

.macro mark name
    slti x0, x0, MARK_\name
.endm

/* Times each piece is done, so that the last finds caches and predictor warm. */
#define ROUNDS 8
#endif

#endif
