/* Matrices of 16-bit numbers: add a constant, multiply by a constant, by a
 * vector, by a matrix, and by a matrix taking bit fields of the products.
 * SPDX-License-Identifier: ISC */
#include "bench.h"

#define N 12

/* As if from a library: nothing about size and place is known where it is compiled. */
#define LIBRARY static __attribute__((noipa))

static int16_t a[N * N], b[N * N], v[N];
static int32_t c[N * N];

static void fill(int16_t *m, int count, uint32_t seed)
{
    for (int i = 0; i < count; i++)
        m[i] = (int16_t)((lcg(&seed) & 0x1FF) - 128);
}

LIBRARY void add_constant(int n, int16_t *m, int16_t value)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            m[i * n + j] = (int16_t)(m[i * n + j] + value);
}

LIBRARY void times_constant(int n, int32_t *out, const int16_t *m, int16_t value)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            out[i * n + j] = (int32_t)m[i * n + j] * value;
}

LIBRARY void times_vector(int n, int32_t *out, const int16_t *m, const int16_t *by)
{
    for (int i = 0; i < n; i++) {
        int32_t sum = 0;

        for (int j = 0; j < n; j++)
            sum += (int32_t)m[i * n + j] * by[j];
        out[i] = sum;
    }
}

LIBRARY void times_matrix(int n, int32_t *out, const int16_t *m, const int16_t *by)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            int32_t sum = 0;

            for (int k = 0; k < n; k++)
                sum += (int32_t)m[i * n + k] * by[k * n + j];
            out[i * n + j] = sum;
        }
}

LIBRARY void times_matrix_fields(int n, int32_t *out, const int16_t *m, const int16_t *by)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            int32_t sum = 0;

            for (int k = 0; k < n; k++) {
                int32_t product = (int32_t)m[i * n + k] * by[k * n + j];

                sum += ((product >> 2) & 0xF) * ((product >> 5) & 0x7F);
            }
            out[i * n + j] = sum;
        }
}

/* Sums up m; where the level passes a limit it starts again. */
LIBRARY uint32_t digest(int n, const int32_t *m, uint32_t sum)
{
    int32_t level = 0, last = 0;

    for (int i = 0; i < n * n; i++) {
        level += m[i];
        if (level > 20000) {
            sum = fold(sum, (uint32_t)level);
            level = 0;
        } else if (m[i] > last) {
            sum += 10;
        }
        last = m[i];
    }
    return fold(sum, (uint32_t)level);
}

static uint32_t pass(void)
{
    uint32_t sum = 0;

    fill(a, N * N, 3);
    fill(b, N * N, 4);
    fill(v, N, 5);
    add_constant(N, a, 21);
    times_constant(N, c, a, 5);
    sum = digest(N, c, sum);
    times_vector(N, c, a, v);
    sum = digest(N, c, sum);
    times_matrix(N, c, a, b);
    sum = digest(N, c, sum);
    times_matrix_fields(N, c, a, b);
    return digest(N, c, sum);
}

const struct bench bench = { .name = "matrix", .passes = 4, .expect = 0x494DCF94, .pass = pass };
