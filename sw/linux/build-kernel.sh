#!/bin/sh
# Linux from Debian's linux-source package: build-kernel.sh CONFIGURATION WORK OUT
# Leaves Image, System.map, config, gen_init_cpio and uapi/ (the headers for programs) in OUT. The
# result is kept in $XDG_CACHE_HOME/gatehouse under a name made of all that it depends on, and taken
# from there the next time; WORK holds the sources and objects and may be deleted at any time.
# SPDX-License-Identifier: ISC
set -eu

name=$1 work=$2 out=$3
here=$(dirname "$0")
package=linux-source-6.1
cross=riscv64-linux-gnu-
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse

key=$({
    cat "$here/base.config" "$here/$name.config"
    dpkg-query -W -f '${Package} ${Version}\n' $package gcc-12-riscv64-linux-gnu binutils-riscv64-linux-gnu
} | sha256sum | cut -c1-16)
kept=$cache/linux-$name-$key

if [ ! -f "$kept/Image" ]; then
    mkdir -p "$work/$name" "$cache"
    work=$(cd "$work" && pwd)
    tree=$work/$package
    objects=$work/$name
    if [ ! -f "$tree/Makefile" ]; then
        echo "linux: unpacking $package"
        tar -xf "/usr/src/$package.tar.xz" -C "$work"
    fi
    # The same bytes whoever builds them, and when
    kmake() {
        nice -n 10 make -C "$tree" O="$objects" ARCH=riscv CROSS_COMPILE=$cross KBUILD_BUILD_USER=gatehouse \
            KBUILD_BUILD_HOST=gatehouse KBUILD_BUILD_TIMESTAMP=2000-01-01 KBUILD_BUILD_VERSION=1 "$@"
    }

    echo "linux: configuring ($name)"
    cat "$here/base.config" "$here/$name.config" > "$objects/fragment"
    kmake -s KCONFIG_ALLCONFIG="$objects/fragment" allnoconfig > "$objects/configure.log" 2>&1 ||
        { cat "$objects/configure.log"; exit 1; }
    grep -E '^CONFIG_|^# CONFIG_' "$objects/fragment" | while read -r line; do
        grep -qxF "$line" "$objects/.config" || { echo "linux: not taken: $line"; exit 1; }
    done

    echo "linux: compiling ($name), some minutes; log in $objects/build.log"
    kmake -j2 Image > "$objects/build.log" 2>&1 || { tail -30 "$objects/build.log"; exit 1; }

    new=$cache/new.$$
    trap 'rm -rf "$new"' EXIT
    mkdir -p "$new"
    kmake -s INSTALL_HDR_PATH="$new/uapi" headers_install >> "$objects/build.log" 2>&1
    cp "$objects/arch/riscv/boot/Image" "$objects/System.map" "$objects/usr/gen_init_cpio" "$new/"
    cp "$objects/.config" "$new/config"
    rm -rf "$kept"
    mv "$new" "$kept"
fi

mkdir -p "$(dirname "$out")"
rm -rf "$out"
cp -r "$kept" "$out"
echo "linux: $name is $(sed -n 's/^# Linux.riscv \([^ ]*\).*/\1/p' "$out/config"), $(wc -c < "$out/Image") bytes"
