/* Page maps with every kind of entry in them, gate tables, and the addresses
 * that lead there. The address space of every map is cut alike:
 *
 *   0x00000000  data pages, any flags          0x20000000  devices and holes
 *   0x30000000  4 MiB leaves and bad pointers  0x40000000  U's code and data
 *   0x50000000  a page for each of the 256 combinations of flags, then cliffs:
 *               pages of code, each before one that cannot be fetched
 *   0x60000000  128 entries of the first level with any flags
 *   0x80000000  code, data and tables as they lie in memory, for S
 *   0xC0000000  global: the same in all maps   0xC0400000  global 4 MiB leaves, S's and U's
 *   0xD0000000  the page maps themselves       0xFFC00000  data pages, any flags
 * SPDX-License-Identifier: ISC */
#include "generate.h"

#define USER_WINDOW 0x40000000u
#define TABLE_WINDOW 0xD0000000u
#define FLAGS_WINDOW 0x50000000u
#define CLIFF_WINDOW 0x50200000u
#define CLIFFS FUZZ_CODE_PAGES
#define FLAGS_ROOTS 0x60000000u
#define GLOBAL_LEAVES 0xC0400000u
#define PTE_ALL 0xFFu
#define KERNEL_RX (PTE_V | PTE_R | PTE_X | PTE_A | PTE_D)
#define KERNEL_RW (PTE_V | PTE_R | PTE_W | PTE_A | PTE_D)

/* Page numbers in a second-level table that are in use in the data windows. */
static const uint16_t slots[] = {0, 1, 2, 3, 0x155, 0x2AA, 0x3FE, 0x3FF};

static const uint32_t device_frames[] = {
    0x00001, 0x00100, 0x02000, 0x02004, 0x0200B, 0x0C000, 0x0C002, 0x0C200, 0x0C201, 0x10000,
    0x10050,
    /* holes: none of these is memory */
    0x00000, 0x00002, 0x00101, 0x10001, 0x7FFFF, 0x80080, 0xFFFFF,
    /* physical addresses of more than 32 bits */
    0x100000, 0x180040, 0x280060, 0x380060, 0x3FFFFF,
};

static uint32_t frame_of(uint32_t physical)
{
    return physical >> 12;
}

static uint32_t leaf(uint32_t frame, uint32_t flags)
{
    return frame << 10 | flags;
}

uint32_t user_address(uint32_t physical)
{
    return USER_WINDOW | (physical & 0x000FFFFFu);
}

static uint32_t random_frame(struct generator *g)
{
    uint32_t kind = rng_below(&g->rng, 100);

    if (kind < 75)
        return frame_of(FUZZ_DATA) + rng_below(&g->rng, FUZZ_DATA_PAGES);
    if (kind < 85)
        return frame_of(FUZZ_CODE) + rng_below(&g->rng, FUZZ_CODE_PAGES);
    if (kind < 88)
        return frame_of(FUZZ_GATES) + rng_below(&g->rng, FUZZ_GATE_PAGES);
    if (kind < 90)
        return frame_of(FUZZ_TABLES) + rng_below(&g->rng, FUZZ_TABLE_PAGES);
    return RNG_PICK(&g->rng, device_frames);
}

/* One that works for someone, one with a flaw, or any flags at all. */
static uint32_t random_flags(struct generator *g)
{
    static const uint8_t right[] = {PTE_R, PTE_R | PTE_W, PTE_R | PTE_W, PTE_R | PTE_W | PTE_X,
                                    PTE_R | PTE_X, PTE_X};
    uint32_t kind = rng_below(&g->rng, 100), flags;

    if (kind < 30)
        return rng_word(&g->rng) & PTE_ALL;
    flags = PTE_V | RNG_PICK(&g->rng, right) | PTE_A | PTE_D;
    if (rng_chance(&g->rng, 50))
        flags |= PTE_U;
    if (rng_chance(&g->rng, 5))
        flags |= PTE_G;
    if (kind < 50)
        flags ^= 1u << rng_below(&g->rng, 8);
    return flags;
}

uint32_t random_pte(struct generator *g)
{
    uint32_t pte = leaf(random_frame(g), random_flags(g));

    if (rng_chance(&g->rng, 20)) /* for software: no effect */
        pte |= rng_below(&g->rng, 4) << 8;
    return pte;
}

static uint32_t new_table(struct generator *g)
{
    return FUZZ_TABLES + 0x1000 * g->table_pages++;
}

static void note_entry(struct generator *g, uint32_t address, uint32_t va)
{
    if (g->entries == MAP_WORDS)
        return;
    g->entry[g->entries] = address;
    g->entry_va[g->entries++] = va;
}

/* Sets the entry of the second-level table for va; some are to be changed later. */
static void set_leaf(struct generator *g, uint32_t table, uint32_t va, uint32_t pte, bool note)
{
    uint32_t address = table + (va >> 12 & 0x3FF) * 4;

    program_poke(g->p, address, pte);
    if (note)
        note_entry(g, address, va);
}

static void set_root(struct generator *g, uint32_t root, uint32_t va, uint32_t pte)
{
    program_poke(g->p, root + (va >> 22) * 4, pte);
}

static uint32_t pointer(uint32_t table)
{
    return leaf(frame_of(table), PTE_V);
}

static void data_window(struct generator *g, uint32_t root, uint32_t base)
{
    uint32_t table = new_table(g);

    set_root(g, root, base, pointer(table));
    for (unsigned i = 0; i < sizeof slots / sizeof slots[0]; i++)
        set_leaf(g, table, base | (uint32_t)slots[i] << 12, random_pte(g), true);
}

static void device_window(struct generator *g, uint32_t root)
{
    uint32_t table = new_table(g), base = 0x20000000u;

    set_root(g, root, base, pointer(table));
    for (unsigned i = 0; i < sizeof device_frames / sizeof device_frames[0]; i++) {
        uint32_t flags = rng_chance(&g->rng, 70)
                             ? PTE_ALL & ~(PTE_G | (rng_chance(&g->rng, 50) ? PTE_U : 0u))
                             : random_flags(g);

        set_leaf(g, table, base + i * 0x1000, leaf(device_frames[i], flags), true);
    }
}

/* First-level entries that are leaves, or that are wrong. */
static void set_odd_roots(struct generator *g, uint32_t root)
{
    for (uint32_t i = 0; i < 8; i++) {
        uint32_t pte = leaf(0x80000, random_flags(g));

        switch (rng_below(&g->rng, 12)) {
        case 0: /* a misaligned leaf */
            pte |= 1u << (10 + rng_below(&g->rng, 10));
            break;
        case 1: /* a table that is no memory */
            pte = leaf(RNG_PICK(&g->rng, device_frames), PTE_V);
            break;
        case 2: /* a pointer with bits that are reserved in it */
            pte = pointer(FUZZ_TABLES + 0x1000) | (rng_word(&g->rng) & (PTE_A | PTE_D | PTE_U));
            break;
        case 3: /* a leaf beyond memory */
            pte = leaf(rng_below(&g->rng, 4096) << 10, random_flags(g));
            break;
        }
        set_root(g, root, 0x30000000u + (i << 22), pte);
        note_entry(g, root + (0x0C0 + i) * 4, 0x30000000u + (i << 22));
    }
}

/* A leaf of the memory windows, mostly good and in use. */
static void note_good_entry(struct generator *g, uint32_t address, uint32_t va)
{
    g->good_entry[g->good_entries] = address;
    g->good_entry_va[g->good_entries++] = va;
}

/* A window onto memory as it lies, from FUZZ_DRAM on, for U or for S. */
static void memory_window(struct generator *g, uint32_t root, uint32_t base, uint32_t user)
{
    uint32_t table;

    if (rng_chance(&g->rng, 20)) {
        set_root(g, root, base, leaf(0x80000, PTE_V | PTE_R | PTE_W | PTE_X | PTE_A | PTE_D | user));
        note_entry(g, root + (base >> 22) * 4, base + (FUZZ_CODE & 0xFFFFF));
        return;
    }
    table = new_table(g);
    set_root(g, root, base, pointer(table));
    for (uint32_t i = 0; i < FUZZ_CODE_PAGES; i++) {
        uint32_t at = FUZZ_CODE + i * 0x1000;
        uint32_t pte = leaf(frame_of(at), KERNEL_RX | user | (rng_chance(&g->rng, 50) ? PTE_W : 0u));

        bool flawed = rng_chance(&g->rng, 6);

        if (flawed)
            pte ^= 1u << rng_below(&g->rng, 8);
        set_leaf(g, table, base + (at & 0xFFFFF), pte, flawed || rng_chance(&g->rng, 10));
        note_good_entry(g, table + (at >> 12 & 0x3FF) * 4, base + (at & 0xFFFFF));
    }
    for (uint32_t i = 0; i < FUZZ_DATA_PAGES; i++) {
        uint32_t at = FUZZ_DATA + i * 0x1000;
        uint32_t pte = leaf(frame_of(at), KERNEL_RW | user);

        bool flawed = rng_chance(&g->rng, 10);

        if (flawed)
            pte ^= 1u << rng_below(&g->rng, 8);
        set_leaf(g, table, base + (at & 0xFFFFF), pte, flawed || rng_chance(&g->rng, 10));
        note_good_entry(g, table + (at >> 12 & 0x3FF) * 4, base + (at & 0xFFFFF));
    }
    if (!user) /* the gate tables */
        for (uint32_t i = 0; i < FUZZ_GATE_PAGES; i++)
            set_leaf(g, table, FUZZ_GATES + i * 0x1000,
                     leaf(frame_of(FUZZ_GATES) + i, KERNEL_RW), false);
}

static void table_window(struct generator *g, uint32_t root)
{
    uint32_t table = new_table(g);

    set_root(g, root, TABLE_WINDOW, pointer(table));
    for (uint32_t i = 0; i < FUZZ_TABLE_PAGES; i++)
        program_poke(g->p, table + i * 4, leaf(frame_of(FUZZ_TABLES) + i, KERNEL_RW));
}

uint32_t with_other_frame(struct generator *g, uint32_t pte)
{
    bool code = (pte >> 10) - frame_of(FUZZ_CODE) < FUZZ_CODE_PAGES;
    uint32_t frame = code ? frame_of(FUZZ_CODE) + rng_below(&g->rng, FUZZ_CODE_PAGES)
                          : frame_of(FUZZ_DATA) + rng_below(&g->rng, FUZZ_DATA_PAGES);

    return (pte & 0x3FF) | frame << 10;
}

/* What comes after a cliff. */
static uint32_t unfetchable(struct generator *g, uint32_t user)
{
    static const uint32_t outside[] = {0x80080, 0x10000, 0x00000, 0x180040};
    uint32_t good = leaf(frame_of(FUZZ_CODE), KERNEL_RX | user);

    switch (rng_below(&g->rng, 6)) {
    case 0: return good & ~PTE_V;
    case 1: return good & ~PTE_X;
    case 2: return good ^ PTE_U;
    default: return leaf(RNG_PICK(&g->rng, outside), KERNEL_RX | user);
    }
}

/* One table in all maps: a page for each combination of flags, on code at the
 * beginning of a block or on data; and the cliffs, every other one for U. */
static uint32_t flags_table(struct generator *g)
{
    uint32_t table = new_table(g);

    for (uint32_t flags = 0; flags < 256; flags++) {
        bool code = rng_chance(&g->rng, 50);
        uint32_t at = code ? RNG_PICK(&g->rng, g->block).at
                           : FUZZ_DATA + rng_below(&g->rng, FUZZ_DATA_PAGES) * 0x1000;
        uint32_t va = FLAGS_WINDOW + flags * 0x1000;

        g->flags_offset[flags] = at & 0xFFF;
        set_leaf(g, table, va, leaf(frame_of(at), flags), rng_chance(&g->rng, 6));
    }
    for (uint32_t i = 0; i < CLIFFS; i++) {
        uint32_t va = CLIFF_WINDOW + i * 0x2000, user = i & 1 ? PTE_U : 0;

        set_leaf(g, table, va, leaf(frame_of(FUZZ_CODE) + i, KERNEL_RX | user), false);
        set_leaf(g, table, va + 0x1000, unfetchable(g, user), rng_chance(&g->rng, 25));
    }
    return table;
}

static void set_flags_roots(struct generator *g, uint32_t root, uint32_t table)
{
    for (uint32_t i = 0; i < 128; i++) {
        uint32_t flags = i | (rng_word(&g->rng) & PTE_D), pte = leaf(0x80000, flags);

        if ((flags & (PTE_V | PTE_R | PTE_X)) == PTE_V)
            pte = leaf(frame_of(table), flags);
        else if (rng_chance(&g->rng, 4))
            pte |= 1u << (10 + rng_below(&g->rng, 10));
        set_root(g, root, FLAGS_ROOTS + (i << 22), pte);
        if (rng_chance(&g->rng, 3))
            note_entry(g, root + ((FLAGS_ROOTS >> 22) + i) * 4, FLAGS_ROOTS + (i << 22) + 0x60000);
    }
}

void maps_generate(struct generator *g)
{
    uint32_t shared = new_table(g), base = 0xC0000000u, flags = flags_table(g);

    for (unsigned i = 0; i < sizeof slots / sizeof slots[0]; i++)
        set_leaf(g, shared, base | (uint32_t)slots[i] << 12, random_pte(g) | PTE_G, true);

    g->maps = 1 + rng_below(&g->rng, MAPS);
    for (unsigned i = 0; i < g->maps; i++) {
        uint32_t root = new_table(g);
        /* ASIDs differ, and often in one bit only */
        uint32_t asid = (rng_below(&g->rng, 64) << 2 | i) & 0x1FF;

        g->map[i] = SATP_MODE | asid << SATP_ASID_SHIFT | frame_of(root);
        data_window(g, root, 0x00000000u);
        data_window(g, root, 0xFFC00000u);
        device_window(g, root);
        set_odd_roots(g, root);
        memory_window(g, root, USER_WINDOW, PTE_U);
        memory_window(g, root, FUZZ_DRAM, 0);
        table_window(g, root);
        set_root(g, root, base, pointer(shared));
        set_root(g, root, GLOBAL_LEAVES, leaf(0x80000, KERNEL_RW | PTE_G));
        set_root(g, root, GLOBAL_LEAVES + (1u << 22), leaf(0x80000, KERNEL_RW | PTE_G | PTE_U));
        set_root(g, root, FLAGS_WINDOW, pointer(flags));
        set_flags_roots(g, root, flags);
    }
}

static uint32_t any_map(struct generator *g)
{
    return g->map[rng_below(&g->rng, g->maps)];
}

uint32_t random_map(struct generator *g)
{
    uint32_t kind = rng_below(&g->rng, 100), map = any_map(g);

    if (kind < 10)
        return map & ~SATP_MODE;
    if (kind < 12) /* a root that is no memory */
        return (map & ~SATP_PPN) | RNG_PICK(&g->rng, device_frames);
    if (kind < 13)
        return rng_word(&g->rng);
    return map;
}

uint32_t random_asid(struct generator *g)
{
    if (rng_chance(&g->rng, 5)) /* bits above the ASID are ignored */
        return rng_word(&g->rng);
    return any_map(g) >> SATP_ASID_SHIFT & 0x1FF;
}

/* Few offsets, so that accesses meet: in the same word, line or cache set. */
static uint32_t random_offset(struct generator *g)
{
    static const uint16_t edge[] = {0, 4, 0x1C, 0x20, 0x7FC, 0x800, 0xFFC};

    if (rng_chance(&g->rng, 30))
        return RNG_PICK(&g->rng, edge);
    if (rng_chance(&g->rng, 20))
        return rng_below(&g->rng, 1024) * 4;
    return rng_below(&g->rng, 16) * 4;
}

static uint32_t data_offset(struct generator *g)
{
    return (FUZZ_DATA & 0xFFFFF) + rng_below(&g->rng, FUZZ_DATA_PAGES) * 0x1000 +
           random_offset(g);
}

uint32_t random_flags_va(struct generator *g, bool code)
{
    uint32_t i = rng_below(&g->rng, 256);

    if (rng_chance(&g->rng, 50))
        return FLAGS_WINDOW + i * 0x1000 + (code ? g->flags_offset[i] : random_offset(g));
    return FLAGS_ROOTS + (i / 2 << 22) +
           (code ? RNG_PICK(&g->rng, g->block).at & 0xFFFFF : data_offset(g));
}

uint32_t random_global_va(struct generator *g)
{
    if (rng_chance(&g->rng, 50))
        return GLOBAL_LEAVES + (rng_below(&g->rng, 2) << 22) + data_offset(g);
    return 0xC0000000u + ((uint32_t)RNG_PICK(&g->rng, slots) << 12) + random_offset(g);
}

uint32_t random_device_va(struct generator *g)
{
    return 0x20000000u +
           rng_below(&g->rng, sizeof device_frames / sizeof device_frames[0]) * 0x1000 +
           random_offset(g);
}

uint32_t random_cliff(struct generator *g)
{
    uint32_t i = (rng_below(&g->rng, CLIFFS) & ~1u) | (g->mode == IN_U);

    return CLIFF_WINDOW + i * 0x2000 + 0xFFC - rng_below(&g->rng, 2) * 4;
}

uint32_t random_va(struct generator *g)
{
    uint32_t kind = rng_below(&g->rng, 100), page;

    if (kind < 50 && g->entries)
        page = g->entry_va[rng_below(&g->rng, g->entries)];
    else if (kind < 60)
        return random_flags_va(g, false);
    else if (kind < 75)
        page = (g->mode == IN_U ? USER_WINDOW : FUZZ_DRAM) + (FUZZ_DATA & 0xFFFFF) +
               rng_below(&g->rng, FUZZ_DATA_PAGES) * 0x1000;
    else if (kind < 85)
        page = 0x30000000u + (rng_below(&g->rng, 8) << 22) + 0x60000 +
               rng_below(&g->rng, FUZZ_DATA_PAGES) * 0x1000;
    else if (kind < 90)
        return random_global_va(g);
    else if (kind < 97)
        return random_physical(g);
    else
        page = rng_word(&g->rng) & ~0xFFFu;
    return page + random_offset(g);
}

/* Where M, and everyone without a map, may find something or nothing. */
uint32_t random_physical(struct generator *g)
{
    uint32_t kind = rng_below(&g->rng, 100);

    if (kind < 85)
        return FUZZ_DATA + rng_below(&g->rng, FUZZ_DATA_PAGES) * 0x1000 + random_offset(g);
    if (kind < 90)
        return FUZZ_CODE + rng_below(&g->rng, FUZZ_CODE_PAGES) * 0x1000 + random_offset(g);
    if (kind < 93)
        return FUZZ_DRAM + FUZZ_DRAM_BYTES - 4 + rng_below(&g->rng, 3) * 4;
    if (kind < 95)
        return 0x1000 + random_offset(g);
    return (RNG_PICK(&g->rng, device_frames) << 12) + random_offset(g);
}

uint32_t random_descriptor(struct generator *g)
{
    uint32_t kind = rng_below(&g->rng, 100), entry = random_entry_point(g, IN_S);

    if (rng_chance(&g->rng, 20)) /* into the middle */
        entry += rng_below(&g->rng, 32) * 4;
    if (kind < 70)
        return entry | GATE_VALID;
    if (kind < 80)
        return entry;
    if (kind < 88)
        return entry | 2 | (rng_word(&g->rng) & 1);
    if (kind < 94) /* a page that S may not execute, or that is not there */
        return (random_va(g) & ~3u) | GATE_VALID;
    return user_address(entry) | GATE_VALID;
}

void gates_generate(struct generator *g)
{
    for (uint32_t i = 0; i < FUZZ_GATE_PAGES * 256; i++)
        program_poke(g->p, FUZZ_GATES + i * 16, random_descriptor(g));
}
