// Permission check of one access against one raw Sv32 leaf (privileged manual
// 4.3.2, steps 5 to 7, with A and D never written by hardware: Svade). Purely
// combinational; used on every TLB hit and on the leaf at the end of a walk, so
// nothing of it is ever stored.
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"

module permission (
    input  wire [7:0] flags,    // PTE bits 7:0 of a leaf
    input  wire [1:0] access,   // `ACC_FETCH, `ACC_LOAD, `ACC_STORE (also SC and AMO)
    input  wire       user,     // effective privilege is U, else S
    input  wire       sum,
    input  wire       mxr,
    output wire       allowed
);
    wire fetch = access == `ACC_FETCH;
    wire store = access == `ACC_STORE;

    wire right = fetch ? flags[`PTE_X]
               : store ? flags[`PTE_W]
               : flags[`PTE_R] || (mxr && flags[`PTE_X]);
    // S reaches U's pages only with SUM, and never executes them.
    wire owner = user ? flags[`PTE_U] : !flags[`PTE_U] || (sum && !fetch);
    wire used  = flags[`PTE_A] && (flags[`PTE_D] || !store);
    // W without R is reserved.
    wire legal = flags[`PTE_V] && (flags[`PTE_R] || !flags[`PTE_W]);

    assign allowed = right && owner && used && legal;
    wire unused = &{1'b0, flags[`PTE_G]};
endmodule
`default_nettype wire
