/* The little C library of our Linux programs: strings, output, children.
 * SPDX-License-Identifier: ISC */
#include "lib.h"

size_t strlen(const char *s)
{
    size_t n = 0;

    while (s[n])
        n++;
    return n;
}

int strncmp(const char *a, const char *b, size_t n)
{
    for (; n; a++, b++, n--) {
        if (*a != *b || !*a)
            return (uint8_t)*a - (uint8_t)*b;
    }
    return 0;
}

int strcmp(const char *a, const char *b)
{
    return strncmp(a, b, SIZE_MAX);
}

void *memcpy(void *to, const void *from, size_t n)
{
    uint8_t *t = to;
    const uint8_t *f = from;

    while (n--)
        *t++ = *f++;
    return to;
}

void *memset(void *to, int byte, size_t n)
{
    uint8_t *t = to;

    while (n--)
        *t++ = (uint8_t)byte;
    return to;
}

int memcmp(const void *a, const void *b, size_t n)
{
    const uint8_t *x = a, *y = b;

    for (; n; x++, y++, n--) {
        if (*x != *y)
            return *x - *y;
    }
    return 0;
}

uint32_t number(const char *s)
{
    uint32_t v = 0;

    while (*s >= '0' && *s <= '9')
        v = 10 * v + (uint32_t)(*s++ - '0');
    return v;
}

struct text {
    char bytes[256];
    size_t n;
};

static void put(struct text *t, char c)
{
    if (t->n < sizeof(t->bytes) - 1)
        t->bytes[t->n++] = c;
}

static void pad(struct text *t, size_t used, size_t width)
{
    while (used++ < width)
        put(t, ' ');
}

static const char *digits(char *end, uint32_t v, uint32_t radix, bool negative)
{
    *--end = '\0';
    do
        *--end = "0123456789abcdef"[v % radix];
    while (v /= radix);
    if (negative)
        *--end = '-';
    return end;
}

void fprint(int fd, const char *format, ...)
{
    struct text t = {.n = 0};
    va_list ap;

    va_start(ap, format);
    for (; *format; format++) {
        char buffer[16], *end = buffer + sizeof(buffer);
        const char *s = buffer;
        bool left;
        size_t width;

        if (*format != '%') {
            put(&t, *format);
            continue;
        }
        left = *++format == '-';
        format += left;
        for (width = 0; *format >= '0' && *format <= '9'; format++)
            width = 10 * width + (size_t)(*format - '0');
        switch (*format) {
        case 's': s = va_arg(ap, const char *); break;
        case 'u': s = digits(end, va_arg(ap, uint32_t), 10, false); break;
        case 'x': s = digits(end, va_arg(ap, uint32_t), 16, false); break;
        case 'd': {
            int v = va_arg(ap, int);

            s = digits(end, v < 0 ? -(uint32_t)v : (uint32_t)v, 10, v < 0);
            break;
        }
        default:
            buffer[0] = *format == 'c' ? (char)va_arg(ap, int) : *format;
            buffer[1] = '\0';
        }
        if (!left)
            pad(&t, strlen(s), width);
        for (const char *p = s; *p; p++)
            put(&t, *p);
        if (left)
            pad(&t, strlen(s), width);
    }
    va_end(ap);
    write(fd, t.bytes, t.n);
}

int wait_for(int pid)
{
    siginfo_t info = {0};
    int error = waitid(P_PID, pid, &info, WEXITED);

    if (error)
        return error;
    return info.si_code == CLD_EXITED ? info.si_status : 128 + info.si_status;
}

long slurp(const char *path, char *buffer, size_t size)
{
    int fd = open(path, O_RDONLY);
    long total = 0, n;

    if (fd < 0)
        return fd;
    while ((n = read(fd, buffer + total, size - 1 - (size_t)total)) > 0)
        total += n;
    close(fd);
    buffer[total] = '\0';
    return n < 0 ? n : total;
}

int complain(const char *tool, const char *what, long error)
{
    const char *why = error == -ENOENT    ? "no such file or directory"
                      : error == -EACCES  ? "not permitted"
                      : error == -EISDIR  ? "is a directory"
                      : error == -ENOTDIR ? "not a directory"
                      : error == -ENODEV  ? "no such device"
                                          : NULL;

    if (why)
        fprint(2, "%s: %s: %s\n", tool, what, why);
    else
        fprint(2, "%s: %s: error %d\n", tool, what, (int)-error);
    return 1;
}
