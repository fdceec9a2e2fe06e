/* Which device answers at an address, how the devices' interrupts reach the
 * hart, and how their time passes.
 * SPDX-License-Identifier: ISC */
#include "devices.h"

#include "../machine.h"
#include "../riscv.h"

#define FINISHER_BASE 0x00100000u
#define FINISHER_SIZE 0x00001000u
#define CLINT_BASE 0x02000000u
#define CLINT_SIZE 0x00010000u
#define PLIC_BASE 0x0C000000u
#define PLIC_SIZE 0x00400000u
#define UART_BASE 0x10000000u
#define UART_SIZE 0x00000100u
#define SPI_BASE 0x10050000u
#define SPI_SIZE 0x00001000u

#define UART_SOURCE 10
#define SPI_SOURCE 11

/* How often input is looked for, in instructions; a power of two. */
#define POLL_PERIOD 1024u

static bool within(uint64_t paddr, uint64_t base, uint64_t size)
{
    return paddr - base < size;
}

bool device_at(uint64_t paddr)
{
    return within(paddr, FINISHER_BASE, FINISHER_SIZE) ||
           within(paddr, CLINT_BASE, CLINT_SIZE) ||
           within(paddr, PLIC_BASE, PLIC_SIZE) ||
           within(paddr, UART_BASE, UART_SIZE) ||
           within(paddr, SPI_BASE, SPI_SIZE);
}

/* The lines from the devices through the PLIC and CLINT to mip. */
static void update_interrupts(struct model *m)
{
    uint32_t lines = 0, mip = 0;

    if (uart_interrupts(&m->uart))
        lines |= 1u << UART_SOURCE;
    if (spi_interrupts(&m->spi))
        lines |= 1u << SPI_SOURCE;
    plic_set_lines(&m->plic, lines);

    if (plic_interrupts(&m->plic, PLIC_CONTEXT_M))
        mip |= MIP_MEIP;
    if (plic_interrupts(&m->plic, PLIC_CONTEXT_S))
        mip |= MIP_SEIP;
    if (m->clint.msip)
        mip |= MIP_MSIP;
    m->device_mip = mip;
}

uint32_t device_load(struct model *m, uint64_t paddr, unsigned lanes)
{
    uint32_t data = 0; /* what unimplemented registers read */

    if (within(paddr, CLINT_BASE, CLINT_SIZE))
        data = clint_load(&m->clint, paddr - CLINT_BASE);
    else if (within(paddr, PLIC_BASE, PLIC_SIZE))
        data = plic_load(&m->plic, paddr - PLIC_BASE);
    else if (within(paddr, UART_BASE, UART_SIZE))
        data = uart_load(&m->uart, paddr - UART_BASE, lanes);
    else if (within(paddr, SPI_BASE, SPI_SIZE))
        data = spi_load(&m->spi, paddr - SPI_BASE);
    update_interrupts(m);
    return data;
}

void device_store(struct model *m, uint64_t paddr, unsigned lanes,
                  uint32_t data)
{
    if (paddr == FINISHER_BASE)
        m->status = finisher_decode(data, &m->exit_code);
    else if (within(paddr, CLINT_BASE, CLINT_SIZE))
        clint_store(&m->clint, paddr - CLINT_BASE, lanes, data);
    else if (within(paddr, PLIC_BASE, PLIC_SIZE))
        plic_store(&m->plic, paddr - PLIC_BASE, lanes, data);
    else if (within(paddr, UART_BASE, UART_SIZE))
        uart_store(&m->uart, paddr - UART_BASE, lanes, data);
    else if (within(paddr, SPI_BASE, SPI_SIZE))
        spi_store(&m->spi, paddr - SPI_BASE, lanes, data);
    update_interrupts(m);
}

void devices_reset(struct model *m)
{
    clint_reset(&m->clint);
    plic_reset(&m->plic);
    uart_reset(&m->uart);
    m->uart.out = m->config.uart_out;
    m->uart.in = m->config.uart_in;
    m->uart.ctx = m->config.uart_ctx;
    spi_reset(&m->spi, m->config.sdcard);
    update_interrupts(m);
}

static void look_for_input(struct model *m)
{
    uart_poll(&m->uart);
    update_interrupts(m);
}

void devices_tick(struct model *m)
{
    if (++m->clint.mtime % POLL_PERIOD == 0)
        look_for_input(m);
}

void devices_wait(struct model *m)
{
    uint64_t next = UINT64_MAX;

    look_for_input(m);
    if (pending_bits(m) & m->csr.mie)
        return;
    if (m->csr.mie & MIP_MTIP)
        next = m->clint.mtimecmp;
    if ((m->csr.mie & MIP_STIP) && (m->csr.menvcfgh & MENVCFGH_STCE) &&
        m->csr.stimecmp < next)
        next = m->csr.stimecmp;
    if (next != UINT64_MAX && next > m->clint.mtime) {
        m->csr.mcycle += next - m->clint.mtime;
        m->clint.mtime = next;
    }
}
