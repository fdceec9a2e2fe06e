/* slli: left shift by a constant (unprivileged manual 2.4.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ri slli, 0x00000001, 0x00000001, 0
    ri slli, 0x00000002, 0x00000001, 1
    ri slli, 0x00000080, 0x00000001, 7
    ri slli, 0x00008000, 0x00000001, 15
    ri slli, 0x00010000, 0x00000001, 16
    ri slli, 0x40000000, 0x00000001, 30
    ri slli, 0x80000000, 0x00000001, 31
    ri slli, 0xffffffff, 0xffffffff, 0
    ri slli, 0xfffffffe, 0xffffffff, 1
    ri slli, 0xffffff80, 0xffffffff, 7
    ri slli, 0xffff8000, 0xffffffff, 15
    ri slli, 0xffff0000, 0xffffffff, 16
    ri slli, 0xc0000000, 0xffffffff, 30
    ri slli, 0x80000000, 0xffffffff, 31
    ri slli, 0x80000000, 0x80000000, 0
    ri slli, 0x00000000, 0x80000000, 1
    ri slli, 0x00000000, 0x80000000, 7
    ri slli, 0x00000000, 0x80000000, 15
    ri slli, 0x00000000, 0x80000000, 16
    ri slli, 0x00000000, 0x80000000, 30
    ri slli, 0x00000000, 0x80000000, 31
    ri slli, 0x7fffffff, 0x7fffffff, 0
    ri slli, 0xfffffffe, 0x7fffffff, 1
    ri slli, 0xffffff80, 0x7fffffff, 7
    ri slli, 0xffff8000, 0x7fffffff, 15
    ri slli, 0xffff0000, 0x7fffffff, 16
    ri slli, 0xc0000000, 0x7fffffff, 30
    ri slli, 0x80000000, 0x7fffffff, 31
    ri slli, 0x81818181, 0x81818181, 0
    ri slli, 0x03030302, 0x81818181, 1
    ri slli, 0xc0c0c080, 0x81818181, 7
    ri slli, 0xc0c08000, 0x81818181, 15
    ri slli, 0x81810000, 0x81818181, 16
    ri slli, 0x40000000, 0x81818181, 30
    ri slli, 0x80000000, 0x81818181, 31
    ri slli, 0x00000000, 0x00000000, 0
    ri slli, 0x00000000, 0x00000000, 1
    ri slli, 0x00000000, 0x00000000, 7
    ri slli, 0x00000000, 0x00000000, 15
    ri slli, 0x00000000, 0x00000000, 16
    ri slli, 0x00000000, 0x00000000, 30
    ri slli, 0x00000000, 0x00000000, 31
    ri_to_x0 slli, 0x00000007, 1
    test_end
