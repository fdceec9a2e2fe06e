/* Hash table: open addressing with linear probing; insert, count up, look up
 * and delete by moving the cluster's rest back.
 * SPDX-License-Identifier: ISC */
#include "bench.h"

#define SLOTS 256
#define KEYS 160

struct slot {
    uint32_t key;             /* 0: free */
    uint32_t count;
};

static struct slot slots[SLOTS];

/* Fibonacci hashing: the upper bits of the product are well mixed. */
static unsigned home(uint32_t key)
{
    return (key * 2654435769u) >> 24;
}

static struct slot *find(uint32_t key)
{
    unsigned i = home(key);

    while (slots[i].key != 0 && slots[i].key != key)
        i = (i + 1) % SLOTS;
    return &slots[i];
}

static void count(uint32_t key)
{
    struct slot *s = find(key);

    s->key = key;
    s->count++;
}

static void erase(uint32_t key)
{
    unsigned hole = (unsigned)(find(key) - slots), i = hole;

    if (slots[hole].key == 0)
        return;
    for (;;) {
        i = (i + 1) % SLOTS;
        if (slots[i].key == 0)
            break;
        /* slot i may fill the hole unless its home lies behind the hole */
        if (((i - home(slots[i].key)) % SLOTS) >= ((i - hole) % SLOTS)) {
            slots[hole] = slots[i];
            hole = i;
        }
    }
    slots[hole].key = 0;
    slots[hole].count = 0;
}

static uint32_t pass(void)
{
    uint32_t sum = 0, seed = 23;

    for (int i = 0; i < SLOTS; i++)
        slots[i].key = slots[i].count = 0;
    for (int i = 0; i < 4 * KEYS; i++)
        count(1 + (lcg(&seed) & 0xFF) * KEYS / 256);
    for (uint32_t key = 1; key <= KEYS; key += 3)
        erase(key);
    for (uint32_t key = 1; key <= KEYS; key++) {
        const struct slot *s = find(key);

        if (s->key)
            sum = fold(sum, s->count);
    }
    return sum;
}

const struct bench bench = { .name = "hash", .passes = 10, .expect = 0xB8FEB189, .pass = pass };
