/* The judge: what it says when RTL and model differ, and when they do not.
 * SPDX-License-Identifier: ISC */
#include "../lockstep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../memory.h"
#include "check.h"

#define LI_A0_5 0x00500513u

static struct lockstep *ls;

static void begin(void)
{
    static const uint8_t rom[] = {0x13, 0x05, 0x50, 0x00, 0x13, 0x05, 0x50, 0x00};

    CHECK(memory_new(4096));
    ls = lockstep_new(9, rom, sizeof rom, 2);
    CHECK(ls != NULL);
}

static void end(void)
{
    lockstep_free(ls);
    memory_free();
}

/* The first instruction of the ROM, as the RTL should report it. */
static struct retire right(void)
{
    return (struct retire){
        .insn = LI_A0_5, .pc = 0x1000, .next_pc = 0x1004, .mode = 3, .next_mode = 3,
        .rd = 10, .rd_val = 5, .pc_paddr = 0x1000,
    };
}

static char *report(void)
{
    char *text = NULL;
    size_t size;
    FILE *f = open_memstream(&text, &size);

    lockstep_report(ls, f, NULL);
    fclose(f);
    return text;
}

void test_lockstep_agrees(void)
{
    struct retire r = right();

    begin();
    CHECK(lockstep_retire(ls, &r));
    r.pc = r.pc_paddr = 0x1004;
    r.next_pc = 0x1008;
    CHECK(lockstep_retire(ls, &r));
    end();
}

void test_lockstep_names_the_fields_that_differ(void)
{
    struct retire r = right();
    char *text;

    begin();
    r.rd_val = 6;
    r.satp = 1;
    CHECK(!lockstep_retire(ls, &r));
    text = report();
    CHECK(strstr(text, "rd_wdata                  0x6          0x5") != NULL);
    CHECK(strstr(text, "csr_satp") != NULL);
    CHECK(strstr(text, "pc_wdata") == NULL);
    CHECK(strstr(text, "li a0,5") != NULL);
    CHECK(strstr(text, "a0=00000006") != NULL && strstr(text, "| a0=00000005") != NULL);
    free(text);
    end();
}

void test_lockstep_refuses_an_impossible_interrupt(void)
{
    struct retire r = right();
    char *text;

    begin();
    r.intr = 1;
    r.intr_cause = 0x80000007; /* nothing is pending or enabled */
    CHECK(!lockstep_retire(ls, &r));
    text = report();
    CHECK(strstr(text, "the model: ") != NULL);
    free(text);
    end();
}

void test_lockstep_follows_a_reset(void)
{
    struct retire r = right();

    begin();
    CHECK(lockstep_retire(ls, &r));
    lockstep_reset(ls);
    CHECK(lockstep_retire(ls, &r));
    end();
}
