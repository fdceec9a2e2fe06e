// The RVFI port, once: as a list of outputs (for module headers) and of connections by the
// same name. Used only under `RVFI. A harness that compares values and wants no masks takes
// RVFI_VALUES_* instead.
// SPDX-License-Identifier: ISC
`ifndef GATEHOUSE_RVFI_PORTS
`define GATEHOUSE_RVFI_PORTS

`define RVFI_CSR_OUTPUT(name) \
    , output wire [31:0] rvfi_csr_``name``_rmask \
    , output wire [31:0] rvfi_csr_``name``_wmask \
    , output wire [31:0] rvfi_csr_``name``_rdata \
    , output wire [31:0] rvfi_csr_``name``_wdata

`define RVFI_CSR_CONN(name) \
    , .rvfi_csr_``name``_rmask(rvfi_csr_``name``_rmask) \
    , .rvfi_csr_``name``_wmask(rvfi_csr_``name``_wmask) \
    , .rvfi_csr_``name``_rdata(rvfi_csr_``name``_rdata) \
    , .rvfi_csr_``name``_wdata(rvfi_csr_``name``_wdata)

`define RVFI_CSR_VALUES(name) \
    , output wire [31:0] rvfi_csr_``name``_rdata \
    , output wire [31:0] rvfi_csr_``name``_wdata

`define RVFI_CSR_VALUES_CONN(name) \
    , .rvfi_csr_``name``_rmask(unused_``name``_rmask), .rvfi_csr_``name``_wmask(unused_``name``_wmask) \
    , .rvfi_csr_``name``_rdata(rvfi_csr_``name``_rdata) \
    , .rvfi_csr_``name``_wdata(rvfi_csr_``name``_wdata)

// Those whose value before the instruction is of no interest
`define RVFI_CSR_AFTER(name) , output wire [31:0] rvfi_csr_``name``_wdata
`define RVFI_CSR_AFTER_CONN(name) \
    , .rvfi_csr_``name``_rmask(unused_``name``_rmask), .rvfi_csr_``name``_wmask(unused_``name``_wmask) \
    , .rvfi_csr_``name``_rdata(unused_``name``_rdata) \
    , .rvfi_csr_``name``_wdata(rvfi_csr_``name``_wdata)

`define RVFI_INSN_OUTPUTS \
    , output wire        rvfi_valid \
    , output wire [63:0] rvfi_order \
    , output wire [31:0] rvfi_insn \
    , output wire        rvfi_trap \
    , output wire        rvfi_halt \
    , output wire        rvfi_intr \
    , output wire [ 1:0] rvfi_mode \
    , output wire [ 1:0] rvfi_ixl \
    , output wire [ 4:0] rvfi_rs1_addr \
    , output wire [ 4:0] rvfi_rs2_addr \
    , output wire [31:0] rvfi_rs1_rdata \
    , output wire [31:0] rvfi_rs2_rdata \
    , output wire [ 4:0] rvfi_rd_addr \
    , output wire [31:0] rvfi_rd_wdata \
    , output wire [31:0] rvfi_pc_rdata \
    , output wire [31:0] rvfi_pc_wdata \
    , output wire [31:0] rvfi_mem_addr \
    , output wire [ 3:0] rvfi_mem_rmask \
    , output wire [ 3:0] rvfi_mem_wmask \
    , output wire [31:0] rvfi_mem_rdata \
    , output wire [31:0] rvfi_mem_wdata \
    , output wire [33:0] rvfi_mem_paddr \
    , output wire [33:0] rvfi_pc_paddr \
    , output wire [31:0] rvfi_mem_pte0 \
    , output wire [31:0] rvfi_pc_pte0 \
    , output wire [31:0] rvfi_csr_mip_rdata \
    , output wire [ 9:0] rvfi_event

`define RVFI_OUTPUTS \
    `RVFI_INSN_OUTPUTS \
    `RVFI_CSR_OUTPUT(mstatus) `RVFI_CSR_OUTPUT(mepc) `RVFI_CSR_OUTPUT(mcause) \
    `RVFI_CSR_OUTPUT(mtval) `RVFI_CSR_OUTPUT(sepc) `RVFI_CSR_OUTPUT(scause) \
    `RVFI_CSR_OUTPUT(stval) `RVFI_CSR_OUTPUT(satp) `RVFI_CSR_OUTPUT(upmar) \
    `RVFI_CSR_OUTPUT(gtbl)

`define RVFI_INSN_CONN \
    , .rvfi_valid(rvfi_valid), .rvfi_order(rvfi_order), .rvfi_insn(rvfi_insn) \
    , .rvfi_trap(rvfi_trap), .rvfi_halt(rvfi_halt), .rvfi_intr(rvfi_intr) \
    , .rvfi_mode(rvfi_mode), .rvfi_ixl(rvfi_ixl) \
    , .rvfi_rs1_addr(rvfi_rs1_addr), .rvfi_rs2_addr(rvfi_rs2_addr) \
    , .rvfi_rs1_rdata(rvfi_rs1_rdata), .rvfi_rs2_rdata(rvfi_rs2_rdata) \
    , .rvfi_rd_addr(rvfi_rd_addr), .rvfi_rd_wdata(rvfi_rd_wdata) \
    , .rvfi_pc_rdata(rvfi_pc_rdata), .rvfi_pc_wdata(rvfi_pc_wdata) \
    , .rvfi_mem_addr(rvfi_mem_addr), .rvfi_mem_rmask(rvfi_mem_rmask) \
    , .rvfi_mem_wmask(rvfi_mem_wmask), .rvfi_mem_rdata(rvfi_mem_rdata) \
    , .rvfi_mem_wdata(rvfi_mem_wdata), .rvfi_mem_paddr(rvfi_mem_paddr) \
    , .rvfi_pc_paddr(rvfi_pc_paddr), .rvfi_mem_pte0(rvfi_mem_pte0) \
    , .rvfi_pc_pte0(rvfi_pc_pte0), .rvfi_csr_mip_rdata(rvfi_csr_mip_rdata) \
    , .rvfi_event(rvfi_event)

`define RVFI_CONN \
    `RVFI_INSN_CONN \
    `RVFI_CSR_CONN(mstatus) `RVFI_CSR_CONN(mepc) `RVFI_CSR_CONN(mcause) \
    `RVFI_CSR_CONN(mtval) `RVFI_CSR_CONN(sepc) `RVFI_CSR_CONN(scause) \
    `RVFI_CSR_CONN(stval) `RVFI_CSR_CONN(satp) `RVFI_CSR_CONN(upmar) \
    `RVFI_CSR_CONN(gtbl)

`define RVFI_VALUES_OUTPUTS \
    `RVFI_INSN_OUTPUTS \
    `RVFI_CSR_VALUES(mstatus) `RVFI_CSR_VALUES(mepc) `RVFI_CSR_VALUES(mcause) \
    `RVFI_CSR_VALUES(mtval) `RVFI_CSR_VALUES(scause) `RVFI_CSR_AFTER(sepc) \
    `RVFI_CSR_AFTER(stval) `RVFI_CSR_AFTER(satp) `RVFI_CSR_AFTER(upmar) `RVFI_CSR_AFTER(gtbl)

`define RVFI_CSR_UNUSED(name) \
    wire [31:0] unused_``name``_rmask, unused_``name``_wmask, unused_``name``_rdata;
`define RVFI_VALUES_UNUSED \
    `RVFI_CSR_UNUSED(mstatus) `RVFI_CSR_UNUSED(mepc) `RVFI_CSR_UNUSED(mcause) \
    `RVFI_CSR_UNUSED(mtval) `RVFI_CSR_UNUSED(scause) `RVFI_CSR_UNUSED(sepc) \
    `RVFI_CSR_UNUSED(stval) `RVFI_CSR_UNUSED(satp) `RVFI_CSR_UNUSED(upmar) `RVFI_CSR_UNUSED(gtbl)

`define RVFI_VALUES_CONN \
    `RVFI_INSN_CONN \
    `RVFI_CSR_VALUES_CONN(mstatus) `RVFI_CSR_VALUES_CONN(mepc) `RVFI_CSR_VALUES_CONN(mcause) \
    `RVFI_CSR_VALUES_CONN(mtval) `RVFI_CSR_VALUES_CONN(scause) `RVFI_CSR_AFTER_CONN(sepc) \
    `RVFI_CSR_AFTER_CONN(stval) `RVFI_CSR_AFTER_CONN(satp) `RVFI_CSR_AFTER_CONN(upmar) \
    `RVFI_CSR_AFTER_CONN(gtbl)

`endif
