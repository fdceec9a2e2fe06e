// With ASID_BITS=0: does an entry survive a change of the map in use?
// The same as tlb_truth.v, where a leaf is given no longer once an access goes through another map than in the cycle before, by a
// change of mode, of MPRV, MPP or MODE, or a map register was written: that leaf's own, from the write on; the other, whose write
// leaves the leaf true, from the cycle after, in which all is flushed.
// Top: tlb_truth
// Flags: -DASID_BITS=0
// Method: induction
// Cover: 9
// Trace: 14
// Files: mmu/mmu.v mmu/tlb.v mmu/tlb_first.v cache/tag_same.v cache/line_hit.v mmu/walker.v mmu/permission.v core/fetch.v core/next_select.v
// Assumes: as tlb_truth
// SPDX-License-Identifier: ISC
`include "tlb_truth.v"
