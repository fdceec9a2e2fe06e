/* The counters: cycle, time and instret (unpriv 10), mhpmcounter3 to 31
 * (priv 3.1.10), their enables and inhibits.
 * instret is exact. Of the others the judge of a lockstep run cannot know the
 * value and takes the RTL's; stand-alone, a cycle is an instruction, and of
 * the events those are counted that an instruction stream alone determines.
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "riscv.h"

#define MACHINE_COUNTERS 0xB00u
#define USER_COUNTERS 0xC00u
#define HIGH_HALF 0x80u
#define INDEX 0x1Fu

enum { CYCLE, TIME, INSTRET, HPM_FIRST, HPM_LAST = 12 };

#define HPM_BITS 40

static unsigned group(unsigned number)
{
    return number & ~(HIGH_HALF | INDEX);
}

bool counter_exists(unsigned number)
{
    if (group(number) == MACHINE_COUNTERS)
        return (number & INDEX) != TIME; /* mtime is no CSR */
    return group(number) == USER_COUNTERS;
}

/* priv 3.1.11, 4.1.5: mcounteren rules S and U, scounteren rules U as well.
 * Other CSRs are no concern of theirs. */
bool counter_enabled(const struct model *m, unsigned number)
{
    uint32_t enabled = m->csr.mcounteren;

    if (group(number) != USER_COUNTERS || m->mode == MODE_M)
        return true;
    if (m->mode == MODE_U)
        enabled &= m->csr.scounteren;
    return enabled >> (number & INDEX) & 1;
}

static uint64_t own_value(const struct model *m, unsigned index)
{
    switch (index) {
    case CYCLE:
        return m->csr.mcycle;
    case TIME:
        return m->clint.mtime;
    case INSTRET:
        return m->csr.minstret;
    default:
        return m->csr.hpm[index];
    }
}

static bool is_hpm(unsigned index)
{
    return index >= HPM_FIRST && index <= HPM_LAST;
}

uint32_t counter_read(const struct model *m, unsigned number)
{
    unsigned index = number & INDEX;
    bool high = number & HIGH_HALF;

    if (index > HPM_LAST)
        return 0;
    if (m->rtl && index != INSTRET) {
        if (high && is_hpm(index))
            return m->rtl->rd_val & ((1u << (HPM_BITS - 32)) - 1);
        return m->rtl->rd_val;
    }
    return own_value(m, index) >> (high ? 32 : 0);
}

static uint64_t with_half(uint64_t old, bool high, uint32_t value)
{
    if (high)
        return (old & UINT32_MAX) | (uint64_t)value << 32;
    return (old & ~(uint64_t)UINT32_MAX) | value;
}

void counter_write(struct model *m, unsigned number, uint32_t value)
{
    unsigned index = number & INDEX;
    uint64_t next;

    if (index > HPM_LAST)
        return;
    next = with_half(own_value(m, index), number & HIGH_HALF, value);
    if (index == CYCLE) {
        m->csr.mcycle = next;
    } else if (index == INSTRET) {
        m->csr.minstret = next;
        m->minstret_written = true; /* and not incremented by this very one */
    } else {
        m->csr.hpm[index] = next & ((UINT64_C(1) << HPM_BITS) - 1);
    }
}

/* mcountinhibit (priv 3.1.12) has a counter's bit at its index. */
void count_event(struct model *m, unsigned counter)
{
    if (m->csr.mcountinhibit >> counter & 1)
        return;
    m->csr.hpm[counter] = (m->csr.hpm[counter] + 1) &
                          ((UINT64_C(1) << HPM_BITS) - 1);
}
