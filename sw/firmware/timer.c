/* The supervisor's timer. With Sstc the hardware compares `stimecmp` itself and a
 * deadline costs one store; without it the CLINT's comparator interrupts M mode,
 * which passes the interrupt on as a pending STIP.
 * SPDX-License-Identifier: ISC */
#include "firmware.h"

/* For the test of the other way on a machine that has it */
#ifdef FIRMWARE_WITHOUT_SSTC
enum { TRY_SSTC = false };
#else
enum { TRY_SSTC = true };
#endif

static bool have_sstc;

/* Sets menvcfgh.STCE and tries the comparator. A machine without either CSR traps: the
 * trap vector points behind the probe meanwhile, with the answer still at zero. */
static bool sstc_enable(void)
{
    uint32_t answer = 0, vector;

    __asm__ volatile("la %1, 1f\n"
                     "csrrw %1, mtvec, %1\n"
                     "csrs %2, %4\n"
                     "csrr zero, %3\n"
                     "csrr %0, %2\n"
                     ".balign 4\n"
                     "1: csrw mtvec, %1"
                     : "+r"(answer), "=&r"(vector)
                     : "i"(CSR_MENVCFGH), "i"(CSR_STIMECMP), "r"(MENVCFGH_STCE));
    return answer & MENVCFGH_STCE;
}

void timer_init(void)
{
    have_sstc = TRY_SSTC && sstc_enable();
    timer_set(UINT64_MAX);
    if (have_sstc) {
        CLINT_MTIMECMP[1] = UINT32_MAX;
        CLINT_MTIMECMP[0] = UINT32_MAX;
    }
}

void timer_set(uint64_t deadline)
{
    /* The high word passes through its largest value so that no deadline between the old
     * and the new one fires (the manual's sequence for RV32). */
    if (have_sstc) {
        CSR_WRITE(CSR_STIMECMPH, -1);
        CSR_WRITE(CSR_STIMECMP, (uint32_t)deadline);
        CSR_WRITE(CSR_STIMECMPH, (uint32_t)(deadline >> 32));
        return;
    }
    CLINT_MTIMECMP[1] = UINT32_MAX;
    CLINT_MTIMECMP[0] = (uint32_t)deadline;
    CLINT_MTIMECMP[1] = (uint32_t)(deadline >> 32);
    CSR_CLEAR(CSR_MIP, MIP_STIP);
    CSR_SET(CSR_MIE, MIP_MTIP);
}

/* The interrupt stays up until the next deadline is set, so it is masked here. */
void timer_expired(void)
{
    CSR_CLEAR(CSR_MIE, MIP_MTIP);
    CSR_SET(CSR_MIP, MIP_STIP);
}
