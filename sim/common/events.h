/* Event traces: turns the stream of retired instructions, the RTL's or the
 * reference model's, into the text that a person checks against a lecture.
 * Owns the sections being written; promises that the same program gives the
 * same text whatever the pipeline's timing and wherever a timer tick falls.
 *
 * THE FORMAT
 *
 * One section for the kernel, then one for each module (a program with its own
 * map), sorted by name, each a list of events in that section's own order:
 *
 *   == kernel
 *   enter S at kernel_main
 *   satp = kernel map, asid 0, root 0x80040000
 *   gate table at 0x80041000
 *   fence all
 *   == module shell
 *   upmar = asid 1, root 0x80052000
 *   enter at main
 *   gate 5 gate_write(65536, 12) -> 12
 *   load 0x00010000 -> 0x80060000 (VRWUAD)
 *   fault: store page fault at main+0x20, address 0x00011ff8
 *     fence 0x00011000 asid 1
 *     resume
 *   fault: undefined gate at main+0x2c, name 200
 *   gate 3 gate_exit(0)
 *   == end
 *   exit 0
 *
 * A module is known by the ASID of the map that U mode runs under: upmar's, or
 * satp's while upmar.MODE=0. What the kernel does for a module between its
 * gate or fault and its return stands in the module's section, indented.
 *
 *   upmar =, satp =   the module's (or kernel's) map is a new one. In a module's
 *                     section it comes when U first runs under that root.
 *   enter at          U runs at a place that is no return: a new module, or an
 *                     upcall
 *   gate N f(a0, ..)  gate N, whose descriptor's entry is f; "-> a0" is the
 *                     result, on a line of its own ("return a0") if other
 *                     events came between
 *   fault:            an exception, its cause, where, and its trap value
 *   resume            back at the instruction that faulted (or "resume at f")
 *   fence             sfence.vma: "all", a page, an asid, or a page of an asid
 *   load, store, amo, fetch
 *                     a translation of interest: virtual -> physical address and
 *                     the flags of the leaf; an address that is not translated
 *                     says "(no map)". Each page, kind and leaf once: again
 *                     only when the leaf has changed. The address is that of
 *                     the first access.
 *   switch            only with trace_switches: upmar changed from map to map
 *
 * Equal lines in a row are written once with "(N times)". Addresses have symbols
 * where there are any. There are no cycle counts and no instruction counts.
 *
 * WHAT KEEPS IT FREE OF TIMING
 *
 * Interrupts are not events. U code that an interrupt stopped goes on without a
 * word, wherever that was. What the kernel does while no module waits on it in
 * a gate or a fault (in the handler of a tick, in the scheduler, when idle) is
 * left out, once the first module has been entered: before that, it is the boot,
 * and is in the kernel's section whole. Left to the program: that its allocation
 * of frames, which shows in roots and physical addresses, does not hang on ticks,
 * that gates show no times (see trace_gates), and that the kernel does not
 * write upmar inside a gate except to leave it.
 *
 * WHAT THE IMAGE CAN SAY, by symbols (all optional)
 *
 *   trace_names     char[n][16]: the name of module ASID i, written by the kernel
 *                   when it makes the module. Stores to it are watched.
 *   trace_gates     uint8_t[256]: by gate, how many arguments to show (0 to 4),
 *                   plus 0x80 to keep its result out (a time, say). Without it, all
 *                   gates show a0 to a3 and the result.
 *   trace_begin, trace_end
 *                   the range of virtual addresses whose translations are of
 *                   interest: the symbols' addresses (absolute symbols will do)
 *   trace_switches  if it exists, "switch" events are written (to the kernel's
 *                   section: right only where no tick moves them)
 *
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_EVENTS_H
#define GATEHOUSE_EVENTS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "elf_image.h"
#include "retire.h"

struct events;

struct events_config {
    const struct elf_image *image;  /* symbols of the kernel; borrowed; may be NULL */
    bool has_range;                 /* overrides trace_begin and trace_end */
    uint32_t range_begin, range_end; /* end is exclusive */

    /* Memory as loaded, before the first instruction: bytes at a physical
     * address, NULL where there is none. Used by events_new only. */
    const uint8_t *(*memory)(void *ctx, uint32_t paddr, uint32_t size);
    void *memory_ctx;
};

/* NULL: out of memory. */
struct events *events_new(const struct events_config *config);
void events_free(struct events *ev);

/* Names a module by hand, over trace_names. The name is copied. */
void events_name_module(struct events *ev, unsigned asid, const char *name);

/* Symbols of user code in the module of that name, or in every module if
 * module is NULL. Both are borrowed. */
void events_add_symbols(struct events *ev, const char *module, const struct elf_image *image);

/* The next retired instruction. */
void events_retire(struct events *ev, const struct retire *r);

/* Writes all sections. False: out of memory on the way, or cannot write. */
bool events_write(struct events *ev, FILE *out, int exit_code);

#endif
