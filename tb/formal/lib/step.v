// For the step of an induction alone: an assertion is assumed of the first cycle, whose state is arbitrary, and asserted of
// the next.
// SPDX-License-Identifier: ISC
(* techmap_celltype = "$assert" *)
module assert_in_step (input A, input EN);
    wire first;
    \$initstate s (.Y(first));
    \$assume before (.A(A), .EN(EN && first));
    \$assert after (.A(A), .EN(EN && !first));
endmodule
