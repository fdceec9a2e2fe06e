/* A gate table and the two maps of the Xgate tests: the kernel's in satp, the user's in upmar.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_MMU_GATE_H
#define TESTS_MMU_GATE_H

/* svc 0(a0), the first instruction */
SNIPPET(do_svc, ".insn i 0x0B, 0, x0, a0, 0");
/* what a gate's entry sees: a0 = scause, a1 = stval, a2 = sepc */
SNIPPET(gate_entry, "csrr a0, scause\ncsrr a1, stval\ncsrr a2, sepc");

/* An empty gate table, enabled; its PPN. */
static inline uint32_t gates_on(void)
{
    uint32_t table = frame(0);
    for (uint32_t offset = 0; offset < PAGE; offset += 4)
        WORD(table, offset) = 0;
    WRITE_N(CSR_GTBL, GTBL_ENABLE | table);
    return table;
}

static inline void gate_set(uint32_t table, uint32_t name, uint32_t word)
{
    WORD(table, 16 * name) = word;
}

static inline void maps_on(pte *kernel, pte *user)
{
    map_on(kernel); /* sets satp and lets go() enter U by USER_TEXT */
    WRITE_N(CSR_UPMAR, SATP_MODE | USER_ASID << SATP_ASID_SHIFT | ROOT_PPN(user));
}

/* The gate was entered: its entry snippet ran to its end in S with these scause, stval and sepc. */
static inline void entered_gate(uint32_t name, uint32_t return_address)
{
    EQ(out.cause, CAUSE_ECALL_S);
    EQ(out.a0, CAUSE_GATE);
    EQ(out.a1, name);
    EQ(out.a2, return_address);
}

#endif
