/* Writable memory shared by two modules that both agreed, at addresses of
 * their own; and refusals to everyone else. Argument: 0 offers, 1 accepts, 2
 * is a third.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define MINE ((volatile uint32_t *)0x50000000)
#define YOURS ((volatile uint32_t *)0x60000000)

static int accepts(void)
{
    uint32_t from, offered;
    if (receive(&offered, sizeof offered, &from) != sizeof offered)
        return 1;
    if (accept(offered, (void *)0x10000) != E_BUSY || accept(offered + 1, (void *)YOURS) != E_NONE)
        return 2;
    if (accept(offered, (void *)YOURS) != 2 * PAGE_SIZE)
        return 3;
    if (accept(offered, (void *)YOURS) != E_NONE) /* it is used up */
        return 4;
    if (YOURS[0] != 1234 || YOURS[1024] != 5678)
        return 5;
    YOURS[1] = YOURS[0] + 1;
    return 0;
}

static int third(void)
{
    uint32_t from, offered;
    receive(&offered, sizeof offered, &from);
    return accept(offered, (void *)YOURS) != E_NONE;
}

int main(uint32_t arg)
{
    uint32_t status;
    if (arg)
        return arg == 1 ? accepts() : third();
    uint32_t friend = create("share", 1), other = create("share", 2);
    allocate((void *)MINE, 2 * PAGE_SIZE, PROT_R | PROT_W);
    MINE[0] = 1234;
    MINE[1024] = 5678;
    check_is("offer to nobody", offer((void *)MINE, 4, 0x12345678), E_NONE);
    check_is("offer of my code", offer((void *)0x10000, 4, friend), E_FAULT);
    check_is("offer of what is not there", offer((void *)YOURS, 4, friend), E_FAULT);
    int offered = offer((void *)MINE, 2 * PAGE_SIZE, friend);
    check("offered two pages", offered >= 0);
    check_is("accept by the offerer", accept(offered, (void *)YOURS), E_NONE);
    send(other, &offered, sizeof offered);
    check_is("a third ended", wait(other, &status), END_EXIT);
    check_is("and was refused", status, 0);
    send(friend, &offered, sizeof offered);
    check_is("the friend ended", wait(friend, &status), END_EXIT);
    check_is("and found all well", status, 0);
    check_is("what the friend wrote", MINE[1], 1235);
    return test_wrong;
}
