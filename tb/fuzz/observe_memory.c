/* Cover points of loads, stores and atomics: where they go, and SC's results.
 * SPDX-License-Identifier: ISC */
#include "../../sim/riscv.h"
#include "coverage.h"
#include "observe.h"

/* The memory_op axis; -1: no memory operation. */
static int operation(const struct observed *o)
{
    static const int8_t loads[] = {0, 1, 2, -1, 3, 4, -1, -1}, stores[] = {5, 6, 7, -1};
    static const uint8_t amos[32] = {
        [0x02] = 8, [0x03] = 9, [0x00] = 10, [0x01] = 11, [0x04] = 12, [0x08] = 13, [0x0C] = 14,
        [0x10] = 15, [0x14] = 16, [0x18] = 17, [0x1C] = 18,
    };
    uint32_t insn = o->r->insn;
    int op;

    switch (o->class) {
    case CLASS_LOAD: return loads[insn_funct3(insn)];
    case CLASS_STORE: return insn_funct3(insn) & 4 ? -1 : stores[insn_funct3(insn)];
    case CLASS_LR: case CLASS_SC: case CLASS_AMO:
        op = amos[insn_funct7(insn) >> 2];
        return insn_funct3(insn) == 2 && op > 0 ? op : -1;
    default: return -1;
    }
}

static bool faulted(const struct retire *r)
{
    return r->trap && r->cause >= CAUSE_LOAD_MISALIGNED && r->cause <= CAUSE_STORE_PAGE &&
           exception_index(r->cause) != exception_index(CAUSE_FETCH_PAGE) &&
           r->cause != CAUSE_ECALL_U && r->cause != CAUSE_ECALL_S && r->cause != CAUSE_ECALL_M;
}

static uint32_t address(const struct observed *o)
{
    uint32_t insn = o->r->insn;

    if (o->r->trap)
        return o->r->tval;
    return o->r->rs1_val + (o->class == CLASS_LOAD ? imm_i(insn)
                            : o->class == CLASS_STORE ? imm_s(insn) : 0);
}

/* Where an access fault was: by the map as it is, if that leads somewhere. */
static bool place_of_fault(const struct observed *o, unsigned *place)
{
    uint32_t map, va = o->r->tval;
    struct entry e;

    if (map_in_use(o->r, privilege_of_data(o), &map) == 0) {
        *place = place_of(o->m, va);
        return true;
    }
    e = look_up_entry(o->m, map, va);
    if (e.end != SECOND_LEAF)
        return false;
    *place = place_of(o->m, (uint64_t)(e.pte >> PTE_PPN_SHIFT) << 12 | (va & 0xFFF));
    return true;
}

static void observe_sc(const struct observed *o)
{
    const struct retire *r = o->r;
    static bool after_trap;  /* a reservation was lost by a trap, */
    static bool reserved;    /* or is there */
    unsigned result;

    if (r->trap || r->intr || o->class == CLASS_XRET) {
        after_trap = after_trap || reserved;
        reserved = false;
    }
    if (o->class == CLASS_LR && !r->trap) {
        reserved = true;
        after_trap = false;
    }
    if (o->class != CLASS_SC)
        return;
    switch (r->trap ? r->cause : 0) {
    case CAUSE_STORE_PAGE: result = 4; break;
    case CAUSE_STORE_ACCESS: result = 5; break;
    case CAUSE_STORE_MISALIGNED: result = 6; break;
    case 0: result = r->mem_wmask ? 0 : reserved ? 2 : after_trap ? 3 : 1; break;
    default: return;
    }
    cover2(sc, result, mode_index(r->mode));
    reserved = after_trap = false;
}

void observe_memory(const struct observed *o)
{
    const struct retire *r = o->r;
    int op = operation(o);
    unsigned place;

    observe_sc(o);
    if (op < 0 || (r->trap && !faulted(r)))
        return;
    cover2(aligned, (unsigned)op, address(o) & 3);
    if (r->mem_rmask | r->mem_wmask)
        place = place_of(o->m, r->mem_paddr);
    else if (!r->trap || (r->cause != CAUSE_LOAD_ACCESS && r->cause != CAUSE_STORE_ACCESS) ||
             !place_of_fault(o, &place))
        return;
    cover3(place, (unsigned)op, place, mode_index(r->mode));
}
