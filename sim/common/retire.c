/* The table of comparable fields of struct retire, and the comparison itself.
 * SPDX-License-Identifier: ISC */
#include "retire.h"

#include <stdbool.h>
#include <string.h>

struct field {
    const char *name;
    uint16_t offset, size;
};

#define FIELD(name, member) {name, offsetof(struct retire, member), sizeof(((struct retire *)0)->member)}

static const struct field fields[RF_COUNT] = {
    [RF_PC] = FIELD("pc_rdata", pc),
    [RF_INSN] = FIELD("insn", insn),
    [RF_MODE] = FIELD("mode", mode),
    [RF_TRAP] = FIELD("trap", trap),
    [RF_CAUSE] = FIELD("trap cause", cause),
    [RF_TVAL] = FIELD("trap value", tval),
    [RF_INTR] = FIELD("intr", intr),
    [RF_INTR_CAUSE] = FIELD("interrupt cause", intr_cause),
    [RF_NEXT_PC] = FIELD("pc_wdata", next_pc),
    [RF_NEXT_MODE] = FIELD("next mode", next_mode),
    [RF_RS1] = FIELD("rs1_addr", rs1),
    [RF_RS1_VAL] = FIELD("rs1_rdata", rs1_val),
    [RF_RS2] = FIELD("rs2_addr", rs2),
    [RF_RS2_VAL] = FIELD("rs2_rdata", rs2_val),
    [RF_RD] = FIELD("rd_addr", rd),
    [RF_RD_VAL] = FIELD("rd_wdata", rd_val),
    [RF_MEM_ADDR] = FIELD("mem_addr", mem_addr),
    [RF_MEM_RMASK] = FIELD("mem_rmask", mem_rmask),
    [RF_MEM_WMASK] = FIELD("mem_wmask", mem_wmask),
    [RF_MEM_RDATA] = FIELD("mem_rdata", mem_rdata),
    [RF_MEM_WDATA] = FIELD("mem_wdata", mem_wdata),
    [RF_MEM_PADDR] = FIELD("mem_paddr", mem_paddr),
    [RF_MEM_PTE] = FIELD("mem_pte0", mem_pte),
    [RF_PC_PADDR] = FIELD("pc_paddr", pc_paddr),
    [RF_PC_PTE] = FIELD("pc_pte0", pc_pte),
    [RF_MSTATUS] = FIELD("csr_mstatus", mstatus),
    [RF_MEPC] = FIELD("csr_mepc", mepc),
    [RF_MCAUSE] = FIELD("csr_mcause", mcause),
    [RF_MTVAL] = FIELD("csr_mtval", mtval),
    [RF_SEPC] = FIELD("csr_sepc", sepc),
    [RF_SCAUSE] = FIELD("csr_scause", scause),
    [RF_STVAL] = FIELD("csr_stval", stval),
    [RF_SATP] = FIELD("csr_satp", satp),
    [RF_UPMAR] = FIELD("csr_upmar", upmar),
    [RF_GTBL] = FIELD("csr_gtbl", gtbl),
};

const char *retire_field_name(enum retire_field f)
{
    return fields[f].name;
}

uint64_t retire_field_value(const struct retire *r, enum retire_field f)
{
    const char *at = (const char *)r + fields[f].offset;
    uint8_t v8;
    uint32_t v32;
    uint64_t v64;

    switch (fields[f].size) {
    case 1:
        memcpy(&v8, at, 1);
        return v8;
    case 4:
        memcpy(&v32, at, 4);
        return v32;
    default:
        memcpy(&v64, at, 8);
        return v64;
    }
}

uint64_t retire_differences(const struct retire *rtl, const struct retire *model)
{
    uint64_t diff = 0;

    for (unsigned f = 0; f < RF_COUNT; f++)
        if (retire_field_value(rtl, f) != retire_field_value(model, f))
            diff |= UINT64_C(1) << f;

    if (!rtl->trap && !model->trap)
        diff &= ~(UINT64_C(1) << RF_CAUSE | UINT64_C(1) << RF_TVAL);
    else /* a trapped instruction need not have read its sources */
        diff &= ~(UINT64_C(1) << RF_RS1 | UINT64_C(1) << RF_RS1_VAL |
                  UINT64_C(1) << RF_RS2 | UINT64_C(1) << RF_RS2_VAL);
    if (!rtl->intr && !model->intr)
        diff &= ~(UINT64_C(1) << RF_INTR_CAUSE);
    return diff;
}
