// Where fetching goes on: where the target buffer's entry for the instruction in F leads, if there is one and
// it is predicted taken; else where everything else says. A module of its own, kept by synthesis, because the
// entry comes out of a RAM late in the cycle, which a mapper of logic does not see: it would
// save LUTs at the cost of this path.
// SPDX-License-Identifier: ISC
`default_nettype none

(* keep_hierarchy *)
module next_fetch #(
    parameter TAG = 6,
    parameter PW = 11
) (
    input  wire [TAG-1:0] tag,          // of the instruction in F
    input  wire [TAG-1:0] entry_tag,
    input  wire [ 1:0] entry_type,      // 0: conditional branch, 1: jump, 2: return, 3: no entry
    input  wire [31:2] entry_target,
    input  wire        counter,         // a conditional branch is taken
    input  wire        off,             // there is no prediction
    input  wire [31:2] return_top,
    input  wire        goes_on,         // the prediction counts
    input  wire [31:2] otherwise,
    input  wire [PW-1:0] history,
    output wire        known,
    output wire        taken,
    output wire [31:2] target,
    output wire [31:2] fetch_addr,
    output wire [PW-1:0] look_index     // of its counter
);
    wire same   = tag == entry_tag;
    wire leads  = !off && entry_type != 2'd3 && (entry_type != 2'd0 || counter);
    assign known      = same && !off && entry_type != 2'd3;
    assign taken      = same && leads;
    assign target     = entry_type == 2'd2 ? return_top : entry_target;
    // What decides, once more and alone
    wire leads_on;
    next_taken #(.TAG(TAG)) u_next_taken (
        .tag(tag), .entry_tag(entry_tag), .entry_type(entry_type), .counter(counter), .off(off), .taken(leads_on)
    );
    next_select #(.WIDTH(30)) u_address (
        .taken(leads_on), .goes_on(goes_on), .target(target), .otherwise(otherwise), .next(fetch_addr)
    );
    next_select #(.WIDTH(PW)) u_index (
        .taken(leads_on), .goes_on(goes_on), .target(target[PW+1:2] ^ history), .otherwise(otherwise[PW+1:2] ^ history), .next(look_index)
    );
endmodule
`default_nettype wire
