// Is an access allowed exactly when the manual allows it?
// For every leaf, access, privilege, SUM and MXR: permission.v grants what the rules of the privileged manual (4.3.1, 4.3.2
// steps 5 to 7; A and D by trap), written out here one by one, do not refuse, and nothing else.
// Method: induction
// Cover: 1
// Trace: 1
// Files: mmu/permission.v
// Assumes: the access is a fetch, a load or a store (SC and AMO are stores); effective privilege S or U (M is not translated)
// Quick
// SPDX-License-Identifier: ISC
`default_nettype none

module permission_truth (
    input wire       clk,
    input wire [7:0] leaf,
    input wire       is_fetch, is_load, is_store,
    input wire       in_u,
    input wire       sum, mxr
);
    wire allowed;
    permission dut (.flags(leaf), .access(is_fetch ? 2'd0 : is_load ? 2'd1 : 2'd2), .user(in_u), .sum(sum), .mxr(mxr),
                    .allowed(allowed));

    wire v = leaf[0], r = leaf[1], w = leaf[2], x = leaf[3], u = leaf[4], a = leaf[6], d = leaf[7];
    reg refused;
    always @* begin
        assume ((is_fetch + is_load + is_store) == 2'd1);
        assume (r || x);                                    // a leaf
        refused = 1'b0;
        if (!v)                             refused = 1'b1; // step 3: not valid
        if (!r && w)                        refused = 1'b1; // step 3: reserved
        if (in_u && !u)                     refused = 1'b1; // U reaches pages with U only
        if (!in_u && u && is_fetch)         refused = 1'b1; // S never executes them,
        if (!in_u && u && !sum)             refused = 1'b1; // and reads or writes them only with SUM
        if (is_fetch && !x)                 refused = 1'b1;
        if (is_store && !w)                 refused = 1'b1;
        if (is_load && !r && !(mxr && x))   refused = 1'b1; // MXR: readable or executable
        if (!a)                             refused = 1'b1; // step 7
        if (is_store && !d)                 refused = 1'b1;
        assert (allowed == !refused);
    end
    always @* begin
        cover (allowed && is_store && !in_u && u);
        cover (!allowed && v && r && w && x && a && d);
    end
endmodule
`default_nettype wire
