#!/bin/sh
# BusyBox from Debian's source package, linked with a C library that Debian has the source of and no
# build for 32-bit RISC-V: build-busybox.sh WORK OUT UAPI
#   glibc-source    glibc 2.36, which knows riscv32; only libc.a is built
#   busybox         by apt-get source, from a source list of its own (bookworm's)
# UAPI is the kernel's headers for programs. The program is kept in $XDG_CACHE_HOME/gatehouse.
# SPDX-License-Identifier: ISC
set -eu

work=$1 out=$2 uapi=$3
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse
cross=riscv64-linux-gnu-
arch="-march=rv32ima_zicsr_zifencei -mabi=ilp32"

key=$({
    cat "$here/busybox.config" "$0"
    dpkg-query -W -f '${Package} ${Version}\n' glibc-source gcc-12-riscv64-linux-gnu
} | sha256sum | cut -c1-16)
kept=$cache/busybox-$key

# Runs quietly; on failure shows the end of what it said.
quietly() {
    log=$1
    shift
    nice -n 10 "$@" > "$log" 2>&1 || { tail -30 "$log"; exit 1; }
}

# The bare-metal compiler's library and crt files are for rv32im/ilp32; the Linux one has only 64-bit ones.
bare_metal() {
    riscv64-unknown-elf-gcc -march=rv32im -mabi=ilp32 -print-file-name="$1"
}

build_libc() {
    echo "busybox: unpacking glibc"
    [ -d glibc-2.36 ] || tar -xf /usr/src/glibc/glibc-2.36.tar.xz
    mkdir -p libc gcc
    cp "$(bare_metal libgcc.a)" gcc/libgcc.a
    cp gcc/libgcc.a gcc/libgcc_eh.a
    echo "busybox: compiling libc.a, some minutes; log in $PWD/libc/build.log"
    cd libc
    [ -f config.make ] || quietly configure.log ../glibc-2.36/configure --host=riscv32-linux-gnu \
        --build="$(gcc -dumpmachine)" --prefix=/usr CXX= CFLAGS="-Os -g0" \
        CC="${cross}gcc $arch -B$PWD/../gcc" AR=${cross}ar RANLIB=${cross}ranlib LD=${cross}ld \
        OBJCOPY=${cross}objcopy OBJDUMP=${cross}objdump NM=${cross}nm READELF=${cross}readelf \
        --disable-werror --disable-nscd --disable-build-nscd --disable-timezone-tools --disable-profile \
        --without-selinux --enable-kernel=5.10 --with-headers="$uapi"
    # The shared build's headers, and then only what a static program is linked with
    for header in libc-modules.h abi-versions.h first-versions.h ldbl-compat-choose.h dl-tunable-list.h \
        gcc-macros.h gnu/lib-names.h gnu/lib-names-ilp32.h; do
        quietly headers.log make "$PWD/$header"
    done
    quietly build.log make -j2 build-shared=no lib
    quietly install.log make install-headers install_root="$PWD/../sysroot"
    cd ..
    : > sysroot/usr/include/gnu/stubs.h
    mkdir -p sysroot/usr/lib
    cp libc/libc.a libc/csu/crt1.o libc/csu/crti.o libc/csu/crtn.o gcc/*.a sysroot/usr/lib/
    cp "$(bare_metal crtbegin.o)" sysroot/usr/lib/crtbeginT.o
    cp "$(bare_metal crtend.o)" sysroot/usr/lib/
    cp -r "$uapi/." sysroot/usr/include/
    for empty in m resolv crypt rt; do
        ${cross}ar rc sysroot/usr/lib/lib$empty.a
    done
}

fetch_busybox() {
    echo "busybox: fetching its source package"
    mkdir -p apt/lists/partial
    echo "deb-src http://deb.debian.org/debian bookworm main" > apt/sources.list
    set -- -o Dir::Etc::sourcelist="$PWD/apt/sources.list" -o Dir::Etc::sourceparts=- \
        -o Dir::State::lists="$PWD/apt/lists" -o APT::Sandbox::User=root
    quietly apt/log apt-get "$@" update
    quietly apt/log apt-get "$@" source --download-only busybox
    tar -xf busybox_*.orig.tar.bz2
    mv busybox-[0-9]* busybox-source
}

build_busybox() {
    echo "busybox: compiling"
    cat > cc <<END
#!/bin/sh
exec ${cross}gcc $arch '-DBB_EXTRA_VERSION=""' -nostdinc -isystem $PWD/sysroot/usr/include \
    -isystem $(${cross}gcc -print-file-name=include) -B$PWD/sysroot/usr/lib -L$PWD/sysroot/usr/lib "\$@"
END
    chmod +x cc
    rm -rf busybox
    mkdir busybox
    export KCONFIG_NOTIMESTAMP=1 # the same bytes whoever builds them, and when
    quietly busybox/log make -s -C busybox-source O="$PWD/busybox" allnoconfig
    # every option that the fragment sets, in place of its line
    grep '^CONFIG' "$here/busybox.config" | while IFS='=' read -r option value; do
        sed -i "/^$option=/d; /^# $option is not set/d" busybox/.config
        echo "$option=$value" >> busybox/.config
    done
    yes "" 2> /dev/null | quietly busybox/log make -s -C busybox-source O="$PWD/busybox" oldconfig
    quietly busybox/log make -s -j2 -C busybox-source O="$PWD/busybox" CC="$PWD/cc" AR=${cross}ar \
        LD="${cross}ld -m elf32lriscv" STRIP=${cross}strip OBJCOPY=${cross}objcopy HOSTCC=gcc busybox
}

if [ ! -f "$kept" ]; then
    mkdir -p "$work" "$cache"
    uapi=$(cd "$uapi" && pwd)
    out=$(mkdir -p "$(dirname "$out")" && cd "$(dirname "$out")" && pwd)/$(basename "$out")
    cd "$work"
    [ -f sysroot/usr/lib/libm.a ] || build_libc
    [ -d busybox-source ] || fetch_busybox
    build_busybox
    cp busybox/busybox "$kept.$$"
    mv "$kept.$$" "$kept"
fi
mkdir -p "$(dirname "$out")"
cp "$kept" "$out"
