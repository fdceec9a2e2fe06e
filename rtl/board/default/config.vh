// The default machine: parameters of gatehouse_soc, each with a comma behind it. All are at their defaults, which
// are said where they are declared; this one is said to have something to say.
// SPDX-License-Identifier: ISC
        .TLB_ENTRIES(64),
