// The small machine, for an iCE40 UP5K: parameters of gatehouse_soc, each with a comma behind it.
// SPDX-License-Identifier: ISC
        .TLB_ENTRIES(4), .ITLB_ENTRIES(2), .DTLB_ENTRIES(2),
        .ICACHE_BYTES(1024), .DCACHE_BYTES(1024), .LINE_WORDS(4),
        .BTB_ENTRIES(64), .PHT_ENTRIES(256), .RAS_ENTRIES(2), .HPM(0),
