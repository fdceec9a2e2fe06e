/* Comparison of records, and what is derived from RVFI.
 * SPDX-License-Identifier: ISC */
#include "../../sim/common/isa_names.h"
#include "../../sim/common/retire.h"
#include "../rvfi.h"
#include "check.h"

#include <string.h>

#define BIT(f) (UINT64_C(1) << (f))

void test_retire_differences_names_each_field(void)
{
    struct retire a = {.trap = 1, .intr = 1}, b = a;

    CHECK(retire_differences(&a, &b) == 0);
    b.pc = 4;
    CHECK(retire_differences(&a, &b) == BIT(RF_PC));
    b = a;
    b.mem_paddr = UINT64_C(1) << 33;
    CHECK(retire_differences(&a, &b) == BIT(RF_MEM_PADDR));
    b = a;
    b.upmar = 1;
    b.cause = 2;
    CHECK(retire_differences(&a, &b) == (BIT(RF_UPMAR) | BIT(RF_CAUSE)));
    CHECK(retire_field_value(&b, RF_CAUSE) == 2);
    for (unsigned f = 0; f < RF_COUNT; f++)
        CHECK(retire_field_name(f) != NULL);
}

void test_retire_differences_ignores_what_has_no_meaning(void)
{
    struct retire a = {.rs1 = 1, .rs1_val = 2}, b = a;

    b.cause = 5;
    b.tval = 6;
    b.intr_cause = 7;
    b.mip = 8;
    b.order = b.cycle = 9;
    CHECK(retire_differences(&a, &b) == 0);
    b.rs1_val = 3;
    CHECK(retire_differences(&a, &b) == BIT(RF_RS1_VAL));
    a.trap = b.trap = 1; /* now the sources have none, the cause has */
    CHECK(retire_differences(&a, &b) == (BIT(RF_CAUSE) | BIT(RF_TVAL)));
    a = b;
    b.trap = 0;
    CHECK(retire_differences(&a, &b) == BIT(RF_TRAP));
}

void test_rvfi_trap_to_machine_mode(void)
{
    struct retire r = {.trap = 1, .mode = 0, .mcause = 13, .mtval = 0x1234, .scause = 9, .stval = 8};
    struct rvfi_before before = {.mstatus = 0x80, .mcause = 13, .mtval = 0x1234};

    rvfi_complete(&r, &before); /* MPIE goes from 1 to 0 */
    CHECK(r.next_mode == 3 && r.cause == 13 && r.tval == 0x1234);
    r.mstatus = before.mstatus; /* nothing but mtval tells */
    before.mtval = 0;
    rvfi_complete(&r, &before);
    CHECK(r.next_mode == 3 && r.tval == 0x1234);
    r.mode = 3;
    before.mtval = r.mtval; /* from M there is no other way */
    rvfi_complete(&r, &before);
    CHECK(r.next_mode == 3);
}

void test_rvfi_trap_to_supervisor_mode(void)
{
    struct retire r = {.trap = 1, .mode = 0, .mcause = 13, .mtval = 0x1234, .scause = 8, .stval = 9};
    struct rvfi_before before = {.mstatus = 0x20, .mcause = 13, .mtval = 0x1234};

    rvfi_complete(&r, &before); /* SPIE goes from 1 to 0 */
    CHECK(r.next_mode == 1 && r.cause == 8 && r.tval == 9);
}

void test_rvfi_returns_and_gates(void)
{
    struct retire r = {.mode = 3, .insn = ISA_MRET};
    struct rvfi_before before = {.mstatus = 1u << 11};

    rvfi_complete(&r, &before);
    CHECK(r.next_mode == 1);
    r = (struct retire){.mode = 1, .insn = ISA_SRET};
    before.mstatus = 1u << 8;
    rvfi_complete(&r, &before);
    CHECK(r.next_mode == 1);
    before.mstatus = 0;
    rvfi_complete(&r, &before);
    CHECK(r.next_mode == 0);
    r = (struct retire){.mode = 0, .insn = 0x0050000B};
    rvfi_complete(&r, &before);
    CHECK(r.next_mode == 1);
    r = (struct retire){.mode = 0, .insn = 0x00000013};
    rvfi_complete(&r, &before);
    CHECK(r.next_mode == 0);
}

void test_rvfi_interrupt_cause_by_mode(void)
{
    struct retire r = {.mode = 1, .intr = 1, .insn = 0x00000013};
    struct rvfi_before before = {.mcause = 0x80000007, .scause = 0x80000005};

    rvfi_complete(&r, &before);
    CHECK(r.intr_cause == 0x80000005);
    r.mode = 3;
    rvfi_complete(&r, &before);
    CHECK(r.intr_cause == 0x80000007);
}
