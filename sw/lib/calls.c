/* Gates that assembly calls: where a module goes when main returns, and more.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

void module_exit(int status) __attribute__((noreturn));
void module_exit(int status)
{
    exit(status);
}

/* For attempt.S: the next fault goes to `handler`. */
void attempt_arm(void (*handler)(void));
void attempt_arm(void (*handler)(void))
{
    onfault(handler);
}
