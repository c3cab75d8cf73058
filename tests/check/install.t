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
archive=$top_srcdir/schema/records/archive.xml
examples=$top_srcdir/doc/examples

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

libdir()
{
    flags --variable=libdir
}

# with_library COMMAND...: run with the shared library from there
with_library()
{
    LD_LIBRARY_PATH=$(libdir)${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} "$@"
}

in_c()
{
    # shellcheck disable=SC2046,SC2086 # words are wanted
    $CC -std=c11 -Wall -Wextra -Werror $(flags --cflags) "$program" \
        -o "$work/c" $(flags --libs) && with_library "$work/c" "$record"
}

in_cxx()
{
    cp "$program" "$work/verdict.cc"
    # shellcheck disable=SC2046,SC2086
    $cxx -std=c++17 -Wall -Wextra -Werror $(flags --cflags) \
        "$work/verdict.cc" -o "$work/cxx" $(flags --libs) &&
        with_library "$work/cxx" "$record"
}

# Our library alone: libxml2 stays shared.
in_static()
{
    # shellcheck disable=SC2046,SC2086
    $CC -std=c11 $(flags --cflags) "$program" -o "$work/static" \
        $(flags --libs | sed 's/-lcisvalidate/-l:libcisvalidate.a/') \
        $($PKG_CONFIG --libs libxml-2.0) && "$work/static" "$record"
}

# Nothing shared at all; pkg-config knows what libxml2 needs for that, but for
# the C++ of Debian's ICU.
wholly_static()
{
    # shellcheck disable=SC2046,SC2086
    $CC -std=c11 -static $(flags --cflags) "$program" -o "$work/whole" \
        $(flags --static --libs) -lstdc++ &&
        "$work/whole" "$record"
}

have_static_libxml2()
{
    echo '#include <libxml/parser.h>
        int main(void) { xmlInitParser(); return 0; }' >"$work/try.c"
    # shellcheck disable=SC2046,SC2086
    $CC -static $($PKG_CONFIG --cflags libxml-2.0) "$work/try.c" \
        -o "$work/try" $($PKG_CONFIG --static --libs libxml-2.0) \
        -lstdc++ >"$work/log" 2>&1
}

# sessions DATABASE: their days, in order
sessions()
{
    python3 - "$1" <<'END'
import sqlite3, sys
for day, in sqlite3.connect(sys.argv[1]).execute(
        "SELECT session FROM summit ORDER BY session"):
    print(day)
END
}

all_sessions()
{
    sed -n 's/.* session="\([^"]*\)".*/\1/p' "$archive" | LC_ALL=C sort
}

importer_in_c()
{
    # shellcheck disable=SC2046,SC2086
    $CC -std=c11 $(flags --cflags) "$examples/import.c" -o "$work/import" \
        $(flags --libs) -lsqlite3 &&
        with_library "$work/import" "$work/c.db" "$archive"
}

# By the name of the library alone, as it is installed.
importer_in_python()
{
    with_library python3 "$examples/import.py" "$work/py.db" "$archive" &&
        test "$(sessions "$work/py.db")" = "$(all_sessions)"
}

have_sqlite()
{
    echo '#include <sqlite3.h>
        int main(void) { return sqlite3_libversion_number() < 3000000; }' \
        >"$work/try.c"
    $CC "$work/try.c" -o "$work/try" -lsqlite3 >"$work/log" 2>&1
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
    if have_sqlite; then
        check 'the importer in C' importer_in_c
    else
        skip 'the importer in C' 'no SQLite headers (libsqlite3-dev)'
    fi
    if python3 -c 'import sqlite3' >"$work/log" 2>&1; then
        check 'the importer in Python' importer_in_python
    else
        skip 'the importer in Python' 'no python3 with sqlite3'
    fi
else
    skip 'programs with the shared library' 'configured without it'
fi
if find "$work/root" -name 'libcisvalidate.a' | grep -q .; then
    check 'the program with the static library' in_static
    if have_static_libxml2; then
        check 'a program that is wholly static' wholly_static
    else
        skip 'a program that is wholly static' 'libxml2 is shared alone'
    fi
else
    skip 'programs with the static library' 'configured without it'
fi
check 'make uninstall leaves nothing' uninstalled
done_testing
