/* Each CSR that software may set to anything holds what the last csrrw, csrrs or csrrc to it left, in its own bits, and
 * an access to one changes no other.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

/* number, bits that can be written, bits that may be set while the test runs in M */
#define REGISTERS(X)                                                                            \
    X(0x300, 0x007c19aa) /* mstatus, but MPRV and MIE; MPP 2 is none */                          \
    X(0x302, 0x0100b3ff) /* medeleg */ X(0x303, 0x222) /* mideleg */ X(0x304, 0xaaa) /* mie */   \
    X(0x305, 0xfffffffd) /* mtvec */ X(0x306, 0x1fff) /* mcounteren */ X(0x30a, 1) /* menvcfg */ \
    X(0x31a, 0x80000000) /* menvcfgh */ X(0x320, 0x1ffd) /* mcountinhibit */                     \
    X(0x340, 0xffffffff) /* mscratch */ X(0x341, 0xfffffffc) /* mepc */                          \
    X(0x342, 0x8000001f) /* mcause */ X(0x343, 0xffffffff) /* mtval */                           \
    X(0x105, 0xfffffffd) /* stvec */ X(0x106, 0x1fff) /* scounteren */ X(0x10a, 1) /* senvcfg */ \
    X(0x140, 0xffffffff) /* sscratch */ X(0x141, 0xfffffffc) /* sepc */                          \
    X(0x142, 0x8000001f) /* scause */ X(0x143, 0xffffffff) /* stval */                           \
    X(0x14d, 0xffffffff) /* stimecmp */ X(0x15d, 0xffffffff) /* stimecmph */                     \
    X(0x180, 0xffffffff) /* satp */ X(CSR_UPMAR, 0xffffffff) X(CSR_GTBL, 0x803fffff)

#define ENTRY_OF(number, bits) {number, bits},
static const struct {
    uint32_t number, bits;
} registers[] = {REGISTERS(ENTRY_OF)};
#define COUNT (sizeof registers / sizeof *registers)

#define READ_OF(number, bits) \
    case number: asm volatile("csrr %0, %1" : "=r"(old) : "i"(number)); break;
#define OP_OF(number, bits)                                                                           \
    case number:                                                                                      \
        if (op == 0)                                                                                  \
            asm volatile("csrrw %0, %1, %2" : "=r"(old) : "i"(number), "r"(value));                   \
        else if (op == 1)                                                                             \
            asm volatile("csrrs %0, %1, %2" : "=r"(old) : "i"(number), "r"(value));                   \
        else                                                                                          \
            asm volatile("csrrc %0, %1, %2" : "=r"(old) : "i"(number), "r"(value));                   \
        break;

static uint32_t read(uint32_t number)
{
    uint32_t old = 0;

    switch (number) {
        REGISTERS(READ_OF)
    }
    return old;
}

static uint32_t change(uint32_t number, unsigned op, uint32_t value)
{
    uint32_t old = 0;

    switch (number) {
        REGISTERS(OP_OF)
    }
    return old;
}

static uint32_t random(void)
{
    static uint32_t state = 0x2545f491;

    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

int main(void)
{
    uint32_t holds[COUNT];

    for (unsigned i = 0; i < COUNT; i++)
        holds[i] = read(registers[i].number);
    for (unsigned n = 0; n < 5 * COUNT; n++) {
        unsigned i = n % COUNT, op = random() % 3;
        uint32_t value = random(), bits = registers[i].bits;

        if (registers[i].number == 0x300) { /* loads and stores stay M's, no interrupt, a legal MPP */
            value &= ~(MSTATUS_MPRV | 8u);
            if (value & MSTATUS_MPP || op)
                value |= MSTATUS_MPP;
        }
        EQ(change(registers[i].number, op, value), holds[i]);
        holds[i] = (op == 0 ? value : op == 1 ? holds[i] | value : holds[i] & ~value) & bits;
        for (unsigned k = 0; k < COUNT; k++)
            EQ(read(registers[k].number), holds[k]);
        /* views of others: registers 0, 2 and 3 are mstatus, mideleg and mie */
        EQ(READ(sstatus), holds[0] & 0x000c0122);
        EQ(READ(sie), holds[2] & holds[3]);
        EQ(READ(sip) & ~holds[2], 0);
        WRITE(sie, value);
        holds[3] = (holds[3] & ~holds[2]) | (value & holds[2]);
        WRITE(sip, value);
        EQ(READ(mie), holds[3]);
    }
    return 0;
}
