/* See run.h. Its cycle is that of the simulator: with the same image, DRAM size
 * and latency, `gatehouse` repeats the run cycle by cycle.
 * SPDX-License-Identifier: ISC */
#include "run.h"

#include <stdlib.h>
#include <unistd.h>

#include "../../sim/machine.h"
#include "../../sim/mem.h"
#include "../../sim/riscv.h"
#include "../boot_rom.h"
#include "../lockstep.h"
#include "../memory.h"
#include "../rvfi.h"
#include "../verilated.h"
#include "encode.h"

#define RESET_CYCLES 4
#define QUIET_CYCLES 6000  /* without a retired instruction: look why */
#define CIRCLE 3000        /* instructions without a visit to the dispatcher */

static uint8_t rom[BOOT_ROM_BYTES];
static char rom_file[BOOT_ROM_PATH];
static unsigned asid_bits;

bool run_init(const char *rom_path)
{
    struct verilated *v;

    if (!boot_rom_read(rom_path, rom))
        return false;
    boot_rom_set_memory(rom, FUZZ_DRAM_BYTES);
    if (!boot_rom_write_temporary(rom, rom_file) || !memory_new(FUZZ_DRAM_BYTES))
        return false;
    v = verilated_new(rom_file, true);
    asid_bits = verilated_asid_bits(v);
    verilated_free(v);
    return true;
}

void run_close(void)
{
    unlink(rom_file);
    memory_free();
}

unsigned run_asid_bits(void)
{
    return asid_bits;
}

struct run {
    struct verilated *machine;
    struct lockstep *lockstep;
    struct machine_inputs in;
    struct machine_outputs out;
    struct retire last;
    uint64_t retired_at, dispatched_at;
};

static void cycle(struct run *r)
{
    verilated_low(r->machine, &r->in, &r->out);
    verilated_high(r->machine);
}

static void reset(struct run *r)
{
    r->in.rst = 1;
    for (unsigned i = 0; i < RESET_CYCLES; i++)
        cycle(r);
    r->in.rst = 0;
}

/* What the model would do next is a legal wfi that nothing ends. */
static bool waits(struct model *m)
{
    static struct retire scratch; /* the model keeps its address */
    struct translation t;
    uint32_t insn;

    scratch = (struct retire){.insn = WFI};
    m->r = &scratch;
    m->rtl = &scratch;
    return translate(m, m->pc, ACCESS_FETCH, m->mode, &t) && mem_fetch(m, t.paddr, &insn) &&
           insn == WFI;
}

static enum run_end retire(struct run *r, const struct run_options *o, uint64_t cycles,
                           struct run_result *result)
{
    struct rvfi_before before;

    verilated_retired(r->machine, &r->last, &before);
    rvfi_complete(&r->last, &before);
    r->last.cycle = cycles;
    r->retired_at = cycles;
    result->instructions++;
    if (!lockstep_retire(r->lockstep, &r->last)) {
        result->differences = lockstep_differences(r->lockstep);
        return RUN_MISMATCH;
    }
    if (o->observe)
        o->observe(o->ctx, lockstep_model(r->lockstep), &r->last);
    result->random += r->last.pc_paddr - FUZZ_CODE < FUZZ_CODE_PAGES * 0x1000u;
    if (r->last.pc == FUZZ_DISPATCH)
        r->dispatched_at = result->instructions;
    if (result->instructions - r->dispatched_at > CIRCLE)
        return RUN_STUCK;
    return RUN_DONE;
}

static enum run_end run(struct run *r, const struct program *p, const struct run_options *o,
                        struct run_result *result)
{
    enum run_end end;

    while (result->instructions < p->instructions) {
        verilated_low(r->machine, &r->in, &r->out);
        if (r->out.valid) {
            end = retire(r, o, result->cycles, result);
            if (end != RUN_DONE)
                return end;
        }
        if (r->out.finish_valid)
            return RUN_FINISHED;
        verilated_high(r->machine);
        result->cycles++;
        if (result->cycles - r->retired_at > QUIET_CYCLES)
            return waits(lockstep_model(r->lockstep)) ? RUN_STUCK : RUN_DEADLOCK;
    }
    return RUN_DONE;
}

static void report(const struct run *r, const struct run_result *result, FILE *out)
{
    fprintf(out, "%s after %llu instructions, cycle %llu\n",
            result->end == RUN_DEADLOCK ? "nothing retires" : "RTL and reference model differ",
            (unsigned long long)result->instructions, (unsigned long long)result->cycles);
    lockstep_report(r->lockstep, out, NULL);
}

struct run_result run_program(const struct program *p, const struct run_options *o)
{
    struct run_result result = {0};
    struct run r = {
        .in = {.uart_rx = 1, .spi_miso = 1, .dram_latency = (uint16_t)p->latency,
               .dram_bytes = FUZZ_DRAM_BYTES},
    };

    memcpy(memory_bytes(), p->dram, FUZZ_DRAM_BYTES);
    r.machine = verilated_new(rom_file, true);
    r.lockstep = lockstep_new(asid_bits, rom, sizeof rom, o->last);
    if (!r.lockstep) {
        fprintf(stderr, "fuzz: no memory for the reference model\n");
        exit(2);
    }
    model_set_stale_maps(lockstep_model(r.lockstep), true);
    reset(&r);
    result.end = run(&r, p, o, &result);
    if (o->report && run_failed(&result))
        report(&r, &result, o->report);
    lockstep_free(r.lockstep);
    verilated_free(r.machine);
    return result;
}
