/* The little C library of our Linux programs: strings, output, children.
 * SPDX-License-Identifier: ISC */
#ifndef LIB_H
#define LIB_H

#include <stdarg.h>
#include <stdbool.h>
#include "sys.h"

size_t strlen(const char *s);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t n);
void *memcpy(void *to, const void *from, size_t n);
void *memset(void *to, int byte, size_t n);
int memcmp(const void *a, const void *b, size_t n);

/* Decimal number at the beginning of `s`. */
uint32_t number(const char *s);

/* %s %d %u %x %c (32 bits wide) with a field width (padded on the left; `-` pads on the right). One write
 * to the file for each call, of at most 255 characters. */
void fprint(int fd, const char *format, ...);
#define print(...) fprint(1, __VA_ARGS__)

/* Waits for the child. Its exit code, or 128 + the signal that killed it. */
int wait_for(int pid);

/* All of a file, or what fits: bytes read, negative errno. The text is terminated. */
long slurp(const char *path, char *buffer, size_t size);

/* Ends `main` of a tool: says "tool: what: why" and gives 1. */
int complain(const char *tool, const char *what, long error);

#endif
