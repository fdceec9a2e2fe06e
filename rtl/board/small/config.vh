// The small machine, for an iCE40: parameters of gatehouse_soc, each with a comma behind it. It has the small
// core, which GATEHOUSE_SMALL chooses.
// SPDX-License-Identifier: ISC
        .TLB_ENTRIES(32),
