/* See kanata.h.
 * SPDX-License-Identifier: ISC */
#include "kanata.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "setup.h"

static char own_wave[600]; /* "" if the user asked for the waveform, too */

void kanata_prepare(struct options *o)
{
    if (!o->kanata || o->wave)
        return;
    snprintf(own_wave, sizeof own_wave, "%s.fst", o->kanata);
    o->wave = own_wave;
}

bool kanata_write(const struct options *o)
{
    char program[600];
    int status = -1;
    pid_t child;

    setup_beside("gatehouse-kanata", program, sizeof program);
    child = fork();
    if (child == 0) {
        execl(program, program, o->wave, o->image, o->kanata, (char *)NULL);
        _exit(127);
    }
    if (child > 0)
        waitpid(child, &status, 0);
    if (own_wave[0])
        unlink(own_wave);
    if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (child < 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 127))
        fprintf(stderr, "gatehouse: no pipeline log: %s does not run; make it first\n", program);
    return false;
}
