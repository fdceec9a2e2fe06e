/* Disassembly and names.
 * SPDX-License-Identifier: ISC */
#include "../../sim/common/disasm.h"
#include "../../sim/common/elf_image.h"
#include "../../sim/common/isa_names.h"
#include "check.h"

#include <string.h>

#define PC 0x80000100u

static const struct {
    uint32_t insn;
    const char *text; /* as objdump prints it, but never add for addi */
} gnu[] = {
    {0x00000013, "nop"}, {0x00008067, "ret"}, {0xFFF00513, "li a0,-1"},
    {0x00058513, "mv a0,a1"}, {0x80058513, "addi a0,a1,-2048"}, {0x800005B7, "lui a1,0x80000"},
    {0x00002517, "auipc a0,0x2"}, {0x00B50533, "add a0,a0,a1"}, {0x40B50533, "sub a0,a0,a1"},
    {0x40B00533, "neg a0,a1"}, {0x00B03533, "snez a0,a1"}, {0x0015B513, "seqz a0,a1"},
    {0xFFF5C513, "not a0,a1"}, {0x0FF5F513, "zext.b a0,a1"}, {0x41F5D513, "srai a0,a1,0x1f"},
    {0x01F59513, "slli a0,a1,0x1f"}, {0x02B50533, "mul a0,a0,a1"}, {0x02B57533, "remu a0,a0,a1"},
    {0x02A5C533, "div a0,a1,a0"}, {0x0045A503, "lw a0,4(a1)"}, {0xFFC58503, "lb a0,-4(a1)"},
    {0x0005D503, "lhu a0,0(a1)"}, {0xFEA5AE23, "sw a0,-4(a1)"}, {0x00A58223, "sb a0,4(a1)"},
    {0xFE050CE3, "beqz a0,0x800000f8"}, {0x00B51463, "bne a0,a1,0x80000108"},
    {0x80B548E3, "blt a0,a1,0x7ffff910"}, {0x00B05463, "blez a1,0x80000108"},
    {0xFFDFF06F, "j 0x800000fc"}, {0x008000EF, "jal 0x80000108"}, {0x0080056F, "jal a0,0x80000108"},
    {0x00050067, "jr a0"}, {0x000500E7, "jalr a0"}, {0x004506E7, "jalr a3,4(a0)"},
    {0x0FF0000F, "fence"}, {0x0330000F, "fence rw,rw"}, {0x8330000F, "fence.tso"},
    {0x0000100F, "fence.i"}, {0x00000073, "ecall"}, {0x00100073, "ebreak"},
    {0x10200073, "sret"}, {0x30200073, "mret"}, {0x10500073, "wfi"},
    {0x12000073, "sfence.vma"}, {0x12050073, "sfence.vma a0"}, {0x12B50073, "sfence.vma a0,a1"},
    {0x12B00073, "sfence.vma zero,a1"}, {0x30002573, "csrr a0,mstatus"},
    {0x18051073, "csrw satp,a0"}, {0x30052573, "csrrs a0,mstatus,a0"},
    {0x30046073, "csrsi mstatus,8"}, {0x300475F3, "csrrci a1,mstatus,8"},
    {0x1005252F, "lr.w a0,(a0)"}, {0x18B5252F, "sc.w a0,a1,(a0)"},
    {0x04B5252F, "amoadd.w.aq a0,a1,(a0)"}, {0x0EB5252F, "amoswap.w.aqrl a0,a1,(a0)"},
    {0xE2B5252F, "amomaxu.w.rl a0,a1,(a0)"},
};

void test_disasm_matches_the_gnu_notation(void)
{
    char buf[DISASM_TEXT];

    for (unsigned i = 0; i < sizeof gnu / sizeof gnu[0]; i++)
            CHECK_TEXT(disasm(gnu[i].insn, PC, NULL, buf), gnu[i].text);
}

void test_disasm_names_our_csrs_and_svc(void)
{
    char buf[DISASM_TEXT];

    CHECK_TEXT(disasm(0x5C051073, PC, NULL, buf), "csrw upmar,a0");
    CHECK_TEXT(disasm(0x5C102573, PC, NULL, buf), "csrr a0,gtbl");
    CHECK_TEXT(disasm(0x14D02573, PC, NULL, buf), "csrr a0,stimecmp");
    CHECK_TEXT(disasm(0x15D02573, PC, NULL, buf), "csrr a0,stimecmph");
    CHECK_TEXT(disasm(0xB0302573, PC, NULL, buf), "csrr a0,mhpmcounter3");
    CHECK_TEXT(disasm(0xC8C02573, PC, NULL, buf), "csrr a0,hpmcounter12h");
    CHECK_TEXT(disasm(0x7C002573, PC, NULL, buf), "csrr a0,0x7c0");
    CHECK_TEXT(disasm(0x0055000B, PC, NULL, buf), "svc 5(a0)");
    CHECK_TEXT(disasm(0x0055050B, PC, NULL, buf), ".word 0x0055050b"); /* rd is not 0 */
    CHECK_TEXT(disasm(0x0000A001, PC, NULL, buf), ".word 0x0000a001"); /* compressed */
}

void test_names_of_causes_and_flags(void)
{
    char buf[ISA_PTE_FLAGS];

    CHECK_TEXT(isa_cause_name(15), "store page fault");
    CHECK_TEXT(isa_cause_name(24), "undefined gate");
    CHECK_TEXT(isa_cause_name(0x80000005), "supervisor timer interrupt");
    CHECK_TEXT(isa_cause_name(10), "unknown exception");
    CHECK_TEXT(isa_cause_name(0x8000001F), "unknown interrupt");
    CHECK_TEXT(isa_pte_flags(0xFF, buf), "VRWXUGAD");
    CHECK_TEXT(isa_pte_flags(0xFFFFFC51, buf), "VUA");
    CHECK(isa_csr_name(0x180) && strcmp(isa_csr_name(0x180), "satp") == 0);
    CHECK(isa_csr_name(0x3A0) == NULL); /* this machine has no PMP */
}

void test_disasm_shows_targets_with_symbols(void)
{
    char buf[DISASM_TEXT], message[ELF_IMAGE_MESSAGE];
    struct elf_image *img;

    CHECK(elf_image_open(&img, "build/tb/test/tiny.elf", message) == ELF_IMAGE_OK);
    CHECK_TEXT(disasm(0xFFDFF06F, 0x80000004, img, buf), "j 0x80000000 <_start>");
    CHECK_TEXT(disasm(0x00051463, 0x80000000, img, buf), "bnez a0,0x80000008 <_start+0x8>");
    elf_image_close(img);
}
