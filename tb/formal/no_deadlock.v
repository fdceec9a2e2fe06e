// Can the pipeline stand still for no reason?
// On the whole core: in any 15 cycles in a row in which nothing from outside the pipeline makes its oldest instruction wait, one
// retires or traps. What may make it wait, and nothing else:
//   not fetched yet   the page is not in the first-level TLB, a walk; the line is not in the instruction cache, a fill
//   in D              an access, by the data cache's or the MMU's word
//   in X              the divider, the cleaning of the data cache, the gate unit, WFI
//   in W              an access that goes round again (the round counts as one wait); the answer to an uncached access
// Whatever predictor, caches, MMU, CSRs, mode, interrupts, operands and the gate unit do (their outputs are arbitrary here).
// That those answer is asked by others (docs/proofs.md).
// Method: induction
// Files: all
// Cut: predictor counters icache dcache mmu tlb_first mul div csr trap privilege gate bus_arbiter alu regfile
// Cover: 16
// Trace: 32
// SPDX-License-Identifier: ISC
`default_nettype none
`include "gatehouse_defs.vh"
`define SEE (* hierconn *) wire

module no_deadlock (
    input wire        clk,
    input wire        rst,
    input wire [31:0] wb_dat_r,
    input wire        irq_msi, irq_mti, irq_mei, irq_sei,
    input wire [63:0] mtime
);
    gatehouse_core core (
        .clk(clk), .rst(rst), .wb_dat_r(wb_dat_r), .wb_ack(1'b0), .wb_err(1'b0),
        .irq_msi(irq_msi), .irq_mti(irq_mti), .irq_mei(irq_mei), .irq_sei(irq_sei), .mtime(mtime)
    );
    `SEE \core.retire , \core.d_valid , \core.x_valid , \core.m_valid , \core.w_valid , \core.interrupted_q ;
    `SEE \core.w_again , \core.w_uncached , \core.uncached_done , \core.uncached_error , \core.d_fault , \core.x_fault , \core.m_exception ;
    `SEE \core.u_stage_w.started_q , \core.u_stage_w.over_q , \core.u_stage_w.error_q , \core.u_stage_w.failed_q ;
    `SEE [`K_BITS-1:0] \core.x_kind ;
    `SEE \core.u_stage_x.div_done , \core.u_stage_x.cleaned_q , \core.u_stage_x.svc_q , \core.clean_done , \core.gate_done , \core.gates_q ;
    `SEE \core.u_stage_x.wfi_over , \core.u_stage_d.load_wait , \core.u_stage_d.store_wait , \core.u_stage_d.is_load , \core.u_stage_d.is_store , \core.u_stage_d.is_amo ;
    `SEE [2:0] \core.u_fetch.state_q ; `SEE \core.u_fetch.running ;
    `SEE \core.u_fetch.f_hit , \core.u_fetch.fetchable , \core.u_fetch.filling_q , \core.u_fetch.walk_done , \core.u_fetch.line_accept ;
    `SEE \core.u_fetch.word_done , \core.u_fetch.line_end ;
    localparam RUN = 3'd0, WALK = 3'd1, FILL = 3'd2, FAULT = 3'd3, HALT = 3'd4, BOOT = 3'd5;
    wire [2:0] fetching = core.u_fetch.state_q;

    reg  began = 1'b0;
    always @(posedge clk) began <= 1'b1;
    always @* assume (rst == !began);

    // --- The oldest instruction, and whether it is made to wait
    wire in_w = core.w_valid, in_m = !in_w && core.m_valid, in_x = !in_w && !in_m && core.x_valid;
    wire in_d = !in_w && !in_m && !in_x && core.d_valid, in_f = !in_w && !in_m && !in_x && !in_d;
    wire bus_over = core.u_stage_w.over_q || core.u_stage_w.error_q;
    wire wait_w = core.w_again || (core.w_uncached && !bus_over && !core.uncached_done);
    wire wait_x = (core.x_kind[`K_DIV] && !core.u_stage_x.div_done) ||
                  (core.x_kind[`K_FENCEI] && !core.u_stage_x.cleaned_q && !core.clean_done) ||
                  (core.x_kind[`K_SVC] && core.gates_q && core.u_stage_x.svc_q && !core.gate_done) ||
                  (core.x_kind[`K_WFI] && !core.u_stage_x.wfi_over);
    wire wait_d = (core.u_stage_d.is_load && core.u_stage_d.load_wait) ||
                  ((core.u_stage_d.is_store || core.u_stage_d.is_amo) && core.u_stage_d.store_wait);
    wire wait_f = fetching == RUN  ? !core.u_fetch.f_hit
                : fetching == WALK ? !core.u_fetch.walk_done
                : fetching == FILL && core.u_fetch.fetchable && (core.u_fetch.filling_q ? !core.u_fetch.word_done
                                                                : !core.u_fetch.line_accept && !core.u_fetch.line_end);
    wire waits = in_w ? wait_w : in_m ? 1'b0 : in_x ? wait_x : in_d ? wait_d : wait_f;

    reg [4:0] still;     // cycles with neither
    always @(posedge clk) still <= rst || core.retire || waits ? 5'd0 : still + 5'd1;
    always @* if (began && !rst) goes_on: assert (still <= 5'd14);

`ifndef TRACE
    // --- How many more such cycles there can be. An interrupt takes the place of an instruction, once.
    wire [4:0] once = core.interrupted_q ? 5'd0 : 5'd5;
    wire       in_two = (core.x_kind[`K_FENCEI] && !core.u_stage_x.cleaned_q) || (core.x_kind[`K_SVC] && !core.u_stage_x.svc_q);
    wire [4:0] left = core.retire || waits ? 5'd0
                    : in_w ? (core.u_stage_w.error_q || !core.uncached_error ? 5'd1 : 5'd2)
                    : in_m ? once + 5'd3
                    : in_x ? once + 5'd4 + in_two
                    : in_d ? once + 5'd6
                    : fetching == RUN || fetching == FAULT ? once + 5'd7
                    : fetching == FILL && core.u_fetch.fetchable && !core.u_fetch.filling_q ? once + 5'd9
                    : once + 5'd8;
    always @* if (began) begin
        carry_left: assert (still + left <= 5'd14);
        carry_state: assert (fetching <= BOOT && core.u_fetch.running == (fetching == RUN));
        carry_halt: assert (fetching != HALT || (core.d_valid && core.d_fault) || (core.x_valid && core.x_fault) ||
                            (core.m_valid && core.m_exception));
        carry_x_fault: assert (!core.x_valid || !core.x_fault || core.x_kind == {`K_BITS{1'b0}});
        carry_x_kind: assert (!core.x_valid || (core.x_kind & (core.x_kind - 1'b1)) == {`K_BITS{1'b0}});
        carry_w: assert (!core.w_valid || !core.w_again || !core.w_uncached);
        carry_started: assert (!core.u_stage_w.started_q || (core.w_valid && core.w_uncached && !core.m_valid && !core.x_valid));
        carry_over: assert (!bus_over || core.u_stage_w.started_q);
        carry_failed: assert (!core.u_stage_w.failed_q || core.u_stage_w.over_q);
    end
`endif
    always @* if (began && !rst) begin
        cover (core.retire && still >= 5'd8);
        cover (core.retire && core.w_uncached && core.u_stage_w.failed_q);
        cover (core.retire && core.interrupted_q);
    end
endmodule
`default_nettype wire
