/* Every pointer and length that a gate can be handed and must not believe:
 * ranges that wrap, end in the kernel, are unmapped half-way, read-only, or
 * longer than allowed; and those that are odd but right.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define AREA 0x50000000u /* two pages, nothing behind them */
#define END (AREA + 2 * PAGE_SIZE)
static const char constant[8] = "constant";

int main(uint32_t arg)
{
    uint8_t *area = (uint8_t *)AREA, back[64];
    int q = queue("pointers");
    uint32_t from;
    (void)arg;

    allocate(area, 2 * PAGE_SIZE, PROT_R | PROT_W);
    for (uint32_t i = 0; i < 2 * PAGE_SIZE; i++)
        area[i] = i * 7;
    check_is("put across a page's end", put(q, area + PAGE_SIZE - 5, 10), 0);
    check_is("get across a page's end", get(q, area + PAGE_SIZE - 3, 64), 10);
    check_is("the first byte", area[PAGE_SIZE - 3], (uint8_t)((PAGE_SIZE - 5) * 7));
    check_is("the last byte", area[PAGE_SIZE + 6], (uint8_t)((PAGE_SIZE + 4) * 7));
    check_is("put up to the last byte", put(q, (void *)(END - 8), 8), 0);
    check_is("put one byte further", put(q, (void *)(END - 8), 9), E_FAULT);
    check_is("get into what ends half-way", get(q, (void *)(END - 4), 64), E_FAULT);
    check_is("get into constants", get(q, (void *)constant, 64), E_FAULT);
    check_is("get into code", get(q, (void *)main, 64), E_FAULT);
    check_is("get into too little", get(q, back, 7), E_TOOBIG);
    check_is("the message is still there", get(q, back, 8), 8);
    check_is("put of nothing", put(q, 0, 0), 0);
    check_is("get of nothing", get(q, 0, 0), 0);
    check_is("put that wraps", put(q, (void *)0x7FFFFFF0, 0xFFFFFFFF), E_TOOBIG);
    check_is("put that wraps a little", put(q, (void *)0xFFFFFFF0, 0x20), E_FAULT);
    check_is("put that ends in the kernel", put(q, (void *)0x7FFFFFF0, 0x20), E_FAULT);
    check_is("put from the kernel", put(q, (void *)0x80000000, 4), E_FAULT);
    check_is("put from the devices", put(q, (void *)0xF0C00000, 1), E_FAULT);
    check_is("put from page 0", put(q, (void *)0, 4), E_FAULT);
    check_is("put of too much", put(q, area, MESSAGE_MAX + 1), E_TOOBIG);
    check_is("get of size -1", get(q, area, -1), E_FAULT);
    check_is("put to queue 15", put(15, area, 4), E_NONE);
    check_is("put to queue -1", put(-1, area, 4), E_NONE);
    check_is("queue without a name", queue(""), E_INVAL);
    check_is("queue of a long name", queue("sixteen characters"), E_INVAL);
    check_is("queue of an unmapped name", queue((char *)0x60000000), E_FAULT);
    check_is("send to nobody", send(0xDEAD00, area, 4), E_NONE);
    check_is("send to self", send(self(), area, 4), E_NONE);
    check_is("receive into the kernel", receive((void *)0x7FFFFFFF, 2, &from), E_FAULT);
    check_is("call of nobody", call(0xFFFFFFFF, area, 4, 4), E_NONE);
    check_is("reply to nobody", reply(self(), area, 4), E_NONE);
    check_is("wait for self", wait(self(), &from), E_PERM);
    check_is("destroy self", destroy(self()), E_PERM);
    check_is("list into constants", list(0, (void *)constant), E_FAULT);
    check_is("create of what is not there", create("nothing", 0), E_NONE);
    check_is("library that is no library", library("pointers"), E_INVAL);
    check_is("where is page 0", where(0), E_FAULT);
    check_is("a handler in the kernel", onfault((void *)0x80000000), E_INVAL);
    check_is("allocate over the top", allocate((void *)0x7FFFF000, 2 * PAGE_SIZE, PROT_R), E_INVAL);
    check_is("allocate everything", allocate((void *)0x1000, 0x7FFFF000, PROT_R), E_NOMEM);
    check_is("allocate what is mine", allocate((void *)0x10000, 4, PROT_R), E_BUSY);
    check_is("allocate more than there is", allocate((void *)0x60000000, 0x00100000, PROT_R), E_NOMEM);
    check_is("release what wraps", release(area, 0xFFFFF000), E_INVAL);
    check_is("grow by everything", grow(0xFFFFFFFF), E_NOMEM);
    return test_wrong;
}
