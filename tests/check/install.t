#!/bin/sh
# SPDX-License-Identifier: MIT
# What "make install" puts into a DESTDIR works from there, found by pkg-config
# alone: the README's program in C and C++, shared and static; "make
# uninstall" takes all of it away.
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
: "${MAKE:=make}" "${PKG_CONFIG:=pkg-config}"
program=$top_srcdir/doc/examples/verdict.c
record=$top_srcdir/schema/records/chs-2023-10-13.xml

# No jobserver of the outer make, and nothing is built.
make_in_tree()
{
    (unset MAKEFLAGS MFLAGS MAKELEVEL
        $MAKE -s -C "$top_builddir" "$@" DESTDIR="$work/root") \
        >"$work/log" 2>&1 || { tail "$work/log"; return 1; }
}

installed()
{
    make_in_tree install && pc=$(find "$work/root" -name cisvalidate.pc) &&
        test -n "$pc" && is_empty "$(missing)"
}

missing()
{
    for header in "$top_srcdir"/lib/include/cisvalidate/*.h; do
        find "$work/root" -name "${header##*/}" | grep -q . ||
            echo "no ${header##*/}"
    done
    for name in cisvalidate summit.xsd; do
        find "$work/root" -name "$name" | grep -q . || echo "no $name"
    done
}

# As it is after the whole was moved: prefix is where the file now stands.
flags()
{
    pc=$(find "$work/root" -name cisvalidate.pc)
    PKG_CONFIG_PATH=${pc%/*} $PKG_CONFIG --define-variable=prefix="$(
        cd "${pc%/*}/../.." && pwd)" "$@" cisvalidate
}

runs()
{
    dir=$(find "$work/root" -name 'libcisvalidate.so' -o \
        -name 'libcisvalidate.a' | head -n 1)
    LD_LIBRARY_PATH=${dir%/*}${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} \
        "$1" "$record"
}

in_c()
{
    # shellcheck disable=SC2046,SC2086 # words are wanted
    $CC -std=c11 -Wall -Wextra -Werror $(flags --cflags) "$program" \
        -o "$work/c" $(flags --libs) && runs "$work/c"
}

in_cxx()
{
    cp "$program" "$work/verdict.cc"
    # shellcheck disable=SC2046,SC2086
    $cxx -std=c++17 -Wall -Wextra -Werror $(flags --cflags) \
        "$work/verdict.cc" -o "$work/cxx" $(flags --libs) && runs "$work/cxx"
}

# The library's own flags before libxml2's, which stay shared.
in_static()
{
    # shellcheck disable=SC2046,SC2086
    $CC -std=c11 $(flags --cflags) "$program" -o "$work/static" \
        "$(find "$work/root" -name libcisvalidate.a)" \
        $($PKG_CONFIG --libs libxml-2.0) && "$work/static" "$record"
}

same_version()
{
    test "$(flags --modversion)" = \
        "$(sed -n 's/^PACKAGE_VERSION = //p' "$top_builddir/Makefile")"
}

uninstalled()
{
    make_in_tree uninstall &&
        is_empty "$(find "$work/root" ! -type d)"
}

if grep -q 'INSTRUMENTED 1' "$top_builddir/config.h"; then
    skip_all 'a library that is instrumented'
fi
$PKG_CONFIG --version >"$work/log" 2>&1 || skip_all 'no pkg-config'
for cxx in ${CXX:+"$CXX"} c++ g++ clang++; do
    command -v "$cxx" >"$work/log" && break
    cxx=
done

check 'make install into a DESTDIR' installed
check 'pkg-config says the version' same_version
if find "$work/root" -name 'libcisvalidate.so' | grep -q .; then
    check 'the program of the README, in C' in_c
    if test -n "$cxx"; then
        check 'the same in C++' in_cxx
    else
        skip 'the same in C++' 'no C++ compiler'
    fi
else
    skip 'the program of the README, in C and C++' 'no shared library'
fi
if find "$work/root" -name 'libcisvalidate.a' | grep -q .; then
    check 'the same with the static library' in_static
else
    skip 'the same with the static library' 'configured without it'
fi
check 'make uninstall leaves nothing' uninstalled
done_testing
