/* The undefined gate is exception 24, delegated to S by medeleg bit 24, with sepc = pc and stval
 * = name.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    gates_on();
    maps_on(map_new(), map_new());
    go(U, do_svc, 40, 0, 0);
    TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 40);
    EQ(out.status & MSTATUS_MPP, 0);
    WRITE(medeleg, 1u << CAUSE_UNDEFINED_GATE);
    go(U, do_svc, 41, 0, 0);
    TRAPPED(S, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 41);
    EQ(out.status & MSTATUS_SPP, 0);
    go(U, do_svc, 0x1000, 0, 0);
    TRAPPED(S, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 0x1000);
    /* vectored mode does not move an exception */
    WRITE(stvec, READ(stvec) | 1);
    go(U, do_svc, 42, 0, 0);
    TRAPPED(S, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 42);
    return 0;
}
