/* The frame of the observation: classes of instructions, what was before.
 * SPDX-License-Identifier: ISC */
#include "observe.h"

#include "../../sim/devices/devices.h"
#include "../../sim/machine.h"
#include "../../sim/mem.h"
#include "coverage.h"
#include "encode.h"

static struct retire last;
static enum class last_class;

static enum class class_of_system(uint32_t insn)
{
    switch (insn) {
    case ECALL: return CLASS_ECALL;
    case EBREAK: return CLASS_EBREAK;
    case MRET: case SRET: return CLASS_XRET;
    case WFI: return CLASS_WFI;
    }
    if (insn_funct3(insn) & 3)
        return CLASS_CSR;
    if (insn_funct3(insn) == 0 && insn_funct7(insn) == 9 && insn_rd(insn) == 0)
        return CLASS_SFENCE;
    return CLASS_UNDECODED;
}

static enum class class_of(uint32_t insn)
{
    switch (insn_opcode(insn)) {
    case OP_OP:
        if (insn_funct7(insn) == 1)
            return insn_funct3(insn) & 4 ? CLASS_DIV : CLASS_MUL;
        return CLASS_ALU;
    case OP_OP_IMM: case OP_LUI: case OP_AUIPC: return CLASS_ALU;
    case OP_BRANCH: return CLASS_BRANCH;
    case OP_JAL: return CLASS_JAL;
    case OP_JALR: return CLASS_JALR;
    case OP_LOAD: return CLASS_LOAD;
    case OP_STORE: return CLASS_STORE;
    case OP_AMO:
        switch (insn_funct7(insn) >> 2) {
        case 2: return CLASS_LR;
        case 3: return CLASS_SC;
        default: return CLASS_AMO;
        }
    case OP_MISC_MEM: return insn_funct3(insn) == 1 ? CLASS_FENCE_I : CLASS_FENCE;
    case OP_SYSTEM: return class_of_system(insn);
    case OP_CUSTOM_0: return CLASS_SVC;
    default: return CLASS_UNDECODED;
    }
}

int exception_index(uint32_t cause)
{
    static const int8_t index[32] = {
        [0] = 1, [1] = 2, [2] = 3, [3] = 4, [4] = 5, [5] = 6, [6] = 7, [7] = 8, [8] = 9, [9] = 10,
        [11] = 11, [12] = 12, [13] = 13, [15] = 14, [24] = 15,
    };

    return index[cause & 31] - 1;
}

unsigned place_of(const struct model *m, uint64_t paddr)
{
    if (paddr >> 32)
        return PLACE_ABOVE;
    if (mem_is_dram(m, paddr))
        return PLACE_DRAM;
    if (paddr - MODEL_ROM_BASE < MODEL_ROM_BYTES)
        return PLACE_ROM;
    return device_at(paddr) ? PLACE_DEVICE : PLACE_HOLE;
}

static int interrupt_index(uint32_t cause)
{
    switch (cause & 31) {
    case 1: return 0;
    case 3: return 1;
    case 5: return 2;
    case 7: return 3;
    case 9: return 4;
    case 11: return 5;
    default: return -1;
    }
}

/* The mode that was interrupted is in xPP now: MPP, or SPP if the handler is S's. */
static void observe_interrupt(const struct observed *o)
{
    const struct retire *r = o->r;
    unsigned target = r->mode == 3, mode = o->before->next_mode;
    uint32_t tvec = target ? o->m->csr.mtvec : o->m->csr.stvec;

    cover4(interrupt, (unsigned)interrupt_index(r->intr_cause), mode_index(mode), target, tvec & 1);
    if (!o->before->trap)
        cover2(interrupt_after, (unsigned)interrupt_index(r->intr_cause), o->class_before);
}

static void observe_exception(const struct observed *o)
{
    const struct retire *r = o->r;
    int index = exception_index(r->cause);

    if (index < 0)
        return;
    cover3(exception, (unsigned)index, mode_index(r->mode), r->next_mode == 3);
    if (o->adjacent)
        cover2(trap_pair, o->class_before, (unsigned)index);
}

void observe(void *ctx, struct model *m, const struct retire *r)
{
    struct observed o = {
        .m = m,
        .r = r,
        .before = &last,
        .class = r->insn || !r->trap ? class_of(r->insn) : CLASS_UNDECODED,
        .class_before = last_class,
    };

    (void)ctx;
    if (r->order == 0) {
        observe_reset_maps();
        last = *r;
        last_class = o.class;
        return;
    }
    o.adjacent = !last.trap && !r->intr;
    if (r->intr)
        observe_interrupt(&o);
    if (r->trap)
        observe_exception(&o);
    observe_compute(&o);
    observe_maps(&o);
    observe_memory(&o);
    observe_system(&o);
    observe_csr(&o);
    last = *r;
    last_class = o.class;
}
