/* A test is a function without arguments that calls CHECK; the program prints
 * one line for each: PASS name, or FAIL name: what and where.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_TB_CHECK_H
#define GATEHOUSE_TB_CHECK_H

#include <stdbool.h>

/* Notes the first failure of the test that runs. */
void check(bool ok, const char *what, const char *file, int line);
void check_text(const char *got, const char *want, const char *file, int line);

#define CHECK(condition) check(condition, #condition, __FILE__, __LINE__)
#define CHECK_TEXT(got, want) check_text(got, want, __FILE__, __LINE__)

/* X(name): the list of all tests; each is void test_name(void). */
#define HARNESS_TESTS(X)                                                                  \
    X(disasm_matches_the_gnu_notation) X(disasm_names_our_csrs_and_svc)                   \
    X(disasm_shows_targets_with_symbols)                                                  \
    X(retire_differences_names_each_field) X(retire_differences_ignores_what_has_no_meaning) \
    X(rvfi_trap_to_machine_mode) X(rvfi_trap_to_supervisor_mode) X(rvfi_returns_and_gates) \
    X(rvfi_interrupt_cause_by_mode)                                                       \
    X(uart_carries_bytes_from_the_machine) X(uart_carries_bytes_to_the_machine)           \
    X(uart_follows_divisor_and_format) X(uart_waits_for_the_reader)                       \
    X(rom_memory_size_is_patched) X(rom_without_a_tree_is_untouched)                      \
    X(rom_file_with_bad_words_is_refused)                                                 \
    X(elf_symbols_by_name_and_address) X(elf_segments_are_put_with_zeros)                 \
    X(events_gate_with_result_on_one_line) X(events_kernel_work_in_a_gate_is_indented)    \
    X(events_fault_and_resume) X(events_undefined_gate) X(events_interrupts_leave_no_trace) \
    X(events_translations_once_for_each_leaf) X(events_repeats_are_counted)               \
    X(events_names_come_from_stores) X(events_scheduler_work_is_left_out)                 \
    X(names_of_causes_and_flags)                                                          \
    X(lockstep_agrees) X(lockstep_names_the_fields_that_differ)                           \
    X(lockstep_refuses_an_impossible_interrupt) X(lockstep_follows_a_reset)

#endif
