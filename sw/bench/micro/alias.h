/* Where the many pages lie that micro.elf uses to fill the TLB. Their entries
 * in the page map and the places used in them fall into different cache lines.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_BENCH_ALIAS_H
#define GATEHOUSE_BENCH_ALIAS_H

#define ALIAS_PAGES 128              /* twice the TLB */
#define ALIAS_DATA 0x96300000
#define ALIAS_DATA_STEP (4096 + 16)
#define ALIAS_CODE 0x96380000
#define ALIAS_CODE_OFFSET 3072       /* of the first jump in its page */
#define ALIAS_CODE_STEP (4096 + 4)
#define UNMAPPED 0x962FF000

#endif
