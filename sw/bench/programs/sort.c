/* Sorting numbers in an array: quicksort with the median of three, which leaves
 * short stretches to an insertion sort; then every number is found by bisection.
 * Half of its branches depend on the data alone.
 * SPDX-License-Identifier: ISC */
#include "bench.h"

#define N 256
#define SHORT 8

static int32_t data[N];

static inline void swap(int32_t *a, int32_t *b)
{
    int32_t t = *a;

    *a = *b;
    *b = t;
}

/* Leaves data[low..high] sorted but for stretches of up to SHORT numbers. */
static void quick(int low, int high)
{
    while (high - low > SHORT) {
        int middle = low + (high - low) / 2, i = low, j = high;
        int32_t pivot;

        if (data[middle] < data[low])
            swap(&data[middle], &data[low]);
        if (data[high] < data[low])
            swap(&data[high], &data[low]);
        if (data[high] < data[middle])
            swap(&data[high], &data[middle]);
        pivot = data[middle];
        while (i <= j) {
            while (data[i] < pivot)
                i++;
            while (data[j] > pivot)
                j--;
            if (i <= j)
                swap(&data[i++], &data[j--]);
        }
        /* the smaller part first, so that the stack stays small */
        if (j - low < high - i) {
            quick(low, j);
            low = i;
        } else {
            quick(i, high);
            high = j;
        }
    }
}

static void insertion(void)
{
    for (int i = 1; i < N; i++) {
        int32_t item = data[i];
        int j = i;

        for (; j > 0 && data[j - 1] > item; j--)
            data[j] = data[j - 1];
        data[j] = item;
    }
}

static int bisect(int32_t item)
{
    int low = 0, high = N - 1;

    while (low < high) {
        int middle = (low + high) / 2;

        if (data[middle] < item)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t pass(void)
{
    uint32_t sum = 0, seed = 17;

    for (int i = 0; i < N; i++)
        data[i] = (int32_t)(lcg(&seed) & 0xFFFF) - 0x8000;
    quick(0, N - 1);
    insertion();
    seed = 17;
    for (int i = 0; i < N / 4; i++)
        sum = fold(sum, (uint32_t)bisect((int32_t)(lcg(&seed) & 0xFFFF) - 0x8000));
    for (int i = 0; i < N; i++)
        sum = fold(sum, (uint32_t)data[i]);
    return sum;
}

const struct bench bench = { .name = "sort", .passes = 7, .expect = 0x31E7F090, .pass = pass };
