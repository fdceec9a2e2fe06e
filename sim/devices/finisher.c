/* The test finisher (sifive,test0): a store of one word ends the program.
 * SPDX-License-Identifier: ISC */
#include "../model.h"
#include "devices.h"

#define FINISHER_FAIL 0x3333u
#define FINISHER_PASS 0x5555u
#define FINISHER_RESET 0x7777u

int finisher_decode(uint32_t word, int *exit_code)
{
    switch (word & 0xFFFF) {
    case FINISHER_FAIL:
        *exit_code = (int)(word >> 16);
        return MODEL_EXIT;
    case FINISHER_PASS:
        *exit_code = 0;
        return MODEL_EXIT;
    case FINISHER_RESET:
        return MODEL_RESET;
    default:
        return MODEL_OK;
    }
}
