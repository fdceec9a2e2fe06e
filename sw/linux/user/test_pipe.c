/* More bytes through a pipe than it holds: writer and reader must sleep and wake each
 * other, and the kernel must copy between two maps. A broken pipe is a signal.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define TOTAL (3 * 4096 + 1234)
#define CHUNK 1000

static uint8_t byte_at(uint32_t i)
{
    return (uint8_t)(i * 7 + (i >> 8));
}

const char *test_pipe(void)
{
    static uint8_t buffer[CHUNK];
    int fd[2], pid;
    uint32_t got = 0;
    long n;

    CHECK(pipe(fd) == 0, "no pipe");
    SYS(__NR_fcntl64, fd[0], F_SETPIPE_SZ, PAGE, 0, 0, 0); /* smaller than the message */
    pid = fork();
    if (pid == 0) {
        close(fd[0]);
        for (uint32_t i = 0; i < TOTAL;) {
            uint32_t size = TOTAL - i < CHUNK ? TOTAL - i : CHUNK;

            for (uint32_t j = 0; j < size; j++)
                buffer[j] = byte_at(i + j);
            if (write(fd[1], buffer, size) != (long)size)
                exit(1);
            i += size;
        }
        exit(0);
    }
    close(fd[1]);
    while ((n = read(fd[0], buffer, CHUNK)) > 0) {
        for (long j = 0; j < n; j++)
            CHECK(buffer[j] == byte_at(got + (uint32_t)j), "a byte differs");
        got += (uint32_t)n;
    }
    CHECK(n == 0 && got == TOTAL, "bytes are missing");
    CHECK(wait_for(pid) == 0, "the writer failed");
    close(fd[0]);

    CHECK(pipe(fd) == 0, "no second pipe");
    pid = fork();
    if (pid == 0) {
        close(fd[0]);
        yield();
        write(fd[1], "x", 1);
        exit(0);
    }
    close(fd[0]);
    CHECK(wait_for(pid) == 128 + SIGPIPE, "a broken pipe went unnoticed");
    return NULL;
}
