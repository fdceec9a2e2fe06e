/* Where things are: physical memory, the two plans' maps, a module's space.
 *
 *  PLAN=switch                                  PLAN=ubit
 *  kernel (satp)        a module (upmar)        one map for both (satp)
 *
 *  ffff ffff                                    ffff ffff
 *     .                    .                       .
 *  f0c0 0000 UART, SPI  (all the 4 GiB are     f0c0 0000 UART, SPI    U=0
 *  f080 0000 PLIC        the module's; the     f080 0000 PLIC         U=0
 *  f040 0000 CLINT       kernel gives none     f040 0000 CLINT        U=0
 *  f000 0000 finisher    above 8000 0000)      f000 0000 finisher     U=0
 *     .                                           .
 *  8100 0000 end of DRAM                       8100 0000 end of DRAM
 *  8010 0000 frames                               .                   U=0
 *  8000 0000 kernel                            8000 0000 kernel       U=0
 *     .                                        -------------------------
 *     .      nothing       <- both plans ->       the module's space
 *  0000 0000
 *
 *  The module's space (all of it U=1):
 *
 *  7fff ffff   free to allocate: any page asked for by its address
 *  0080 0000
 *  007f ffff   shared libraries, where the loader finds room
 *  0040 0000
 *  003f ffff   stack, grows down to meet the heap   RW-
 *     .
 *     .        heap, grows up                       RW-
 *  xxxx x000   data, zeroed data                    RW-
 *  xxxx x000   constants                            R--
 *  0001 0000   code                                 R-X
 *  0000 1000
 *  0000 0000   never mapped
 *
 * The kernel's own memory is mapped at its physical addresses: code R-X,
 * constants R--, the rest RW-, and the page under the kernel stack not at all.
 * SPDX-License-Identifier: ISC */
#ifndef KERNEL_MEMLAYOUT_H
#define KERNEL_MEMLAYOUT_H

#define DRAM_BASE 0x80000000u
#ifndef DRAM_SIZE /* a board's */
#define DRAM_SIZE 0x1000000u
#endif
#define DRAM_END (DRAM_BASE + DRAM_SIZE)

/* Frames lie behind the kernel and its archive; at the end of memory is a region
 * whose frames a boot configuration may name by number. With little memory both
 * begin where the link has found room (kernel.ld). */
#if DRAM_SIZE >= 0x400000
#define FRAMES_BASE 0x80100000u
#define REGION_BASE 0x80F00000u
#define FRAMES_MAX 0xF00 /* frames below the region, at most */
#else
#ifndef __ASSEMBLER__
extern char frames_base[], region_base[];
#endif
#define FRAMES_BASE ((uint32_t)frames_base)
#define REGION_BASE ((uint32_t)region_base)
#define FRAMES_MAX (DRAM_SIZE / 4096)
#endif

#define DEVICES 0xF0000000u /* four 4 MiB pages, in this order: */
#define PA_FINISHER 0x00100000u
#define PA_CLINT 0x02000000u
#define PA_PLIC 0x0C000000u
#define PA_UART 0x10000000u
#define FINISHER (DEVICES + 0x00100000u)
#define PLIC (DEVICES + 0x00800000u)
#define UART (DEVICES + 0x00C00000u)
#define SPI (DEVICES + 0x00C50000u)

#define USER_MIN 0x00001000u
#define LIB_BASE 0x00400000u
#define LIB_END 0x00800000u
#define STACK_TOP 0x00400000u
#define USER_TOP 0x80000000u

#endif
