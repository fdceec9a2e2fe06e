/* Linked lists: build, search by key and by position, reverse, remove and put
 * back, and sort by merging. Pointer chasing is what it measures.
 * SPDX-License-Identifier: ISC */
#include <stddef.h>

#include "bench.h"

#define NODES 80

struct node {
    struct node *next;
    int16_t key;
    uint16_t index;
};

static struct node pool[NODES];

static struct node *build(uint32_t seed)
{
    struct node *head = NULL;

    for (int i = NODES - 1; i >= 0; i--) {
        pool[i].key = (int16_t)(lcg(&seed) & 0x3FF);
        pool[i].index = (uint16_t)i;
        pool[i].next = head;
        head = &pool[i];
    }
    return head;
}

static struct node *find_key(struct node *list, int key)
{
    while (list && list->key != key)
        list = list->next;
    return list;
}

static struct node *find_index(struct node *list, unsigned index)
{
    while (list && list->index != index)
        list = list->next;
    return list;
}

static struct node *reverse(struct node *list)
{
    struct node *done = NULL;

    while (list) {
        struct node *next = list->next;

        list->next = done;
        done = list;
        list = next;
    }
    return done;
}

/* Takes the node behind `node` out of the list and gives it back. */
static struct node *remove_next(struct node *node)
{
    struct node *gone = node->next;

    node->next = gone->next;
    return gone;
}

static void insert_next(struct node *node, struct node *item)
{
    item->next = node->next;
    node->next = item;
}

static int by_key(const struct node *a, const struct node *b)
{
    return a->key - b->key;
}

static int by_index(const struct node *a, const struct node *b)
{
    return a->index - b->index;
}

/* Stable merge sort from the bottom up: runs of 1, 2, 4, ... are merged. */
static inline struct node *sort(struct node *list,
                                int (*compare)(const struct node *, const struct node *))
{
    for (unsigned run = 1;; run *= 2) {
        struct node *rest = list, **tail = &list;
        unsigned merges = 0;

        while (rest) {
            struct node *left = rest, *right = rest;
            unsigned left_size = 0, right_size = run;

            merges++;
            while (left_size < run && right) {
                right = right->next;
                left_size++;
            }
            while (left_size > 0 || (right_size > 0 && right)) {
                struct node *take;

                if (left_size > 0 && (right_size == 0 || !right || compare(left, right) <= 0)) {
                    take = left;
                    left = left->next;
                    left_size--;
                } else {
                    take = right;
                    right = right->next;
                    right_size--;
                }
                *tail = take;
                tail = &take->next;
            }
            rest = right;
        }
        *tail = NULL;
        if (merges <= 1)
            return list;
    }
}

static uint32_t pass(void)
{
    uint32_t sum = 0, seed = 99;
    struct node *list = build(7);

    for (unsigned i = 0; i < 24; i++) {
        struct node *found = find_key(list, (int)(lcg(&seed) & 0x3FF));

        sum = fold(sum, found ? found->index : 0xFFFF);
        found = find_index(list, i * 3);
        if (found->next) {
            struct node *gone = remove_next(found);

            sum = fold(sum, (uint32_t)gone->key);
            insert_next(list, gone);
        }
        list = reverse(list);
    }
    list = sort(list, by_key);
    for (struct node *n = list; n; n = n->next)
        sum = fold(sum, (uint32_t)n->key);
    list = sort(list, by_index);
    for (struct node *n = list; n; n = n->next)
        sum = fold(sum, (uint32_t)n->key);
    return sum;
}

const struct bench bench = { .name = "list", .passes = 5, .expect = 0xFA4C60AF, .pass = pass };
