/* srai: arithmetic right shift by a constant (unprivileged manual 2.4.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ri srai, 0x00000001, 0x00000001, 0
    ri srai, 0x00000000, 0x00000001, 1
    ri srai, 0x00000000, 0x00000001, 7
    ri srai, 0x00000000, 0x00000001, 15
    ri srai, 0x00000000, 0x00000001, 16
    ri srai, 0x00000000, 0x00000001, 30
    ri srai, 0x00000000, 0x00000001, 31
    ri srai, 0xffffffff, 0xffffffff, 0
    ri srai, 0xffffffff, 0xffffffff, 1
    ri srai, 0xffffffff, 0xffffffff, 7
    ri srai, 0xffffffff, 0xffffffff, 15
    ri srai, 0xffffffff, 0xffffffff, 16
    ri srai, 0xffffffff, 0xffffffff, 30
    ri srai, 0xffffffff, 0xffffffff, 31
    ri srai, 0x80000000, 0x80000000, 0
    ri srai, 0xc0000000, 0x80000000, 1
    ri srai, 0xff000000, 0x80000000, 7
    ri srai, 0xffff0000, 0x80000000, 15
    ri srai, 0xffff8000, 0x80000000, 16
    ri srai, 0xfffffffe, 0x80000000, 30
    ri srai, 0xffffffff, 0x80000000, 31
    ri srai, 0x7fffffff, 0x7fffffff, 0
    ri srai, 0x3fffffff, 0x7fffffff, 1
    ri srai, 0x00ffffff, 0x7fffffff, 7
    ri srai, 0x0000ffff, 0x7fffffff, 15
    ri srai, 0x00007fff, 0x7fffffff, 16
    ri srai, 0x00000001, 0x7fffffff, 30
    ri srai, 0x00000000, 0x7fffffff, 31
    ri srai, 0x81818181, 0x81818181, 0
    ri srai, 0xc0c0c0c0, 0x81818181, 1
    ri srai, 0xff030303, 0x81818181, 7
    ri srai, 0xffff0303, 0x81818181, 15
    ri srai, 0xffff8181, 0x81818181, 16
    ri srai, 0xfffffffe, 0x81818181, 30
    ri srai, 0xffffffff, 0x81818181, 31
    ri srai, 0x00000000, 0x00000000, 0
    ri srai, 0x00000000, 0x00000000, 1
    ri srai, 0x00000000, 0x00000000, 7
    ri srai, 0x00000000, 0x00000000, 15
    ri srai, 0x00000000, 0x00000000, 16
    ri srai, 0x00000000, 0x00000000, 30
    ri srai, 0x00000000, 0x00000000, 31
    ri_to_x0 srai, 0x00000007, 1
    test_end
