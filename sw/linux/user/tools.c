/* The tools of the small system, one function each, and the table of their names.
 * SPDX-License-Identifier: ISC */
#include "tools.h"

static char buffer[4096];

static const struct {
    const char *name, *help;
    tool_main *run;
} tools[] = {
    {"sh", "a shell: words, |, <, >, cd, exit", tool_sh},
    {"ls", "list directories", tool_ls},
    {"cat", "copy files to the terminal", tool_cat},
    {"echo", "print words", tool_echo},
    {"ps", "list processes", tool_ps},
    {"free", "memory in use", tool_free},
    {"mount", "mount device directory type", tool_mount},
    {"umount", "unmount a directory", tool_umount},
    {"mkdir", "make directories", tool_mkdir},
    {"sum", "FNV-1a sum of files", tool_sum},
    {"demo", "fork, map, share, pipe, catch a fault", tool_demo},
    {"poweroff", "end the machine", tool_poweroff},
    {"help", "this list", tool_help},
};
#define TOOLS (sizeof(tools) / sizeof(tools[0]))

tool_main *find_tool(const char *name)
{
    const char *last = name;

    for (const char *p = name; *p; p++) {
        if (*p == '/')
            last = p + 1;
    }
    for (size_t i = 0; i < TOOLS; i++) {
        if (strcmp(last, tools[i].name) == 0)
            return tools[i].run;
    }
    return NULL;
}

int tool_help(int argc, char **argv)
{
    (void)argc, (void)argv;
    for (size_t i = 0; i < TOOLS; i++)
        print("%-10s%s\n", tools[i].name, tools[i].help);
    return 0;
}

struct dirent64 {
    uint64_t ino;
    int64_t next;
    uint16_t size;
    uint8_t type;
    char name[];
};

/* Calls `each` for every name in the directory but those that begin with a dot. */
static int for_names(const char *path, void (*each)(const char *dir, const char *name))
{
    int fd = open(path, O_RDONLY | O_DIRECTORY);
    char entries[1024];
    long n;

    if (fd < 0)
        return fd;
    while ((n = SYS(__NR_getdents64, fd, entries, sizeof(entries), 0, 0, 0)) > 0) {
        for (long at = 0; at < n;) {
            struct dirent64 *d = (struct dirent64 *)(entries + at);

            if (d->name[0] != '.')
                each(path, d->name);
            at += d->size;
        }
    }
    close(fd);
    return (int)n;
}

static void list_name(const char *dir, const char *name)
{
    char path[256];
    struct statx st;
    const char *type = "-";

    if (strlen(dir) + strlen(name) + 2 > sizeof(path))
        return;
    memcpy(path, dir, strlen(dir) + 1);
    path[strlen(dir)] = '/';
    memcpy(path + strlen(dir) + 1, name, strlen(name) + 1);
    if (SYS(__NR_statx, AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &st, 0))
        return;
    switch (st.stx_mode & S_IFMT) {
    case S_IFDIR: type = "d"; break;
    case S_IFLNK: type = "l"; break;
    case S_IFCHR: type = "c"; break;
    case S_IFBLK: type = "b"; break;
    }
    print("%s %9u %s\n", type, (uint32_t)st.stx_size, name);
}

int tool_ls(int argc, char **argv)
{
    int status = 0;

    for (int i = 1; i < argc || i == 1; i++) {
        const char *path = i < argc ? argv[i] : ".";
        int error = for_names(path, list_name);

        if (error == -ENOTDIR)
            list_name("", path);
        else if (error)
            status = complain("ls", path, error);
    }
    return status;
}

static int copy_out(const char *tool, const char *name, int fd)
{
    long n;

    while ((n = read(fd, buffer, sizeof(buffer))) > 0)
        write(1, buffer, (size_t)n);
    return n ? complain(tool, name, n) : 0;
}

int tool_cat(int argc, char **argv)
{
    int status = 0;

    if (argc == 1)
        return copy_out("cat", "input", 0);
    for (int i = 1; i < argc; i++) {
        int fd = open(argv[i], O_RDONLY);

        if (fd < 0) {
            status = complain("cat", argv[i], fd);
            continue;
        }
        status |= copy_out("cat", argv[i], fd);
        close(fd);
    }
    return status;
}

int tool_echo(int argc, char **argv)
{
    size_t n = 0;

    for (int i = 1; i < argc; i++) {
        size_t length = strlen(argv[i]);

        if (n + length + 2 > sizeof(buffer))
            break;
        memcpy(buffer + n, argv[i], length);
        n += length;
        buffer[n++] = i + 1 < argc ? ' ' : '\n';
    }
    if (argc == 1)
        buffer[n++] = '\n';
    write(1, buffer, n);
    return 0;
}

/* One line of a process: number, state, name, from /proc/N/stat: "N (name) S ..." */
static void list_process(const char *dir, const char *name)
{
    char path[32] = "/proc/", stat[256], *p = stat, *end = NULL;

    (void)dir;
    if (*name < '0' || *name > '9' || strlen(name) > 10)
        return;
    memcpy(path + 6, name, strlen(name));
    memcpy(path + 6 + strlen(name), "/stat", 6);
    if (slurp(path, stat, sizeof(stat)) < 0)
        return;
    while (*p && *p != '(')
        p++;
    for (char *q = p; *q; q++) {
        if (*q == ')')
            end = q;
    }
    if (!end)
        return;
    *end = '\0';
    print("%5s %c %s\n", name, end[2], p + 1);
}

int tool_ps(int argc, char **argv)
{
    int error = for_names("/proc", list_process);

    (void)argc, (void)argv;
    return error ? complain("ps", "/proc", error) : 0;
}

int tool_free(int argc, char **argv)
{
    static const char *const wanted[] = {"MemTotal:", "MemFree:", "MemAvailable:", "Cached:"};
    long n = slurp("/proc/meminfo", buffer, sizeof(buffer));

    (void)argc, (void)argv;
    if (n < 0)
        return complain("free", "/proc/meminfo", n);
    for (char *line = buffer, *end; *line; line = end) {
        for (end = line; *end && *end++ != '\n';)
            ;
        for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
            if (strncmp(line, wanted[i], strlen(wanted[i])) == 0)
                write(1, line, (size_t)(end - line));
        }
    }
    return 0;
}

int tool_mount(int argc, char **argv)
{
    int error;

    if (argc != 4)
        return complain("mount", "device directory type", -EINVAL);
    error = mount(argv[1], argv[2], argv[3]);
    return error ? complain("mount", argv[1], error) : 0;
}

int tool_umount(int argc, char **argv)
{
    int error = argc == 2 ? umount(argv[1]) : -EINVAL;

    return error ? complain("umount", argc == 2 ? argv[1] : "directory", error) : 0;
}

int tool_mkdir(int argc, char **argv)
{
    int status = 0;

    for (int i = 1; i < argc; i++) {
        int error = mkdir(argv[i]);

        if (error)
            status = complain("mkdir", argv[i], error);
    }
    return status;
}

int tool_sum(int argc, char **argv)
{
    int status = 0;

    for (int i = 1; i < argc; i++) {
        uint32_t sum = 0x811C9DC5;
        int fd = open(argv[i], O_RDONLY);
        long n = fd;

        while (n >= 0) {
            n = read(fd, buffer, sizeof(buffer));
            if (n <= 0)
                break;
            for (long j = 0; j < n; j++)
                sum = (sum ^ (uint8_t)buffer[j]) * 0x01000193;
        }
        if (n)
            status = complain("sum", argv[i], n);
        else
            print("%8x %s\n", sum, argv[i]);
        if (fd >= 0)
            close(fd);
    }
    return status;
}

int tool_poweroff(int argc, char **argv)
{
    (void)argc, (void)argv;
    SYS(__NR_sync, 0, 0, 0, 0, 0, 0);
    reboot(LINUX_REBOOT_CMD_POWER_OFF);
    return complain("poweroff", "kernel", -EPERM);
}

int main(int argc, char **argv)
{
    tool_main *tool = argc ? find_tool(argv[0]) : NULL;

    if (!tool && argc > 1)
        tool = find_tool(*++argv), argc--;
    if (!tool)
        return complain("tools", argc ? argv[0] : "", -ENOENT);
    return tool(argc, argv);
}
