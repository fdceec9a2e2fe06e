/* The address map: boot ROM, devices, DRAM; nothing elsewhere.
 * SPDX-License-Identifier: ISC */
#include "mem.h"

#include <string.h>

#include "devices/devices.h"
#include "machine.h"

static bool in_rom(uint64_t paddr)
{
    return paddr - MODEL_ROM_BASE < MODEL_ROM_BYTES;
}

/* Offsets wrap to huge values below the base, and so fail the comparison. */
static uint64_t dram_offset(uint64_t paddr)
{
    return paddr - MODEL_DRAM_BASE;
}

bool mem_is_dram(const struct model *m, uint64_t paddr)
{
    return dram_offset(paddr) < m->config.dram_bytes;
}

static uint32_t word_at(const uint8_t *bytes)
{
    uint32_t word;

    memcpy(&word, bytes, sizeof word); /* the host is little-endian too */
    return word;
}

bool mem_read_dram(const struct model *m, uint64_t paddr, uint32_t *word)
{
    if (!mem_is_dram(m, paddr))
        return false;
    *word = word_at(m->dram + dram_offset(paddr));
    return true;
}

bool mem_read_map_entry(struct model *m, uint64_t paddr, uint32_t *word)
{
    if (!mem_read_dram(m, paddr, word))
        return false;
    translation_note_read(m, dram_offset(paddr));
    return true;
}

/* Without a fence.i a fetch may see a word that a store has since replaced;
 * the RTL's word is then as legal as memory's. */
static uint32_t rtl_word_if_stale(const struct model *m, uint64_t offset,
                                  uint32_t word)
{
    uint32_t seen = m->rtl->insn;

    if (seen != word &&
        stale_held(&m->stale, (uint32_t)offset, seen))
        return seen;
    return word;
}

bool mem_fetch(struct model *m, uint64_t paddr, uint32_t *word)
{
    if (mem_read_dram(m, paddr, word)) {
        if (m->rtl)
            *word = rtl_word_if_stale(m, dram_offset(paddr), *word);
        return true;
    }
    if (in_rom(paddr)) {
        *word = word_at(m->rom + (paddr - MODEL_ROM_BASE));
        return true;
    }
    return false;
}

bool mem_load(struct model *m, uint64_t paddr, unsigned lanes, uint32_t *data)
{
    uint64_t word_paddr = paddr & ~UINT64_C(3);

    if (!mem_read_dram(m, word_paddr, data)) {
        if (in_rom(paddr)) {
            *data = word_at(m->rom + (word_paddr - MODEL_ROM_BASE));
        } else if (device_at(paddr)) {
            m->touched_device = true;
            *data = m->rtl ? m->rtl->mem_rdata
                           : device_load(m, word_paddr, lanes);
        } else {
            return false;
        }
    }
    *data &= lane_bits(lanes);
    return true;
}

/* riscv-tests: an odd word in `tohost` ends the program. */
static void look_at_tohost(struct model *m, uint64_t word_paddr, uint32_t word)
{
    if (m->has_tohost && word_paddr == m->tohost && (word & 1)) {
        m->status = MODEL_EXIT;
        m->exit_code = (int)(word >> 1);
    }
}

bool mem_store(struct model *m, uint64_t paddr, unsigned lanes, uint32_t data)
{
    uint64_t word_paddr = paddr & ~UINT64_C(3);
    uint32_t bits = lane_bits(lanes);

    if (mem_is_dram(m, paddr)) {
        uint64_t offset = dram_offset(word_paddr);
        uint32_t old = word_at(m->dram + offset);
        uint32_t new = (old & ~bits) | (data & bits);

        memcpy(m->dram + offset, &new, sizeof new);
        translation_note_store(m, &m->tc, offset);
        if (m->rtl)
            stale_note(&m->stale, (uint32_t)offset, old);
        look_at_tohost(m, word_paddr, new);
        return true;
    }
    if (device_at(paddr)) {
        m->touched_device = true;
        if (!m->rtl)
            device_store(m, word_paddr, lanes, data & bits);
        return true;
    }
    return false; /* the boot ROM among them */
}
