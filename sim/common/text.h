/* Text put together piece by piece in a buffer of fixed size; what does not
 * fit is cut off.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_TEXT_H
#define GATEHOUSE_TEXT_H

#include <stddef.h>

struct text {
    char *at;    /* the zero at its end */
    size_t left; /* bytes from there */
};

__attribute__((format(printf, 2, 3)))
void text_put(struct text *t, const char *fmt, ...);

#endif
