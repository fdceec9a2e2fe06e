/* What kernel and modules share of a C library.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_COMMON_H
#define GATEHOUSE_COMMON_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* string.c: the few that they and the compiler call for */
void *memset(void *p, int c, size_t n);
void *memcpy(void *d, const void *s, size_t n);
int memcmp(const void *a, const void *b, size_t n);
int strcmp(const char *a, const char *b);
size_t strlen(const char *s);
size_t strnlen(const char *s, size_t n);

/* format.c: as printf, with %s %c %d %u %x, a width, 0, and %%; each character
 * goes to put(to, c) */
void format(void (*put)(void *to, char c), void *to, const char *f, va_list ap);

#endif
