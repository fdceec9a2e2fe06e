/* A program as an ELF file, for the simulator to repeat it, and back.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_IMAGE_H
#define GATEHOUSE_FUZZ_IMAGE_H

#include <stdbool.h>

#include "program.h"

/* False: errno tells why. */
bool image_write(const struct program *p, const char *path);

#endif
