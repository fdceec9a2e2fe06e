/* The frame of the model's own tests: a test is a function of one fact; it
 * prints PASS with its name, or FAIL with the first thing that was wrong.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_SIM_TEST_H
#define GATEHOUSE_SIM_TEST_H

#include <stdbool.h>
#include <stdint.h>

#include "../machine.h"
#include "../riscv.h"

/* Runs one test and reports it. */
void test_run(const char *name, void (*function)(void));
#define RUN(function) test_run(#function, function)

/* Whether the current test has failed: for leaving a long loop. */
bool test_failed(void);

/* Notes the first failure of the current test, printf-like. */
void test_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Expects equality; `what` and the two values are in the message. */
bool test_equal(const char *what, uint64_t got, uint64_t want);
#define EQUAL(got, want) test_equal(#got, got, want)
#define CHECK(condition) test_equal(#condition, !!(condition), 1)

/* One function for each file of tests. */
void test_alu(void);
void test_walk(void);
void test_translation_cache(void);
void test_csr(void);
void test_interrupt(void);
void test_trap(void);
void test_gate(void);
void test_atomic(void);
void test_lockstep(void);
void test_stale_map(void);
void test_devices(void);
void test_spi(void);
void test_sdcard(void);

/* rig.c: a machine to experiment with, 1 MiB of DRAM. Each test makes one. */
#define RIG_DRAM (1u << 20)
#define RIG_CODE 0x80000000u
struct model *rig_new(bool lockstep);

/* A word of DRAM, as if it had been stored before the machine was built: the
 * translation cache is emptied. */
void rig_poke(struct model *m, uint32_t paddr, uint32_t word);
uint32_t rig_peek(const struct model *m, uint32_t paddr);

/* Executes one instruction in the machine's present state, at RIG_CODE unless
 * the pc has been set elsewhere, and returns its record. */
struct retire rig_execute(struct model *m, uint32_t insn);

/* Encodings: csrrw rd, csr, rs1 and its like by funct3, svc imm(rs1), ... */
uint32_t encode_csr(unsigned funct3, unsigned rd, unsigned csr, unsigned rs1);
uint32_t encode_i(unsigned opcode, unsigned funct3, unsigned rd, unsigned rs1,
                  int imm);
uint32_t encode_store(unsigned funct3, unsigned rs2, unsigned rs1, int imm);
uint32_t encode_amo(unsigned funct5, unsigned rd, unsigned rs1, unsigned rs2);

/* A small, repeatable source of random words (xorshift). */
uint32_t random_word(void);

#endif
