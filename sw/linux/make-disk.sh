#!/bin/sh
# The SD card's image: make-disk.sh FILE
# 8 MiB with two partitions, FAT and ext2. data.bin on the first holds bytes that anyone can compute
# again; sum.txt is their FNV-1a sum and size.txt their number, in decimal, for the guest's test.
# SPDX-License-Identifier: ISC
set -eu

disk=$1
files=$disk.files
mib=1048576
rm -rf "$files" "$disk"
mkdir -p "$files"

# A linear congruence's high bytes, and their FNV-1a sum, in 32-bit arithmetic
i=0 x=12345 sum=$((0x811C9DC5)) size=10007 octal=
while [ $i -lt $size ]; do
    x=$(((x * 1103515245 + 12345) & 0x7FFFFFFF))
    byte=$((x >> 16 & 255))
    sum=$((((sum ^ byte) * 0x01000193) & 0xFFFFFFFF))
    octal="$octal\\0$((byte >> 6))$((byte >> 3 & 7))$((byte & 7))"
    i=$((i + 1))
done
printf '%b' "$octal" > "$files/data.bin"
echo $sum > "$files/sum.txt"
echo $size > "$files/size.txt"
echo "This is the card's first partition." > "$files/readme.txt"

# The same bytes whoever makes them, and when
export TZ=UTC E2FSPROGS_FAKE_TIME=946684800 SOURCE_DATE_EPOCH=946684800
touch -d @$SOURCE_DATE_EPOCH "$files"/*
truncate -s 8M "$disk"
printf 'label: dos\nlabel-id: 0x6A7E6A7E\nstart=2048, size=6144, type=1\nstart=8192, size=8192, type=83\n' | sfdisk -q "$disk"
mformat -i "$disk@@$mib" -T 6144 -h 16 -s 63 -N 6A7E6A7E ::
mcopy -m -i "$disk@@$mib" "$files"/* ::
mke2fs -q -t ext2 -b 1024 -m 0 -L card \
    -U 6a7e6a7e-6a7e-6a7e-6a7e-6a7e6a7e6a7e -E "offset=$((4 * mib)),hash_seed=6a7e6a7e-6a7e-6a7e-6a7e-6a7e6a7e6a7e" "$disk" 4096
