/* The kernel's beginning and end.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

void kmain(void) __attribute__((noreturn));
void kmain(void)
{
    cpu = (struct cpu){0};
    csr_write(stvec, trap_entry);
    csr_write(sscratch, 0);
    csr_clear(sstatus, MSTATUS_SIE | MSTATUS_SUM | MSTATUS_MXR | MSTATUS_SPP);
    csr_write(scounteren, -1); /* modules may read the counters */
    csr_write(sie, INT_TIMER);
    timer_set(-1);
    frame_init(archive_start.frames);
    vm_init();
    uart_init();
    gate_init();
    print("kernel: Gatehouse, %u KiB free\n", counters.frames * (PAGE_SIZE / 1024));
    if (archive_start.disk) {
        if (sd_init() || fs_init(frame_alloc(), frame_alloc()))
            print("kernel: no disk\n");
        else
            swap_init();
    }
    boot_start();
    user_enter(schedule(0));
}

/* Power off: 0 is success, anything else the exit status. */
void finish(uint32_t code)
{
    if (code)
        print("kernel: ends with status %u\n", code);
    else
        print("kernel: all modules ended as expected\n");
    uart_drain();
    *(volatile uint32_t *)FINISHER = code ? code << 16 | 0x3333 : 0x5555;
    for (;;)
        ;
}
