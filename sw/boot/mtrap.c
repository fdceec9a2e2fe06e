/* The last words of machine mode: no trap may arrive there once the kernel
 * runs, so one that does is printed and ends the machine with status 3.
 * SPDX-License-Identifier: ISC */
#include <stdint.h>

#define UART ((volatile uint8_t *)0x10000000)
#define FINISHER ((volatile uint32_t *)0x00100000)

static void put(char c)
{
    while (!(UART[5] & 0x20))
        ;
    UART[0] = c;
}

static void say(const char *s, uint32_t v)
{
    while (*s)
        put(*s++);
    for (int shift = 28; shift >= 0; shift -= 4)
        put("0123456789abcdef"[v >> shift & 15]);
}

void m_trap(uint32_t cause, uint32_t epc, uint32_t tval);
void m_trap(uint32_t cause, uint32_t epc, uint32_t tval)
{
    UART[3] = 3; /* characters of 8 bits */
    say("machine mode: trap ", cause);
    say(" pc ", epc);
    say(" value ", tval);
    put('\n');
    *FINISHER = 3 << 16 | 0x3333;
    for (;;)
        ;
}
