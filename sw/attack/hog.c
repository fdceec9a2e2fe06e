/* Takes all it can get of one thing, until refused. Argument: 0 memory, 1
 * modules, 2 queues, 3 room in a queue, 4 is one of many, 5 page tables.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

int main(uint32_t arg)
{
    uint32_t n = 0;
    int got = 0;
    if (arg == 4)
        sleep(1000000000);
    if (arg == 0)
        for (uint32_t va = 0x50000000; (got = allocate((void *)va, PAGE_SIZE, PROT_R | PROT_W)) > 0;
             va += PAGE_SIZE, n++) /* and look for what others left */
            for (uint32_t i = 0; i < 1024; i += 32)
                if (((uint32_t *)va)[i])
                    return 1;
    if (arg == 1) {
        uint32_t child[64], status;
        while (n < 64 && (got = create("hog", 4)) > 0)
            child[n++] = got;
        for (uint32_t i = 0; i < n; i++) {
            destroy(child[i]);
            wait(child[i], &status);
        }
    }
    if (arg == 2)
        for (char q[4] = "q_"; n < 64 && (got = queue(q)) >= 0; n++)
            q[1]++;
    if (arg == 3) {
        int q = queue("hogged");
        for (; n < QUEUE_SLOTS; n++)
            got = put(q, &n, sizeof n);
        got = put(q, &n, MESSAGE_MAX + 1);
    }
    if (arg == 5)
        for (uint32_t va = 0x01000000; va < 0x7F000000; va += 0x00400000, n++)
            if ((got = allocate((void *)va, PAGE_SIZE, PROT_R)) < 0)
                break;
    printf("hog %u: %s, then %s\n", arg, n > 3 ? "some" : "NONE", got < 0 ? "refused" : "the end");
    return 0;
}
