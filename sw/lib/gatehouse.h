/* What a module can call: the gates as C functions, and the small library.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_H
#define GATEHOUSE_H

#include "abi.h"
#include "common.h"

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

static inline int create(const char *image, uint32_t arg)
{
    return gate2(GATE_create, (uint32_t)image, arg);
}
static inline int destroy(uint32_t id) { return gate1(GATE_destroy, id); }
static inline int wait(uint32_t id, uint32_t *status)
{
    register uint32_t a0 asm("a0") = id;
    register uint32_t a1 asm("a1");
    asm volatile(GATE_CALL : "+r"(a0), "=r"(a1) : [gate] "i"(GATE_wait)
                 : "a2", "a3", "a4", "a5", "a6", "a7", GATE_SPOILS);
    *status = a1;
    return a0;
}
static inline int lookup(const char *name) { return gate1(GATE_lookup, (uint32_t)name); }
static inline int list(uint32_t i, struct module_info *info)
{
    return gate2(GATE_list, i, (uint32_t)info);
}
static inline int maps(uint32_t id) { return gate1(GATE_maps, id); }
static inline int queue(const char *name) { return gate1(GATE_queue, (uint32_t)name); }
static inline int put(uint32_t q, const void *p, uint32_t n)
{
    return gate3(GATE_put, q, (uint32_t)p, n);
}
static inline int get(uint32_t q, void *p, uint32_t size)
{
    return gate3(GATE_get, q, (uint32_t)p, size);
}
static inline int send(uint32_t to, const void *p, uint32_t n)
{
    return gate3(GATE_send, to, (uint32_t)p, n);
}
static inline int receive(void *p, uint32_t size, uint32_t *from)
{
    register uint32_t a0 asm("a0") = (uint32_t)p;
    register uint32_t a1 asm("a1") = size;
    asm volatile(GATE_CALL : "+r"(a0), "+r"(a1) : [gate] "i"(GATE_receive)
                 : "a2", "a3", "a4", "a5", "a6", "a7", GATE_SPOILS);
    *from = a1;
    return a0;
}
static inline int call(uint32_t to, void *p, uint32_t n, uint32_t size)
{
    register uint32_t a0 asm("a0") = to;
    register uint32_t a1 asm("a1") = (uint32_t)p;
    register uint32_t a2 asm("a2") = n;
    register uint32_t a3 asm("a3") = size;
    asm volatile(GATE_CALL : "+r"(a0), "+r"(a1), "+r"(a2), "+r"(a3) : [gate] "i"(GATE_call)
                 : "a4", "a5", "a6", "a7", GATE_SPOILS);
    return a0;
}
static inline int reply(uint32_t to, const void *p, uint32_t n)
{
    return gate3(GATE_reply, to, (uint32_t)p, n);
}
/* Three words and a module, there and back. */
struct words {
    uint32_t w1, w2, w3;
};
__attribute__((always_inline)) static inline int words_gate(const int gate, uint32_t to, struct words *w)
{
    register uint32_t a0 asm("a0") = to;
    register uint32_t a1 asm("a1") = w->w1;
    register uint32_t a2 asm("a2") = w->w2;
    register uint32_t a3 asm("a3") = w->w3;
    asm volatile(GATE_CALL : "+r"(a0), "+r"(a1), "+r"(a2), "+r"(a3) : [gate] "i"(gate)
                 : "a4", "a5", "a6", "a7", GATE_SPOILS);
    *w = (struct words){a1, a2, a3};
    return a0;
}
static inline int rcall(uint32_t to, struct words *w) { return words_gate(GATE_rcall, to, w); }
static inline int rserve(uint32_t to, struct words *w) { return words_gate(GATE_rserve, to, w); }
static inline int library(const char *name) { return gate1(GATE_library, (uint32_t)name); }
static inline int offer(void *va, uint32_t n, uint32_t to)
{
    return gate3(GATE_offer, (uint32_t)va, n, to);
}
static inline int accept(uint32_t o, void *va) { return gate2(GATE_accept, o, (uint32_t)va); }
static inline int where(const void *va) { return gate1(GATE_where, (uint32_t)va); }
static inline int open(const char *name, int how) { return gate2(GATE_open, (uint32_t)name, how); }
static inline int read(uint32_t h, void *p, uint32_t n) { return gate3(GATE_read, h, (uint32_t)p, n); }
static inline int append(uint32_t h, const void *p, uint32_t n)
{
    return gate3(GATE_append, h, (uint32_t)p, n);
}
static inline int close(uint32_t h) { return gate1(GATE_close, h); }
static inline int directory(uint32_t i, struct file_info *info)
{
    return gate2(GATE_directory, i, (uint32_t)info);
}
static inline int readline(char *p, uint32_t n) { return gate2(GATE_readline, (uint32_t)p, n); }
static inline int sleep(uint32_t ticks) { return gate1(GATE_sleep, ticks); }
static inline int counters(struct counters *c) { return gate1(GATE_counters, (uint32_t)c); }

/* The processor's counters: cycle, instret, hpmcounter6 (TLB flushes), ... */
#define read_counter(name)                                        \
    ({                                                            \
        uint32_t v_;                                              \
        asm volatile("csrr %0, " #name : "=r"(v_)::"memory");     \
        v_;                                                       \
    })

/* print.c: formats as in common.h; one write a call */
int printf(const char *f, ...);
int snprintf(char *p, size_t size, const char *f, ...);
int vsnprintf(char *p, size_t size, const char *f, va_list ap);

/* attempt.S: calls f(arg); a fault on the way ends it. 0: no fault. */
struct fault {
    uint32_t cause, pc, value;
};
int attempt(void (*f)(uint32_t), uint32_t arg, struct fault *fault);

int main(uint32_t arg);

#endif
