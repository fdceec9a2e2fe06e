/* A pseudo-terminal in the place of a board's USB serial line, for the terminal of the benches.
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

int board_line_open(const char *link_name);
int board_line_get(void);
void board_line_put(int value);

static int line = -1;

/* Our end, and the other one, which stays open so that neither its mode nor its bytes are lost between its users. */
int board_line_open(const char *link_name)
{
    struct termios mode;
    int other;

    line = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (line < 0 || grantpt(line) || unlockpt(line))
        return 0;
    other = open(ptsname(line), O_RDWR | O_NOCTTY);
    if (other < 0 || tcgetattr(other, &mode))
        return 0;
    cfmakeraw(&mode);
    if (tcsetattr(other, TCSANOW, &mode))
        return 0;
    unlink(link_name);
    return symlink(ptsname(line), link_name) == 0;
}

int board_line_get(void)
{
    unsigned char byte;

    return read(line, &byte, 1) == 1 ? byte : -1;
}

/* What nobody reads is lost, as on a real line. */
void board_line_put(int value)
{
    unsigned char byte = (unsigned char)value;

    if (write(line, &byte, 1) < 0)
        return;
}
