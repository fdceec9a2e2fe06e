# The one list of RTL files, for every tool.
# SPDX-License-Identifier: ISC

include rtl/soc/soc.mk

RTL_INC := -Irtl/core

CORE_RTL := \
	rtl/core/gatehouse_core.v \
	rtl/core/fetch.v \
	rtl/core/predictor.v \
	rtl/core/stage_d.v \
	rtl/core/decode.v \
	rtl/core/hazard.v \
	rtl/core/regfile.v \
	rtl/core/stage_x.v \
	rtl/core/alu.v \
	rtl/core/mul.v \
	rtl/core/div.v \
	rtl/core/gate.v \
	rtl/core/stage_m.v \
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
	rtl/cache/icache.v \
	rtl/cache/dcache.v

# Only under `RVFI
RVFI_RTL := rtl/core/rvfi.v

RTL_SYNTH := $(CORE_RTL) $(SOC_RTL)
RTL_FILES := $(RTL_SYNTH) $(RVFI_RTL)
