/* Matrices of 16-bit numbers: add a constant, multiply by a constant, by a
 * vector, by a matrix, and by a matrix taking bit fields of the products.
 * SPDX-License-Identifier: ISC */
#include "bench.h"

#define MAX 13

static int16_t a[MAX * MAX], b[MAX * MAX], v[MAX];
static int32_t c[MAX * MAX];

/* Known only when the program runs, so that the loops stay loops. */
static volatile int size = MAX;

static void fill(int n, uint32_t seed)
{
    for (int i = 0; i < n * n; i++) {
        a[i] = (int16_t)(lcg(&seed) & 0xFF);
        b[i] = (int16_t)((lcg(&seed) & 0xFF) - 128);
    }
    for (int i = 0; i < n; i++)
        v[i] = (int16_t)(lcg(&seed) & 0x3F);
}

static void add_constant(int n, int16_t value)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            a[i * n + j] = (int16_t)(a[i * n + j] + value);
}

static void times_constant(int n, int16_t value)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            c[i * n + j] = (int32_t)a[i * n + j] * value;
}

static void times_vector(int n)
{
    for (int i = 0; i < n; i++) {
        int32_t sum = 0;

        for (int j = 0; j < n; j++)
            sum += (int32_t)a[i * n + j] * v[j];
        c[i] = sum;
    }
}

static void times_matrix(int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            int32_t sum = 0;

            for (int k = 0; k < n; k++)
                sum += (int32_t)a[i * n + k] * b[k * n + j];
            c[i * n + j] = sum;
        }
}

static void times_matrix_fields(int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            int32_t sum = 0;

            for (int k = 0; k < n; k++) {
                int32_t product = (int32_t)a[i * n + k] * b[k * n + j];

                sum += ((product >> 2) & 0xF) * ((product >> 5) & 0x7F);
            }
            c[i * n + j] = sum;
        }
}

/* Sums up c; where the level passes a limit it starts again. */
static uint32_t digest(int n, uint32_t sum)
{
    int32_t level = 0, last = 0;

    for (int i = 0; i < n * n; i++) {
        level += c[i];
        if (level > 20000) {
            sum = fold(sum, (uint32_t)level);
            level = 0;
        } else if (c[i] > last) {
            sum += 10;
        }
        last = c[i];
    }
    return fold(sum, (uint32_t)level);
}

static uint32_t pass(void)
{
    uint32_t sum = 0;
    int n = size;

    fill(n, 3);
    add_constant(n, 21);
    times_constant(n, 5);
    sum = digest(n, sum);
    times_vector(n);
    sum = digest(n, sum);
    times_matrix(n);
    sum = digest(n, sum);
    times_matrix_fields(n);
    return digest(n, sum);
}

const struct bench bench = { .name = "matrix", .passes = 8, .expect = 0x45448F08, .pass = pass };
