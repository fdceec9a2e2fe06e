/* The gate table, and the gates that concern the caller alone. A full gate is
 * a C function of its caller and the caller's arguments a[0] to a[5]; what it
 * returns goes to the caller's a0, unless it has put the caller to sleep.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

/* For a second try: only gates that can block, so no quick ones. */
#define QUICK(n, name, args)
#define QUICK2(n, name, args)
#define SWITCH(n, name, args) FULL(n, name, args)
#define FULL(n, name, args) [n] = gate_##name,
static gate_function *const again[NGATES] = {
#include "gates.def"
};
#undef QUICK
#undef QUICK2
#undef FULL

/* For whoever watches: how many arguments each gate has. */
#define QUICK(n, name, args) [n] = (args),
#define QUICK2(n, name, args) [n] = (args),
#define FULL(n, name, args) [n] = (args),
const uint8_t trace_gates[256] __attribute__((used)) = {
#include "gates.def"
};

#ifdef PLAN_SWITCH
/* One page, 256 descriptors of four words: entry and the valid bit, then 0. */
static uint32_t (*gate_table)[4];
#endif

void gate_init(void)
{
#ifdef PLAN_SWITCH
    gate_table = frame_alloc();
    for (uint32_t i = 0; i < NGATES; i++)
        gate_table[i][0] = gate_stubs[i] | GATE_VALID;
    csr_write(CSR_GTBL, GTBL_ENABLE | (uint32_t)gate_table >> 12);
#endif
}

int gate_again(struct module *m)
{
    return again[m->gate](m, &m->regs[A0]);
}

/* Beside the stubs that call them, and without a frame: each cycle counts. */
#define QUICK_GATE __attribute__((section(".text.quick"), optimize("omit-frame-pointer")))

QUICK_GATE uint32_t gate_null(void)
{
    return 0;
}

QUICK_GATE uint32_t gate_self(void)
{
    return cpu.current->id;
}

QUICK_GATE uint64_t gate_time(void)
{
    return time_now();
}

/* exit(status) */
int gate_exit(struct module *m, const uint32_t *a)
{
    module_end(m, END_EXIT, a[0]);
    return 0;
}

/* yield() */
int gate_yield(struct module *m, const uint32_t *a)
{
    (void)m, (void)a;
    cpu.leave = 1;
    return 0;
}

/* name(buffer, size): the caller's own name with its 0; its length */
int gate_name(struct module *m, const uint32_t *a)
{
    uint32_t len = strnlen(m->name, NAME_MAX);
    if (a[1] <= len)
        return E_TOOBIG;
    return copy_out(m, a[0], m->name, len + 1) ? E_FAULT : (int)len;
}

/* onfault(handler): the caller's next fault goes there, not to its end */
int gate_onfault(struct module *m, const uint32_t *a)
{
    if (a[0] >= USER_TOP || (a[0] & 3))
        return E_INVAL;
    m->handler = a[0];
    return 0;
}
