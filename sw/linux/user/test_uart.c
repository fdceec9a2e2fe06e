/* The serial line's driver sends by interrupt, and the interrupt comes through the PLIC, as the
 * kernel counts it. The text is longer than the FIFO, so that writing it waits for one.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define LINE "/dev/ttyS0"
#define TCSBRK 0x5409

static char table[2048];

/* The line of the serial driver in the kernel's table of interrupts, cut at its end; NULL: none */
static char *interrupt_line(void)
{
    if (slurp("/proc/interrupts", table, sizeof(table)) < 0)
        return NULL;
    for (char *line = table, *p = table; *p; p++) {
        if (*p == '\n')
            line = p + 1;
        if (strncmp(p, "ttyS0", 5) == 0) {
            p[5] = '\0';
            return line;
        }
    }
    return NULL;
}

static bool contains(const char *text, const char *word)
{
    for (; *text; text++) {
        if (strncmp(text, word, strlen(word)) == 0)
            return true;
    }
    return false;
}

/* "10:  COUNT  SiFive PLIC ..." */
static uint32_t interrupts(const char *line)
{
    while (*line && *line++ != ':')
        ;
    while (*line == ' ')
        line++;
    return number(line);
}

const char *test_uart(void)
{
    static const char text[] = "uart-interrupt: this line is longer than the FIFO of 16 characters\n";
    struct statx st;
    uint32_t before;
    char *line;
    int fd;

    if (statx("/sys/class/tty", &st))
        exit(SKIPPED);
    fd = open(LINE, O_RDWR);
    CHECK(fd >= 0, "no " LINE);
    SYS(__NR_ioctl, fd, TCSBRK, 1, 0, 0, 0); /* until all is sent */
    line = interrupt_line();
    CHECK(line, "the driver has no interrupt");
    CHECK(contains(line, "SiFive PLIC"), "not through the PLIC");
    before = interrupts(line);
    CHECK(write(fd, text, sizeof(text) - 1) == sizeof(text) - 1, "not written");
    SYS(__NR_ioctl, fd, TCSBRK, 1, 0, 0, 0);
    line = interrupt_line();
    CHECK(line && interrupts(line) != before, "sent without an interrupt");
    return NULL;
}
