/* The RAM disk that the image carries for its payload.
 * SPDX-License-Identifier: ISC */
    .section .disk, "a", @progbits
    .incbin DISK
