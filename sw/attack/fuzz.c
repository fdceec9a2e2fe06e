/* Every gate with random and with boundary arguments, seeded. After each call
 * every register must be the caller's own, zero, or a result. Argument: the
 * seed in the upper half, thousands of calls in the lower; or what a child does.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

/* Calls gate `number` with all registers known before, and stores all after:
 * regs[i] is x(i). sp alone must survive for us to see the rest. */
void gate_regs(uint32_t number, const uint32_t args[6], uint32_t regs[32]);
asm(".text\n"
    ".balign 4\n"
    "gate_regs:\n"
    "    addi sp, sp, -80\n"
    "    sw ra, 0(sp); sw s0, 4(sp); sw s1, 8(sp); sw s2, 12(sp); sw s3, 16(sp)\n"
    "    sw s4, 20(sp); sw s5, 24(sp); sw s6, 28(sp); sw s7, 32(sp); sw s8, 36(sp)\n"
    "    sw s9, 40(sp); sw s10, 44(sp); sw s11, 48(sp); sw a2, 52(sp); sw gp, 56(sp); sw tp, 60(sp)\n"
    "    mv t0, a0; mv t1, a1\n"
    "    lw a0, 0(t1); lw a1, 4(t1); lw a2, 8(t1); lw a3, 12(t1); lw a4, 16(t1); lw a5, 20(t1)\n"
    "    li a6, 0x0A060A06; mv a7, t0\n"
    "    li ra, 0x01010101; li gp, 0x03030303; li tp, 0x04040404; li t1, 0x06060606\n"
    "    li t2, 0x07070707; li s0, 0x08080808; li s1, 0x09090909; li s2, 0x12121212\n"
    "    li s3, 0x13131313; li s4, 0x14141414; li s5, 0x15151515; li s6, 0x16161616\n"
    "    li s7, 0x17171717; li s8, 0x18181818; li s9, 0x19191919; li s10, 0x1A1A1A1A\n"
    "    li s11, 0x1B1B1B1B; li t3, 0x1C1C1C1C; li t4, 0x1D1D1D1D; li t5, 0x1E1E1E1E\n"
    "    li t6, 0x1F1F1F1F\n"
#ifdef PLAN_SWITCH
    "    .insn i 0x0B, 0, x0, t0, 0\n"
#else
    "    ecall\n"
#endif
    "    sw t0, 64(sp); lw t0, 52(sp)\n"
    "    sw ra, 4(t0); sw sp, 8(t0); sw gp, 12(t0); sw tp, 16(t0); sw t1, 24(t0); sw t2, 28(t0)\n"
    "    sw s0, 32(t0); sw s1, 36(t0); sw a0, 40(t0); sw a1, 44(t0); sw a2, 48(t0); sw a3, 52(t0)\n"
    "    sw a4, 56(t0); sw a5, 60(t0); sw a6, 64(t0); sw a7, 68(t0); sw s2, 72(t0); sw s3, 76(t0)\n"
    "    sw s4, 80(t0); sw s5, 84(t0); sw s6, 88(t0); sw s7, 92(t0); sw s8, 96(t0); sw s9, 100(t0)\n"
    "    sw s10, 104(t0); sw s11, 108(t0); sw t3, 112(t0); sw t4, 116(t0); sw t5, 120(t0)\n"
    "    sw t6, 124(t0); lw t1, 64(sp); sw t1, 20(t0)\n"
    "    lw ra, 0(sp); lw s0, 4(sp); lw s1, 8(sp); lw s2, 12(sp); lw s3, 16(sp)\n"
    "    lw s4, 20(sp); lw s5, 24(sp); lw s6, 28(sp); lw s7, 32(sp); lw s8, 36(sp)\n"
    "    lw s9, 40(sp); lw s10, 44(sp); lw s11, 48(sp); lw gp, 56(sp); lw tp, 60(sp)\n"
    "    addi sp, sp, 80\n"
    "    ret\n");

static uint32_t seed;

static uint32_t random(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    return seed ^= seed << 5;
}

#define NAMES 64
static uint8_t buffer[NAMES + 192]; /* never a good name; room for what gates write there */

static uint32_t argument(void)
{
    static const uint32_t edges[] = {
        0, 1, 3, 4, 0xFFF, 0x1000, 0x1001, 0x10000, 0x00300000, 0x00400000, 0x00800000,
        0x50000000, 0x50000FFF, 0x7FFFFFFF, 0x7FFFF000, 0x80000000, 0x80100000, 0xF0C00000,
        0xFFFFFFFF, 0xFFFFF000, 0xFFFFFFFC, 64, 0xFF,
    };
    uint32_t r = random();
    switch (r & 7) {
    case 0: return random();
    case 1: return (uint32_t)buffer + (r >> 3) % NAMES;
    case 2: return self() ^ (r & 0x100);
    case 3: return random() & 0xFFF;
    default: return edges[(r >> 3) % (sizeof edges / sizeof *edges)];
    }
}

#define EXITS 0x80000000u  /* at once, with the rest of it */

/* What would be right, but not come back for long, is kept from being right. */
static void restrain(uint32_t gate, uint32_t *args)
{
    if (gate == GATE_write)
        args[1] &= 0x80000000; /* say nothing */
    if (gate == GATE_queue || gate == GATE_maps || gate == GATE_send || gate == GATE_call ||
        gate == GATE_rcall) /* nobody's: we might have to wait for it */
        args[0] |= 0x40000000;
    if (gate == GATE_receive || gate == GATE_readline) {
        args[0] |= 0x80000000;
        args[1] |= 1;
    }
    if (gate == GATE_create) /* name() may have put ours where we allocated */
        args[1] = EXITS;
    if (gate == GATE_sleep)
        args[0] &= 0x3FF;
}

#define SERVES 0x40000000u /* after an answer to nobody */

static void child(uint32_t arg)
{
    struct words w = {0, 0, 0};
    if (arg & EXITS)
        exit(arg & ~EXITS);
    uint32_t from = rserve(argument(), &w);
    w.w1++;
    rserve(from, &w);
}

/* exit and rserve do not return to who called them: children call them. */
static uint32_t by_children(void)
{
    uint32_t wrong = 0, status;
    for (int i = 0; i < 4; i++) {
        uint32_t with = random() & ~EXITS, id = create("fuzz", EXITS | with);
        struct words w = {i, 0, 0};
        wrong += wait(id, &status) != END_EXIT || status != with;
        id = create("fuzz", SERVES | (random() >> 8));
        wrong += rcall(id, &w) != 0 || w.w1 != (uint32_t)i + 1;
        destroy(id);
        wrong += wait(id, &status) != END_DESTROYED;
    }
    return wrong;
}

static uint32_t known[32]; /* what gate_regs() has set */

/* How many registers are none of what they may be: kept for the caller; or the
 * caller's own, as before the call, or zero. a0 and a1 may be results. */
static uint32_t leaks(const uint32_t *args, uint32_t gate, const uint32_t *regs)
{
    static const uint8_t kept[] = {3, 4, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27};
    static const uint8_t own[] = {1, 6, 7, 16, 28, 29, 30, 31};
    uint32_t bad = 0;
    for (uint32_t i = 0; i < sizeof kept; i++)
        bad += regs[kept[i]] != known[kept[i]];
    for (uint32_t i = 0; i < sizeof own; i++)
        bad += regs[own[i]] && regs[own[i]] != known[own[i]];
    for (uint32_t i = 12; i <= 15; i++)
        bad += regs[i] && regs[i] != args[i - 10];
    return bad + (regs[5] && regs[5] != gate) + (regs[17] && regs[17] != gate);
}

int main(uint32_t arg)
{
    uint32_t args[6], regs[32], leaked = 0, errors = 0, calls = (arg & 0xFFFF) * 1000;
    seed = (arg >> 16) * 2654435761u + 1;
    for (uint32_t i = 0; i < 32; i++)
        known[i] = i * 0x01010101u;
    known[16] = 0x0A060A06;
    if (arg & (EXITS | SERVES))
        child(arg);
    for (uint32_t n = 0; n < calls; n++) {
        uint32_t gate;
        do
            gate = random() % NGATES;
        while (gate == GATE_exit || gate == GATE_rserve);
        for (int i = 0; i < 6; i++)
            args[i] = argument();
        restrain(gate, args);
        memset(buffer, 0xFF, NAMES);
        onfault(0);
        gate_regs(gate, args, regs);
        leaked += leaks(args, gate, regs);
        errors += (int)regs[10] < 0;
        if (gate == GATE_create && (int)regs[10] > 0)
            wait(regs[10], args);
    }
    uint32_t wrong = by_children();
    printf("%u calls, %s refused, %u registers leaked, %u children wrong\n", calls,
           errors ? "some" : "NONE", leaked, wrong);
    return leaked || wrong || !errors;
}
