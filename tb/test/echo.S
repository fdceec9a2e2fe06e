/* Sends back what it receives, up to and with a line's end; then ends with 0.
 * Then the serial line still holds characters, which must not be lost.
 * SPDX-License-Identifier: ISC */
    .section .text
    .globl _start
_start:
    li s0, 0x10000000
    li t0, 0x03
    sb t0, 3(s0)            /* LCR: 8 bits, no parity */
    li t0, 0x01
    sb t0, 2(s0)            /* FCR: FIFOs */
    li s1, '\n'
1:  lbu t0, 5(s0)           /* LSR: data ready? */
    andi t0, t0, 0x01
    beqz t0, 1b
    lbu t1, 0(s0)
2:  lbu t0, 5(s0)           /* transmitter holding register empty? */
    andi t0, t0, 0x20
    beqz t0, 2b
    sb t1, 0(s0)
    bne t1, s1, 1b
    li t0, 0x00100000
    li t1, 0x5555
    sw t1, 0(t0)
3:  j 3b
