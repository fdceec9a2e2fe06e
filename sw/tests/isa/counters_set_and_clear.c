/* csrrs and csrrc change single bits of a counter that stands still, in either half, and return what it was; csrrw
 * writes it whole.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define CHECK(csr)                                                                              \
    do {                                                                                        \
        uint32_t old_, want_ = 0xa5c30f69 & mask;                                               \
        WRITE(csr, want_);                                                                      \
        for (unsigned i_ = 0; i_ < 8; i_++) {                                                   \
            uint32_t bits_ = 0x13579bdfu << i_ & mask;                                           \
            if (i_ & 1)                                                                         \
                asm volatile("csrrs %0, " #csr ", %1" : "=r"(old_) : "r"(bits_));               \
            else                                                                                \
                asm volatile("csrrc %0, " #csr ", %1" : "=r"(old_) : "r"(bits_));               \
            EQ(old_, want_);                                                                    \
            want_ = i_ & 1 ? want_ | bits_ : want_ & ~bits_;                                    \
            EQ(READ(csr), want_);                                                               \
        }                                                                                       \
    } while (0)

int main(void)
{
    uint32_t mask = 0xffffffff;

    WRITE(mcountinhibit, 0xffffffff);
    CHECK(mcycle);
    CHECK(mcycleh);
    CHECK(minstret);
    CHECK(minstreth);
    WRITE(mhpmcounter3, 0xffffffff); /* as many bits as there are */
    mask = READ(mhpmcounter3);
    CHECK(mhpmcounter3);
    CHECK(mhpmcounter12);
    WRITE(mhpmcounter3h, 0xffffffff);
    mask = READ(mhpmcounter3h);
    CHECK(mhpmcounter3h);
    CHECK(mhpmcounter7h);
    return 0;
}
