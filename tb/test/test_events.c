/* Event traces, from records made by hand.
 * SPDX-License-Identifier: ISC */
#include "../../sim/common/events.h"
#include "../../sim/common/isa_names.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UPMAR(asid, root) (0x80000000u | (asid) << 22 | (root) >> 12)
#define NOP 0x00000013u
#define SVC5 0x0050000Bu

enum { U, S, M = 3 };

static struct events *ev;
static uint32_t upmar;

static void begin(void)
{
    struct events_config config = {.has_range = true, .range_begin = 0x5000, .range_end = 0x7000};

    ev = events_new(&config);
    upmar = 0;
}

static void step(struct retire r)
{
    r.upmar = upmar;
    events_retire(ev, &r);
}

static void plain(uint8_t mode)
{
    step((struct retire){.insn = NOP, .mode = mode, .next_mode = mode});
}

static void sret_to(uint8_t mode, uint32_t pc)
{
    step((struct retire){.insn = ISA_SRET, .mode = S, .next_mode = mode, .next_pc = pc});
}

static void set_a0(uint8_t mode, uint32_t value)
{
    step((struct retire){.insn = NOP, .mode = mode, .next_mode = mode, .rd = 10, .rd_val = value});
}

static void gate(uint32_t pc)
{
    step((struct retire){.insn = SVC5, .pc = pc, .mode = U, .next_mode = S, .mem_rmask = 15,
                         .mem_addr = 5, .next_pc = 0x80000100});
}

static void fault(uint32_t cause, uint32_t pc, uint32_t tval)
{
    step((struct retire){.insn = NOP, .pc = pc, .mode = U, .next_mode = S, .trap = 1,
                         .cause = cause, .tval = tval});
}

static void fence_all(void)
{
    step((struct retire){.insn = 0x12000073, .mode = S, .next_mode = S});
}

/* The module is entered for the first time at 0x1000 under ASID 1. */
static void start_module(void)
{
    begin();
    plain(S);
    upmar = UPMAR(1u, 0x80052000u);
    plain(S);
    sret_to(U, 0x1000);
    plain(U);
}

#define STARTED "== kernel\n== module of asid 1\nupmar = asid 1, root 0x80052000\nenter at 0x00001000\n"

static void expect(const char *middle)
{
    char *got = NULL, want[2048];
    size_t size;
    FILE *f = open_memstream(&got, &size);

    CHECK(events_write(ev, f, 0));
    fclose(f);
    snprintf(want, sizeof want, "%s== end\nexit 0\n", middle);
    CHECK_TEXT(got, want);
    free(got);
    events_free(ev);
}

void test_events_gate_with_result_on_one_line(void)
{
    start_module();
    set_a0(U, 7);
    gate(0x1010);
    set_a0(S, (uint32_t)-3);
    sret_to(U, 0x1014);
    expect(STARTED "gate 5 0x80000100(7, 0, 0, 0) -> -3\n");
}

void test_events_kernel_work_in_a_gate_is_indented(void)
{
    start_module();
    gate(0x1010);
    fence_all();
    sret_to(U, 0x1014);
    expect(STARTED "gate 5 0x80000100(0, 0, 0, 0)\n  fence all\n  return 0\n");
}

void test_events_fault_and_resume(void)
{
    start_module();
    fault(15, 0x1020, 0x6004);
    step((struct retire){.insn = 0x12B50073, .mode = S, .next_mode = S, .rs1_val = 0x6004,
                         .rs2_val = 1});
    sret_to(U, 0x1020);
    fault(8, 0x1024, 0);
    sret_to(U, 0x1028);
    expect(STARTED "fault: store page fault at 0x00001020, address 0x00006004\n"
                   "  fence 0x00006000 asid 1\n  resume\n"
                   "fault: call from U at 0x00001024\n  resume at 0x00001028\n");
}

void test_events_undefined_gate(void)
{
    start_module();
    fault(24, 0x1030, 200);
    expect(STARTED "fault: undefined gate at 0x00001030, name 200\n");
}

void test_events_interrupts_leave_no_trace(void)
{
    start_module();
    step((struct retire){.insn = NOP, .mode = S, .next_mode = S, .intr = 1}); /* a tick in U */
    fence_all();
    plain(S);
    sret_to(U, 0x1004);
    gate(0x1010);
    step((struct retire){.insn = NOP, .mode = S, .next_mode = S, .intr = 1}); /* one in S */
    sret_to(S, 0x80000104);
    sret_to(U, 0x1014);
    expect(STARTED "gate 5 0x80000100(0, 0, 0, 0) -> 0\n");
}

static void access(uint32_t va, uint64_t pa, uint32_t pte, bool store)
{
    step((struct retire){.insn = NOP, .mode = U, .next_mode = U, .mem_addr = va, .mem_paddr = pa,
                         .mem_pte = pte, .mem_rmask = store ? 0 : 15, .mem_wmask = store ? 15 : 0});
}

void test_events_translations_once_for_each_leaf(void)
{
    start_module();
    access(0x5010, 0x80060010, 0xD7, false);
    access(0x5020, 0x80060020, 0xD7, false); /* the same page and leaf */
    access(0x5020, 0x80060020, 0xD7, true);  /* another kind */
    access(0x5020, 0x80061020, 0xD7, false); /* another frame */
    access(0x7000, 0x80062000, 0xD7, false); /* not of interest */
    access(0x6000, 0x6000, 0, false);
    expect(STARTED "load 0x00005010 -> 0x80060010 (VRWUAD)\nstore 0x00005020 -> 0x80060020 (VRWUAD)\n"
                   "load 0x00005020 -> 0x80061020 (VRWUAD)\nload 0x00006000 -> 0x00006000 (no map)\n");
}

void test_events_repeats_are_counted(void)
{
    start_module();
    for (unsigned i = 0; i < 3; i++) {
        gate(0x1010);
        sret_to(U, 0x1014);
    }
    expect(STARTED "gate 5 0x80000100(0, 0, 0, 0) -> 0 (3 times)\n");
}

void test_events_names_come_from_stores(void)
{
    char message[ELF_IMAGE_MESSAGE];
    struct events_config config = {0};
    struct elf_image *img;

    CHECK(elf_image_open(&img, "build/tb/test/tiny.elf", message) == ELF_IMAGE_OK);
    config.image = img;
    ev = events_new(&config);
    upmar = 0;
    step((struct retire){.insn = NOP, .mode = S, .next_mode = S, .mem_wmask = 15,
                         .mem_paddr = 0x80002010, .mem_wdata = 0x6C656873}); /* "shel" */
    step((struct retire){.insn = NOP, .mode = S, .next_mode = S, .mem_wmask = 1,
                         .mem_paddr = 0x80002014, .mem_wdata = 'l'});
    events_name_module(ev, 2, "editor");
    upmar = UPMAR(1u, 0x80052000u);
    sret_to(U, 0x80000004);
    upmar = UPMAR(2u, 0x80053000u);
    sret_to(U, 0x2000);
    expect("== kernel\n"
           "== module editor\nupmar = asid 2, root 0x80053000\nenter at 0x00002000\n"
           "== module shell\nupmar = asid 1, root 0x80052000\nenter at _start+0x4\n");
    elf_image_close(img);
}

void test_events_scheduler_work_is_left_out(void)
{
    begin();
    step((struct retire){.insn = NOP, .mode = S, .next_mode = S, .satp = UPMAR(0u, 0x80040000u)});
    step((struct retire){.insn = 0x12000073, .mode = S, .next_mode = S,
                         .satp = UPMAR(0u, 0x80040000u)});
    upmar = UPMAR(1u, 0x80052000u);
    sret_to(U, 0x1000);
    step((struct retire){.insn = NOP, .mode = S, .next_mode = S, .intr = 1});
    upmar = UPMAR(2u, 0x80053000u); /* the other has never run: nobody waits on the kernel */
    fence_all();
    upmar = UPMAR(1u, 0x80052000u);
    sret_to(U, 0x1004);
    expect("== kernel\nsatp = kernel map, asid 0, root 0x80040000\nfence all\nsatp = no map\n"
           "== module of asid 1\nupmar = asid 1, root 0x80052000\nenter at 0x00001000\n");
}
