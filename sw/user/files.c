/* Files: lists the disk, copies one file, has another module print the copy.
 * Argument: 1 is the printer.
 * SPDX-License-Identifier: ISC */
#include "test.h"

static int print_file(const char *name)
{
    char part[100];
    int h = open(name, OPEN_READ), n;
    if (h < 0)
        return 1;
    while ((n = read(h, part, sizeof part)) > 0)
        write(part, n);
    close(h);
    return n;
}

static void show_directory(void)
{
    struct file_info info;
    for (int i = 0; (i = directory(i, &info)) > 0;)
        if (strcmp(info.name, "files") != 0) /* our own image, whose size is the compiler's */
            printf("file %16s %6u bytes\n", info.name, info.size);
}

int main(uint32_t arg)
{
    static char big[5000], again[5000];
    char part[64];
    uint32_t status;
    int n;
    if (arg == 1)
        return print_file("copy");

    show_directory();
    int from = open("poem", OPEN_READ), to = open("copy", OPEN_WRITE);
    check("opened both", from >= 0 && to >= 0);
    while ((n = read(from, part, 37)) > 0)
        check_is("copied", append(to, part, n), n);
    close(from);
    close(to);
    check_is("a closed handle", read(from, part, 1), E_NONE);
    uint32_t printer = create("files", 1); /* itself from the disk */
    check_is("the printer ended", wait(printer, &status), END_EXIT);
    check_is("well", status, 0);
    for (uint32_t i = 0; i < sizeof big; i++)
        big[i] = i * 31 >> 3;
    to = open("big", OPEN_WRITE);
    check_is("as much as one call writes", append(to, big, sizeof big), TRANSFER_MAX);
    check_is("and the rest of more than a block", append(to, big + TRANSFER_MAX, sizeof big - TRANSFER_MAX),
             sizeof big - TRANSFER_MAX);
    close(to);
    from = open("big", OPEN_READ);
    check_is("read again", read(from, again, sizeof again), TRANSFER_MAX);
    check_is("and the rest", read(from, again + TRANSFER_MAX, TRANSFER_MAX), sizeof again - TRANSFER_MAX);
    check_is("is the same", memcmp(big, again, sizeof big), 0);
    check_is("at its end", read(from, again, 1), 0);
    check_is("writing what is open for reading", append(from, big, 1), E_NONE);
    check_is("reading into code", read(open("poem", OPEN_READ), (void *)main, 10), E_FAULT);
    check_is("a file that is not there", open("nothing", OPEN_READ), E_NONE);
    check_is("two more", open("poem", OPEN_READ) + open("poem", OPEN_READ), 2 + 3);
    check_is("not a fifth", open("poem", OPEN_READ), E_FULL);
    show_directory();
    return test_wrong;
}
