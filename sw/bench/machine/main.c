/* Runs the measured loop three times in U mode, over the same addresses: without
 * translation, under a map in satp, and under a map in upmar with the kernel's
 * own in satp; prints a line for each and one with the totals from reset.
 * SPDX-License-Identifier: ISC */
#include "bench.h"
#include "csr.h"
#include "runner.h"
#include "machine.h"

#define ENABLE_COUNTERS 0x1FFF
#define FINISH_PASS 0x5555
#define FINISH_FAIL 0x13333
#define TEXT (PTE_R | PTE_X | PTE_A)
#define DATA (PTE_R | PTE_W | PTE_A | PTE_D)

extern char user_text[], user_data[];

static struct map user_map(void)
{
    struct map map = map_new();

    map_page(map, (uint32_t)user_text, (uint32_t)user_text, TEXT | PTE_U);
    map_page(map, (uint32_t)user_data, (uint32_t)user_data, DATA | PTE_U);
    return map;
}

static void print(const char *mode)
{
    put("bench ");
    put(bench.name);
    put(mode);
    put_number(sample.cycles);
    put(" ");
    put_number(sample.instructions);
    for (int i = 0; i < EVENTS; i++) {
        put(" ");
        put_number(sample.event[i]);
    }
    put("\n");
}

/* Returns whether the run came to its end with the right sums. */
static int measure(const char *mode)
{
    uint32_t cause;

    map_fence();
    cause = run_user(user_main);
    if (cause != CAUSE_ECALL_U || sample.wrong) {
        put("bench ");
        put(bench.name);
        put(mode);
        put(cause != CAUSE_ECALL_U ? "trapped with cause " : "returned a wrong sum, passes: ");
        put_number(cause != CAUSE_ECALL_U ? cause : sample.wrong);
        put("\n");
        return 0;
    }
    print(mode);
    return 1;
}

static void print_total(void)
{
    uint32_t cycles, instructions;

    __asm__ volatile("csrr %0, mcycle\n\tcsrr %1, minstret" : "=r"(cycles), "=r"(instructions));
    put("total ");
    put_number(cycles);
    put(" ");
    put_number(instructions);
    put("\n");
}

uint32_t supervise(void)
{
    struct map kernel = map_new(), user = user_map();
    int good;

    uart_init();
    open_memory();
    __asm__ volatile("csrw mcounteren, %0\n\tcsrw scounteren, %0" :: "r"(ENABLE_COUNTERS));
    user_passes = passes_wanted ? passes_wanted : bench.passes;

    good = measure(" bare ");
    __asm__ volatile("csrw satp, %0" :: "r"(map_register(user, 1)));
    good &= measure(" satp ");
    if (set_upmar(map_register(user, 2))) {
        __asm__ volatile("csrw satp, %0" :: "r"(map_register(kernel, 1)));
        good &= measure(" upmar ");
    }
    print_total();
    return good ? FINISH_PASS : FINISH_FAIL;
}
