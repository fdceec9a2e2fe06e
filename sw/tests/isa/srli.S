/* srli: logical right shift by a constant (unprivileged manual 2.4.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ri srli, 0x00000001, 0x00000001, 0
    ri srli, 0x00000000, 0x00000001, 1
    ri srli, 0x00000000, 0x00000001, 7
    ri srli, 0x00000000, 0x00000001, 15
    ri srli, 0x00000000, 0x00000001, 16
    ri srli, 0x00000000, 0x00000001, 30
    ri srli, 0x00000000, 0x00000001, 31
    ri srli, 0xffffffff, 0xffffffff, 0
    ri srli, 0x7fffffff, 0xffffffff, 1
    ri srli, 0x01ffffff, 0xffffffff, 7
    ri srli, 0x0001ffff, 0xffffffff, 15
    ri srli, 0x0000ffff, 0xffffffff, 16
    ri srli, 0x00000003, 0xffffffff, 30
    ri srli, 0x00000001, 0xffffffff, 31
    ri srli, 0x80000000, 0x80000000, 0
    ri srli, 0x40000000, 0x80000000, 1
    ri srli, 0x01000000, 0x80000000, 7
    ri srli, 0x00010000, 0x80000000, 15
    ri srli, 0x00008000, 0x80000000, 16
    ri srli, 0x00000002, 0x80000000, 30
    ri srli, 0x00000001, 0x80000000, 31
    ri srli, 0x7fffffff, 0x7fffffff, 0
    ri srli, 0x3fffffff, 0x7fffffff, 1
    ri srli, 0x00ffffff, 0x7fffffff, 7
    ri srli, 0x0000ffff, 0x7fffffff, 15
    ri srli, 0x00007fff, 0x7fffffff, 16
    ri srli, 0x00000001, 0x7fffffff, 30
    ri srli, 0x00000000, 0x7fffffff, 31
    ri srli, 0x81818181, 0x81818181, 0
    ri srli, 0x40c0c0c0, 0x81818181, 1
    ri srli, 0x01030303, 0x81818181, 7
    ri srli, 0x00010303, 0x81818181, 15
    ri srli, 0x00008181, 0x81818181, 16
    ri srli, 0x00000002, 0x81818181, 30
    ri srli, 0x00000001, 0x81818181, 31
    ri srli, 0x00000000, 0x00000000, 0
    ri srli, 0x00000000, 0x00000000, 1
    ri srli, 0x00000000, 0x00000000, 7
    ri srli, 0x00000000, 0x00000000, 15
    ri srli, 0x00000000, 0x00000000, 16
    ri srli, 0x00000000, 0x00000000, 30
    ri srli, 0x00000000, 0x00000000, 31
    ri_to_x0 srli, 0x00000007, 1
    test_end
