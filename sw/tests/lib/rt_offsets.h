/* Layout of struct rt_run and struct rt_out (rt.h) for the assembly in crt0.S; rt.c asserts it.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_LIB_RT_OFFSETS_H
#define TESTS_LIB_RT_OFFSETS_H

#define RUN_PC 0
#define RUN_STATUS 4
#define RUN_A0 8
#define RUN_A1 12
#define RUN_A2 16

#define OUT_BY 0
#define OUT_CAUSE 4
#define OUT_EPC 8
#define OUT_TVAL 12
#define OUT_STATUS 16
#define OUT_A0 20
#define OUT_A1 24
#define OUT_A2 28
#define OUT_SIZE 32

#endif
