/* The other end of rpc.c. Argument: which kind of call it serves.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

int main(uint32_t arg)
{
    uint32_t from = 0;
    char text[64];
    struct words w = {0, 0, 0};
    if (arg == 1)
        for (;;) {
            from = rserve(from, &w);
            w = (struct words){w.w1 + w.w2 + w.w3, w.w1 ^ w.w2, w.w3 + 1};
        }
    if (arg == 2)
        for (;;) {
            int n = receive(text, sizeof text, &from);
            for (int i = 0; i < n; i++)
                if (text[i] >= 'a' && text[i] <= 'z')
                    text[i] -= 'a' - 'A';
            reply(from, text, n < 0 ? 0 : n);
        }
    int requests = queue("requests"), answers = queue("answers");
    for (;;) {
        int n = get(requests, text, sizeof text);
        text[0]++;
        put(answers, text, n);
    }
}
