/* The gates to files. A module has four handles; each is a file and a place in
 * it. Data takes its way through a small buffer here, since the module's own
 * may have to come from the same disk.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

/* Whether a module runs from that file: its clean pages are read again from
 * there, so nobody may write it. */
static bool runs(int file)
{
    for (struct module *m = modules; m < modules + NMODULES; m++)
        if (m->state != FREE && m->state != ENDED && !m->image.mem && m->image.file == file)
            return true;
    return false;
}

/* open(name, OPEN_*): a handle */
int gate_open(struct module *m, const uint32_t *a)
{
    char name[NAME_MAX];
    int error = copy_name(m, name, a[0]);
    if (error)
        return error;
    if (a[1] > OPEN_WRITE)
        return E_INVAL;
    for (uint32_t i = 0; i < NHANDLES; i++) {
        if (m->files[i].mode)
            continue;
        int file = fs_find(name);
        if (a[1] == OPEN_WRITE)
            file = file >= 0 && runs(file) ? E_BUSY : fs_create(name);
        if (file < 0)
            return file;
        m->files[i].file = file;
        m->files[i].mode = a[1] + 1;
        m->files[i].at = 0;
        return i;
    }
    return E_FULL;
}

static struct handle *handle(struct module *m, uint32_t i, uint32_t mode)
{
    return i < NHANDLES && m->files[i].mode == mode + 1 ? &m->files[i] : 0;
}

/* What one call moves of what was asked for. */
static uint32_t bounded(uint32_t len)
{
    return len < TRANSFER_MAX ? len : TRANSFER_MAX;
}

/* What of that, from `at` on, lies in one sector. */
static uint32_t piece(uint32_t at, uint32_t left)
{
    uint32_t n = FS_SECTOR - at % FS_SECTOR;
    return n < left ? n : left;
}

/* read(handle, buffer, bytes): how many there were; 0 at the end */
int gate_read(struct module *m, const uint32_t *a)
{
    uint8_t part[FS_SECTOR];
    struct handle *h = handle(m, a[0], OPEN_READ);
    uint32_t done = 0, len = bounded(a[2]);
    if (!h)
        return E_NONE;
    if (!user_range(a[1], a[2]))
        return E_FAULT;
    while (done < len) {
        int got = fs_read(h->file, h->at, part, piece(h->at, len - done));
        if (got <= 0)
            return got < 0 && !done ? got : (int)done;
        if (copy_out(m, a[1] + done, part, got))
            return E_FAULT;
        h->at += got;
        done += got;
    }
    return done;
}

/* append(handle, buffer, bytes): to the file's end; how many */
int gate_append(struct module *m, const uint32_t *a)
{
    uint8_t part[FS_SECTOR];
    struct handle *h = handle(m, a[0], OPEN_WRITE);
    uint32_t len = bounded(a[2]);
    if (!h)
        return E_NONE;
    if (!user_range(a[1], a[2]))
        return E_FAULT;
    for (uint32_t n, done = 0; done < len; done += n, h->at += n) {
        n = piece(h->at, len - done);
        int error = copy_in(m, part, a[1] + done, n);
        if (!error)
            error = fs_append(h->file, part, n);
        if (error < 0)
            return error;
    }
    return len;
}

/* close(handle) */
int gate_close(struct module *m, const uint32_t *a)
{
    if (a[0] >= NHANDLES || !m->files[a[0]].mode)
        return E_NONE;
    m->files[a[0]].mode = 0;
    return 0;
}

/* directory(number, info): the first file from that number on; the next number */
int gate_directory(struct module *m, const uint32_t *a)
{
    struct file_info info;
    int next = fs_list(a[0], &info);
    return next > 0 && copy_out(m, a[1], &info, sizeof info) ? E_FAULT : next;
}
