/* A child becomes another program: a new map at the same addresses as the old, with its
 * arguments; a file that is no program leaves the caller as it is.
 * SPDX-License-Identifier: ISC */
#include "test.h"

const char *test_exec(void)
{
    char *argv[] = {"echo", "one", "two three", NULL}, *env[] = {NULL};
    char buffer[64];
    int fd[2];

    CHECK(execve("/bin/none", argv, env) == -ENOENT, "a missing file was executed");
    for (int round = 0; round < 3; round++) {
        int pid;
        long n;

        CHECK(pipe(fd) == 0, "no pipe");
        pid = fork();
        if (pid == 0) {
            dup2(fd[1], 1);
            execve("/bin/tools", argv, env);
            exit(99);
        }
        close(fd[1]);
        n = read(fd[0], buffer, sizeof(buffer));
        CHECK(n == 14 && memcmp(buffer, "one two three\n", 14) == 0, "another output");
        CHECK(wait_for(pid) == 0, "the program failed");
        close(fd[0]);
    }
    return NULL;
}
