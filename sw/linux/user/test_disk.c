/* The SD card, through drivers and file systems of the kernel's own: a file of known bytes
 * is read from the FAT partition, copied to it and to the ext2 partition, and read back
 * after the file systems have been unmounted and mounted again.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define FAT "/dev/mmcblk0p1"
#define EXT2 "/dev/mmcblk0p2"
#define SECONDS_FOR_CARD 20

static uint8_t buffer[PAGE];

/* FNV-1a of a file's bytes, and its size; 0 if it cannot be read. */
static uint32_t checksum(const char *path, uint32_t *size)
{
    uint32_t sum = 0x811C9DC5;
    int fd = open(path, O_RDONLY);
    long n;

    *size = 0;
    if (fd < 0)
        return 0;
    while ((n = read(fd, buffer, sizeof(buffer))) > 0) {
        for (long i = 0; i < n; i++)
            sum = (sum ^ buffer[i]) * 0x01000193;
        *size += (uint32_t)n;
    }
    close(fd);
    return n ? 0 : sum;
}

static bool copy(const char *from, const char *to)
{
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC);
    long n = -1;

    if (in >= 0 && out >= 0) {
        while ((n = read(in, buffer, sizeof(buffer))) > 0) {
            if (write(out, buffer, (size_t)n) != n)
                return false;
        }
    }
    close(in);
    return n == 0 && close(out) == 0;
}

/* The number that the file `path` holds as decimal text */
static uint32_t number_in(const char *path)
{
    char text[16];

    return slurp(path, text, sizeof(text)) > 0 ? number(text) : 0;
}

/* The card is found in the background, so its device may come after us. */
static bool wait_for_card(void)
{
    struct __kernel_timespec pause = {.tv_nsec = 20000000};
    struct statx st;

    for (int i = 0; i < 50 * SECONDS_FOR_CARD; i++) {
        if (statx(FAT, &st) == 0)
            return true;
        nanosleep(&pause);
    }
    return false;
}

const char *test_disk(void)
{
    struct statx st;
    uint32_t size, expected;

    if (statx("/sys/bus/spi", &st))
        exit(SKIPPED);
    CHECK(wait_for_card(), "no " FAT);
    CHECK(mount(FAT, "/mnt", "vfat") == 0, "FAT does not mount");
    expected = number_in("/mnt/sum.txt");
    CHECK(expected && checksum("/mnt/data.bin", &size) == expected, "data.bin is not as made");
    CHECK(size == number_in("/mnt/size.txt"), "data.bin is not as long as made");
    CHECK(copy("/mnt/data.bin", "/mnt/copy.bin"), "no copy on FAT");

    CHECK(mount(EXT2, "/mnt2", "ext2") == 0, "ext2 does not mount");
    CHECK(copy("/mnt/data.bin", "/mnt2/copy.bin"), "no copy on ext2");
    CHECK(umount("/mnt") == 0 && umount("/mnt2") == 0, "umount failed");

    CHECK(mount(FAT, "/mnt", "vfat") == 0, "FAT does not mount again");
    CHECK(checksum("/mnt/copy.bin", &size) == expected, "the copy on FAT differs");
    CHECK(mount(EXT2, "/mnt2", "ext2") == 0, "ext2 does not mount again");
    CHECK(checksum("/mnt2/copy.bin", &size) == expected, "the copy on ext2 differs");
    CHECK(umount("/mnt") == 0 && umount("/mnt2") == 0, "the last umount failed");
    return NULL;
}
