/* mret and sret go to xepc in all its bits, and a fetch fault there reports it as xepc and xtval, in M and in S.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(do_sret, "csrw sepc, a0; sret");

static void at(uint32_t va)
{
    if (va >> 24 == 0x80 || va < 0x2000)
        return;
    for (enum mode mode = U; mode <= M; mode += mode == S ? 2 : 1) {
        go_at(mode, va, 0, 0, 0);
        TRAPPED(M, CAUSE_FETCH_ACCESS, va, va);
    }
    WRITE(medeleg, 1u << CAUSE_FETCH_ACCESS);
    go_at(U, va, 0, 0, 0);
    TRAPPED(S, CAUSE_FETCH_ACCESS, va, va);
    go(S, do_sret, va, 0, 0); /* SPP is 0: to U */
    TRAPPED(S, CAUSE_FETCH_ACCESS, va, va);
    WRITE(medeleg, 0);
    go(S, do_sret, va, 0, 0);
    TRAPPED(M, CAUSE_FETCH_ACCESS, va, va);
}

int main(void)
{
    uint32_t random = 0x2545f491;

    for (unsigned bit = 2; bit < 32; bit++) {
        at(1u << bit);
        at(~(1u << bit) & ~3u);
    }
    for (unsigned i = 0; i < 20; i++) {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        at(random & ~3u);
    }
    return 0;
}
