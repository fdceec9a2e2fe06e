/* The simulator's own exit statuses: what ended the run when it was not the
 * program. The one list that --help prints, the tests check and the code uses.
 * They start at 200, above what programs use; the message on standard error
 * tells the two apart in any case.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_EXIT_STATUS_H
#define GATEHOUSE_EXIT_STATUS_H

/* X(name, number, text) */
#define EXIT_STATUSES(X)                                                        \
    X(STATUS_USAGE, 200, "an option or argument is wrong")                      \
    X(STATUS_CANNOT_OPEN, 201, "an input file cannot be opened or read")        \
    X(STATUS_NOT_ELF, 202, "the image is not an ELF file")                      \
    X(STATUS_WRONG_CLASS, 203, "the image is not a 32-bit little-endian executable") \
    X(STATUS_WRONG_MACHINE, 204, "the image is not for RISC-V")                 \
    X(STATUS_TRUNCATED, 205, "the image is cut off")                            \
    X(STATUS_OUTSIDE_DRAM, 206, "the image or a --load file lies outside DRAM") \
    X(STATUS_BAD_DISK, 207, "the disk image cannot be used")                    \
    X(STATUS_CANNOT_WRITE, 208, "an output file cannot be written")             \
    X(STATUS_NO_SYMBOL, 209, "the image lacks a symbol that an option needs")   \
    X(STATUS_MISMATCH, 210, "RTL and reference model differ")                   \
    X(STATUS_CYCLE_LIMIT, 211, "the limit of --cycles was reached")             \
    X(STATUS_DEADLOCK, 212, "nothing retired for 100000 cycles outside wfi")    \
    X(STATUS_QUIT, 213, "the user ended it (Ctrl-A x, or a signal)")            \
    X(STATUS_INTERNAL, 214, "out of memory, or a part of the simulator is missing")

enum exit_status {
    STATUS_OK = 0,
#define X(name, number, text) name = number,
    EXIT_STATUSES(X)
#undef X
};

#endif
