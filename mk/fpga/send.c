/* Sends an image (made by mkimage) to a board that says "Send an image", then shows what the board says until the line
 * goes or Ctrl-C comes.
 *
 *   send /dev/ttyUSB0 IMAGE [BAUD]     115200 baud unless told; or 57600
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define CHUNK 256

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "send: %s: %s\n", what, strerror(errno));
    exit(1);
}

static speed_t speed_of(const char *text)
{
    if (!strcmp(text, "115200"))
        return B115200;
    if (!strcmp(text, "57600"))
        return B57600;
    fprintf(stderr, "send: a board's speed is 115200 or 57600\n");
    exit(1);
}

/* The line: 8 bits, no parity, bytes as they come. */
static int open_line(const char *path, speed_t speed)
{
    struct termios mode;
    int line = open(path, O_RDWR | O_NOCTTY);
    if (line < 0 || tcgetattr(line, &mode))
        fail(path);
    mode.c_iflag = mode.c_oflag = mode.c_lflag = 0;
    mode.c_cflag = CS8 | CREAD | CLOCAL;
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    if (cfsetspeed(&mode, speed) || tcsetattr(line, TCSAFLUSH, &mode))
        fail(path);
    return line;
}

static void write_all(int to, const char *path, const char *data, size_t n)
{
    while (n) {
        ssize_t done = write(to, data, n);
        if (done < 0)
            fail(path);
        data += done;
        n -= (size_t)done;
    }
}

int main(int argc, char **argv)
{
    char data[CHUNK];
    size_t n;
    ssize_t got;

    if (argc < 3 || argc > 4) {
        fprintf(stderr, "usage: send LINE IMAGE [BAUD]\n");
        return 1;
    }
    FILE *image = fopen(argv[2], "rb");
    if (!image)
        fail(argv[2]);
    int line = open_line(argv[1], speed_of(argc > 3 ? argv[3] : "115200"));
    while ((n = fread(data, 1, sizeof data, image))) {
        write_all(line, argv[1], data, n);
        tcdrain(line);
    }
    if (ferror(image))
        fail(argv[2]);
    fclose(image);
    while ((got = read(line, data, sizeof data)) > 0)
        write_all(STDOUT_FILENO, "standard output", data, (size_t)got);
    close(line);
    return 0;
}
