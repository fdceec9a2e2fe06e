// A cover statement as an assertion that fails when it is reached.
// SPDX-License-Identifier: ISC
(* techmap_celltype = "$cover" *)
module cover_as_assert (input A, input EN);
    \$assert reached (.A(!A), .EN(EN));
endmodule
