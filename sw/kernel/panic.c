/* The kernel's own end: a trap taken in the kernel, or a promise broken.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

extern uint32_t panic_regs[32];

void kernel_trap(void) __attribute__((noreturn));
void kernel_trap(void)
{
    print("kernel: trap in the kernel: cause %x pc %08x value %08x\n", csr_read(scause),
          panic_regs[PC], csr_read(stval));
    finish(2);
}

void panic(const char *why)
{
    print("kernel: panic: %s\n", why);
    finish(2);
}
