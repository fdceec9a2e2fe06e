# The one list of RTL files, for every tool.
# SPDX-License-Identifier: ISC

include rtl/soc/soc.mk

RTL_INC := -Irtl/core -Irtl/small

CORE_RTL := \
	rtl/core/gatehouse_core.v \
	rtl/core/fetch.v \
	rtl/core/predictor.v \
	rtl/core/next_fetch.v \
	rtl/core/next_taken.v \
	rtl/core/next_select.v \
	rtl/core/stage_d.v \
	rtl/core/decode.v \
	rtl/core/hazard.v \
	rtl/core/late_select.v \
	rtl/core/regfile.v \
	rtl/core/stage_x.v \
	rtl/core/alu.v \
	rtl/core/mul.v \
	rtl/core/div.v \
	rtl/core/gate.v \
	rtl/core/stage_m.v \
	rtl/core/load_select.v \
	rtl/core/load_align.v \
	rtl/core/stage_w.v \
	rtl/core/privilege.v \
	rtl/core/trap.v \
	rtl/core/csr.v \
	rtl/core/csr_address.v \
	rtl/core/counters.v \
	rtl/core/bus_arbiter.v \
	rtl/mmu/mmu.v \
	rtl/mmu/tlb.v \
	rtl/mmu/tlb_first.v \
	rtl/mmu/permission.v \
	rtl/mmu/walker.v \
	rtl/cache/tag_same.v \
	rtl/cache/tag_hit.v \
	rtl/cache/line_hit.v \
	rtl/cache/icache.v \
	rtl/cache/dcache.v

# The small core (docs/small.md), which takes some modules of the other
SMALL_OWN := \
	rtl/small/gatehouse_small.v \
	rtl/small/small_control.v \
	rtl/small/small_file.v \
	rtl/small/small_operand.v \
	rtl/small/small_alu.v \
	rtl/small/small_csr.v \
	rtl/small/small_fields.v \
	rtl/small/small_counts.v \
	rtl/small/small_tlb.v
SMALL_RTL := $(SMALL_OWN) rtl/core/decode.v rtl/core/load_align.v rtl/core/privilege.v rtl/mmu/permission.v

# Only under `RVFI
RVFI_RTL := rtl/core/rvfi.v

RTL_SYNTH := $(CORE_RTL) $(SMALL_OWN) $(SOC_RTL)
RTL_FILES := $(RTL_SYNTH) $(RVFI_RTL) rtl/small/small_rvfi.v
