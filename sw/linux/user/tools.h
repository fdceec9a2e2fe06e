/* One program under many names: the shell and the tools it calls.
 * SPDX-License-Identifier: ISC */
#ifndef TOOLS_H
#define TOOLS_H

#include "lib.h"

typedef int tool_main(int argc, char **argv);

tool_main tool_sh, tool_ls, tool_cat, tool_echo, tool_ps, tool_free, tool_mount, tool_umount,
    tool_mkdir, tool_sum, tool_poweroff, tool_demo, tool_help;

/* The tool of that name (a path's last part counts), or NULL. */
tool_main *find_tool(const char *name);

#endif
