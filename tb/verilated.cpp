// The one C++ file: binds what Verilator made of sim_top to verilated.h.
// SPDX-License-Identifier: ISC
#include "verilated.h"

#include <cstdio>
#include <verilated.h>
#if VM_TRACE
#include <verilated_fst_c.h>
#endif
#if VM_COVERAGE
#include <cstdlib>
#include <unistd.h>
#include <verilated_cov.h>
#endif

#include "Vsim_top.h"
#include "Vsim_top___024root.h"

struct verilated {
    VerilatedContext context;
    Vsim_top *top = nullptr;
    uint64_t half_cycles = 0;
#if VM_TRACE
    VerilatedFstC *wave = nullptr;
    bool wave_on = false;
#endif
};

// For $time in the RTL; nothing of the machine depends on it.
double sc_time_stamp()
{
    return 0;
}

struct verilated *verilated_new(const char *rom_file, bool watched)
{
    verilated *v = new verilated;
    char rom[512];
    const char *args[] = {"gatehouse", rom, "+unwatched"};

    snprintf(rom, sizeof rom, "+rom=%s", rom_file);
    v->context.commandArgs(watched ? 2 : 3, args);
    v->context.traceEverOn(VM_TRACE);
    v->top = new Vsim_top(&v->context);
    v->top->eval(); // initial blocks: the ROM is read, constants are out
    return v;
}

#if VM_COVERAGE
// One file for each machine that has run, in $COVERAGE_DIR.
static void write_coverage(verilated *v)
{
    static unsigned machines;
    const char *dir = getenv("COVERAGE_DIR");
    char path[512];

    snprintf(path, sizeof path, "%s/%d-%u.dat", dir ? dir : ".", getpid(), machines++);
    v->context.coveragep()->write(path);
}
#endif

void verilated_free(struct verilated *v)
{
    if (!v)
        return;
#if VM_TRACE
    if (v->wave)
        v->wave->close();
    delete v->wave;
#endif
    v->top->final();
#if VM_COVERAGE
    write_coverage(v);
#endif
    delete v->top;
    delete v;
}

unsigned verilated_asid_bits(const struct verilated *v)
{
    return v->top->asid_bits;
}

static inline void settle(struct verilated *v)
{
    v->top->eval();
#if VM_TRACE
    if (v->wave_on)
        v->wave->dump(v->half_cycles * 5);
    v->half_cycles++;
#endif
}

// Nothing waits for the falling edge, so that a model without a waveform need not be evaluated for it: it is
// enough that Verilator sees the next edge as one. Inputs take effect before the edge, in its evaluation.
static inline void fall(struct verilated *v)
{
    v->top->clk = 0;
#if VM_TRACE || VERILATOR_VERSION_INTEGER != 5006000
    settle(v);
#else
    v->top->rootp->__Vtrigrprev__TOP__clk = 0;
#endif
}

void verilated_low(struct verilated *v, const struct machine_inputs *in,
                   struct machine_outputs *out)
{
    Vsim_top *t = v->top;

    t->rst = in->rst;
    t->uart_rx = in->uart_rx;
    t->spi_miso = in->spi_miso;
    t->dram_latency = in->dram_latency;
    t->dram_bytes = in->dram_bytes;
    fall(v);
    out->uart_tx = t->uart_tx;
    out->spi_sck = t->spi_sck;
    out->spi_mosi = t->spi_mosi;
    out->spi_cs_n = t->spi_cs_n;
    out->finish_valid = t->finish_valid;
    out->finish_code = t->finish_code;
    out->valid = t->rvfi_valid;
    out->events = t->rvfi_event;
}

void verilated_miso(struct verilated *v, bool level)
{
    v->top->spi_miso = level;
}

void verilated_high(struct verilated *v)
{
    v->top->clk = 1;
    settle(v);
}

void verilated_outline(struct verilated *v, struct retire *r)
{
    Vsim_top *t = v->top;

    r->insn = t->rvfi_insn;
    r->trap = t->rvfi_trap;
    r->pc = t->rvfi_pc_rdata;
    r->next_pc = t->rvfi_pc_wdata;
    r->pc_paddr = t->rvfi_pc_paddr;
    r->mem_rmask = t->rvfi_mem_rmask;
    r->mem_wmask = t->rvfi_mem_wmask;
    r->mem_wdata = t->rvfi_mem_wdata;
    r->mem_paddr = t->rvfi_mem_paddr;
}

void verilated_retired(struct verilated *v, struct retire *r, struct rvfi_before *before)
{
    Vsim_top *t = v->top;

    verilated_outline(v, r);
    r->order = t->rvfi_order;
    r->mode = t->rvfi_mode;
    r->intr = t->rvfi_intr;
    r->rs1 = t->rvfi_rs1_addr;
    r->rs2 = t->rvfi_rs2_addr;
    r->rd = t->rvfi_rd_addr;
    r->rs1_val = t->rvfi_rs1_rdata;
    r->rs2_val = t->rvfi_rs2_rdata;
    r->rd_val = t->rvfi_rd_wdata;
    r->mem_addr = t->rvfi_mem_addr;
    r->mem_rdata = t->rvfi_mem_rdata;
    r->mem_pte = t->rvfi_mem_pte0;
    r->pc_pte = t->rvfi_pc_pte0;
    r->mstatus = t->rvfi_csr_mstatus_wdata;
    r->mepc = t->rvfi_csr_mepc_wdata;
    r->mcause = t->rvfi_csr_mcause_wdata;
    r->mtval = t->rvfi_csr_mtval_wdata;
    r->sepc = t->rvfi_csr_sepc_wdata;
    r->scause = t->rvfi_csr_scause_wdata;
    r->stval = t->rvfi_csr_stval_wdata;
    r->satp = t->rvfi_csr_satp_wdata;
    r->upmar = t->rvfi_csr_upmar_wdata;
    r->gtbl = t->rvfi_csr_gtbl_wdata;
    r->mip = t->rvfi_csr_mip_rdata;
    before->mstatus = t->rvfi_csr_mstatus_rdata;
    before->mepc = t->rvfi_csr_mepc_rdata;
    before->mcause = t->rvfi_csr_mcause_rdata;
    before->mtval = t->rvfi_csr_mtval_rdata;
    before->scause = t->rvfi_csr_scause_rdata;
}

bool verilated_can_wave(void)
{
    return VM_TRACE;
}

bool verilated_wave_open(struct verilated *v, const char *path)
{
#if VM_TRACE
    v->wave = new VerilatedFstC;
    v->top->trace(v->wave, 99);
    v->wave->open(path);
    return v->wave->isOpen();
#else
    (void)v;
    (void)path;
    return false;
#endif
}

void verilated_wave_on(struct verilated *v, bool on)
{
#if VM_TRACE
    v->wave_on = on;
#else
    (void)v;
    (void)on;
#endif
}
