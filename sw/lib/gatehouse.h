/* What a module can call: the gates as C functions, and the small library.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_H
#define GATEHOUSE_H

#include "abi.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One gate call. The gate's name is a constant; what the kernel may clear is
 * in the list of what the call spoils. */
#ifdef PLAN_SWITCH
#define GATE_CALL ".insn i 0x0B, 0, x0, x0, %[gate]" /* svc gate(x0) */
#else
#define GATE_CALL "li a7, %[gate]\n\tecall"
#endif
#define GATE_SPOILS "ra", "t0", "t1", "t2", "t3", "t4", "t5", "t6", "memory"

static inline int gate0(const int gate)
{
    register uint32_t a0 asm("a0");
    asm volatile(GATE_CALL : "=r"(a0) : [gate] "i"(gate)
                 : "a1", "a2", "a3", "a4", "a5", "a6", "a7", GATE_SPOILS);
    return a0;
}

static inline int gate1(const int gate, uint32_t x)
{
    register uint32_t a0 asm("a0") = x;
    asm volatile(GATE_CALL : "+r"(a0) : [gate] "i"(gate)
                 : "a1", "a2", "a3", "a4", "a5", "a6", "a7", GATE_SPOILS);
    return a0;
}

static inline int gate2(const int gate, uint32_t x, uint32_t y)
{
    register uint32_t a0 asm("a0") = x;
    register uint32_t a1 asm("a1") = y;
    asm volatile(GATE_CALL : "+r"(a0), "+r"(a1) : [gate] "i"(gate)
                 : "a2", "a3", "a4", "a5", "a6", "a7", GATE_SPOILS);
    return a0;
}

static inline int gate3(const int gate, uint32_t x, uint32_t y, uint32_t z)
{
    register uint32_t a0 asm("a0") = x;
    register uint32_t a1 asm("a1") = y;
    register uint32_t a2 asm("a2") = z;
    asm volatile(GATE_CALL : "+r"(a0), "+r"(a1), "+r"(a2) : [gate] "i"(gate)
                 : "a3", "a4", "a5", "a6", "a7", GATE_SPOILS);
    return a0;
}

static inline int null_gate(void) { return gate0(GATE_null); }
static inline uint32_t self(void) { return gate0(GATE_self); }
static inline uint64_t time(void)
{
    register uint32_t a0 asm("a0");
    register uint32_t a1 asm("a1");
    asm volatile(GATE_CALL : "=r"(a0), "=r"(a1) : [gate] "i"(GATE_time)
                 : "a2", "a3", "a4", "a5", "a6", "a7", GATE_SPOILS);
    return (uint64_t)a1 << 32 | a0;
}
static inline void __attribute__((noreturn)) exit(int status)
{
    gate1(GATE_exit, status);
    __builtin_unreachable();
}
static inline void yield(void) { gate0(GATE_yield); }
static inline int write(const void *p, uint32_t n) { return gate2(GATE_write, (uint32_t)p, n); }
static inline int name(char *p, uint32_t n) { return gate2(GATE_name, (uint32_t)p, n); }
static inline int allocate(void *va, uint32_t n, int prot)
{
    return gate3(GATE_allocate, (uint32_t)va, n, prot);
}
static inline int release(void *va, uint32_t n) { return gate2(GATE_release, (uint32_t)va, n); }
static inline int grow(uint32_t n) { return gate1(GATE_grow, n); }
static inline int onfault(void (*f)(void)) { return gate1(GATE_onfault, (uint32_t)f); }

/* string.c */
void *memset(void *p, int c, size_t n);
void *memcpy(void *d, const void *s, size_t n);
int memcmp(const void *a, const void *b, size_t n);
size_t strlen(const char *s);
int strcmp(const char *a, const char *b);

/* print.c: as printf, with %s %c %d %u %x, a width and 0; one write a call */
int printf(const char *format, ...);
int snprintf(char *out, size_t size, const char *format, ...);
int vsnprintf(char *out, size_t size, const char *format, va_list ap);

/* attempt.S: calls f(arg); a fault on the way ends it. 0: no fault. */
struct fault {
    uint32_t cause, pc, value;
};
int attempt(void (*f)(uint32_t), uint32_t arg, struct fault *fault);

int main(uint32_t arg);

#endif
