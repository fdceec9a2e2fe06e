/* An undefined gate taken in M leaves sepc, scause, stval and the S bits of mstatus alone; an
 * illegal svc too.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    gates_on();
    maps_on(map_new(), map_new());
    WRITE(sepc, 0x1000);
    WRITE(scause, 3);
    WRITE(stval, 0x77);
    enter_status = MSTATUS_SIE | MSTATUS_SPP;
    go(U, do_svc, 1, 0, 0);
    TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 1);
    EQ(out.status & (MSTATUS_SIE | MSTATUS_SPIE | MSTATUS_SPP), MSTATUS_SIE | MSTATUS_SPP);
    EQ(READ(sepc), 0x1000);
    EQ(READ(scause), 3);
    EQ(READ(stval), 0x77);
    WRITE_N(CSR_GTBL, 0);
    go(U, do_svc, 1, 0, 0);
    EQ(out.cause, CAUSE_ILLEGAL);
    EQ(READ(sepc), 0x1000);
    EQ(READ(scause), 3);
    return 0;
}
