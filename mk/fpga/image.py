"""What a board's boot ROM loads (rtl/board/boot/load.c), from an ELF.
usage: image.py image.elf OUT            the stream itself, to be sent
       image.py image.elf OUT --card [DISK]   an SD card's content: DISK at its start, the stream at 16 MiB
SPDX-License-Identifier: ISC
"""
import struct
import sys

BOOT_OFFSET = 32768 * 512
PT_LOAD = 1


def segments(elf):
    if elf[:6] != b"\x7fELF\x01\x01":
        raise SystemExit("image.py: not a 32-bit little-endian ELF")
    entry, phoff = struct.unpack_from("<II", elf, 24)
    phsize, phnum = struct.unpack_from("<HH", elf, 42)
    parts = []
    for i in range(phnum):
        kind, offset, _, paddr, filesz = struct.unpack_from("<IIIII", elf, phoff + i * phsize)
        if kind == PT_LOAD and filesz:
            parts.append((paddr, elf[offset:offset + filesz]))
    return entry, parts


def stream(elf):
    entry, parts = segments(elf)
    body = struct.pack("<II", entry, len(parts))
    body += b"".join(struct.pack("<II", a, len(d)) for a, d in parts)
    body += b"".join(d for _, d in parts)
    total = 0
    for byte in body:
        total = ((total << 1 | total >> 31) + byte) & 0xFFFFFFFF
    return b"GHBT" + struct.pack("<I", total) + body


def main():
    image, out, *rest = sys.argv[1:]
    data = stream(open(image, "rb").read())
    with open(out, "wb") as f:
        if rest[:1] == ["--card"]:
            if rest[1:]:
                disk = open(rest[1], "rb").read()
                if len(disk) > BOOT_OFFSET:
                    raise SystemExit("image.py: the disk reaches into the image's place at 16 MiB")
                f.write(disk)
            f.seek(BOOT_OFFSET)
            data += bytes(-len(data) % 512)
        f.write(data)


main()
