/* Sets the machine up for the microbenchmarks: the program's page in the user's
 * map and in the kernel's, the pages that fill the TLB, gates, delegation.
 * SPDX-License-Identifier: ISC */
#include "alias.h"
#include "csr.h"
#include "machine.h"

#define ENABLE_COUNTERS 0x1FFF
#define FINISH_PASS 0x5555
#define FINISH_FAIL 0x13333
#define TEXT (PTE_R | PTE_X | PTE_A)
#define DATA (PTE_R | PTE_W | PTE_A | PTE_D)
#define DELEGATED (1u << CAUSE_ECALL_U | 1u << CAUSE_LOAD_PAGE | 1u << CAUSE_ILLEGAL | \
                   1u << CAUSE_UNDEFINED_GATE)

extern char user_text[], user_data[], icache_victim[], kernel_trap[];
extern char kernel_gate_1[], kernel_gate_2[];

void user_main(void);
void machine_tlb(const uint32_t *page, const uint32_t *root_entry, const uint32_t *leaf_entry,
                 const uint32_t *frame);
void machine_mret(void);

/* A page of jumps, each to the next word of the next page, and a return at the
 * end; and another return where the cache line of icache_victim meets it. */
static uint32_t hops[PAGE / 4] __attribute__((aligned(4096)));
static uint32_t gates[PAGE / 4] __attribute__((aligned(4096)));

/* In the program's data page: where the second return is, for the program. */
extern uint32_t icache_hop;

static uint32_t encode_jump(uint32_t offset)
{
    return 0x6F | (offset & 0xFF000) | (offset >> 11 & 1) << 20 | (offset >> 1 & 0x3FF) << 21;
}

static void make_hops(void)
{
    const uint32_t ret = 0x00008067;
    uint32_t *first = &hops[ALIAS_CODE_OFFSET / 4];
    uint32_t victim = (uint32_t)icache_victim % PAGE;

    for (unsigned i = 0; i < ALIAS_PAGES - 1; i++)
        first[i] = encode_jump(ALIAS_CODE_STEP);
    first[ALIAS_PAGES - 1] = ret;
    hops[victim / 4] = ret;
    icache_hop = ALIAS_CODE + victim;
    __asm__ volatile("fence.i");
}

static void make_gates(void)
{
    gates[1 * 4] = (uint32_t)kernel_gate_1 | GATE_VALID;
    gates[2 * 4] = (uint32_t)kernel_gate_2 | GATE_VALID;
    __asm__ volatile("csrw %0, %1" :: "i"(CSR_GTBL), "r"(GTBL_ENABLE | (uint32_t)gates >> 12));
}

static struct map make_map(uint32_t user)
{
    struct map map = map_new();

    map_page(map, (uint32_t)user_text, (uint32_t)user_text, TEXT | user);
    map_page(map, (uint32_t)user_data, (uint32_t)user_data, DATA | user);
    for (uint32_t i = 0; i < ALIAS_PAGES; i++) {
        map_page(map, ALIAS_DATA + i * PAGE, (uint32_t)user_data, DATA | user);
        map_page(map, ALIAS_CODE + i * PAGE, (uint32_t)hops, TEXT | user);
    }
    return map;
}

/* Measures one walk, through the entries that the map holds for one page. */
static void measure_walk(struct map map)
{
    uint32_t va = ALIAS_DATA + 8 * PAGE + 1024;
    uint32_t *root_entry = &map.root[va >> 22];
    uint32_t *leaves = (uint32_t *)((*root_entry >> 10) << 12);

    machine_tlb((uint32_t *)va, root_entry, &leaves[(va >> 12) & 0x3FF],
                (uint32_t *)(user_data + 1024));
}

uint32_t supervise(void)
{
    struct map kernel = make_map(0), user = make_map(PTE_U);
    uint32_t cause;

    uart_init();
    open_memory();
    if (!set_upmar(map_register(user, 2))) {
        put("micro: this machine has no Xgate\n");
        return FINISH_FAIL;
    }
    __asm__ volatile("csrw satp, %0" :: "r"(map_register(kernel, 1)));
    __asm__ volatile("csrw stvec, %0" :: "r"(kernel_trap));
    __asm__ volatile("csrw medeleg, %0" :: "r"(DELEGATED));
    __asm__ volatile("csrw mcounteren, %0\n\tcsrw scounteren, %0" :: "r"(ENABLE_COUNTERS));
    make_hops();
    make_gates();
    map_fence();

    machine_mret();
    measure_walk(user);
    cause = run_user(user_main);
    if (cause != CAUSE_BREAKPOINT) {
        put("micro: trapped with cause ");
        put_number(cause);
        put("\n");
        return FINISH_FAIL;
    }
    put("micro done\n");
    return FINISH_PASS;
}
