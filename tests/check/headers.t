#!/bin/sh
# SPDX-License-Identifier: MIT
# Each public header compiles alone, in C11 and in C++17, and names no libxml2.
. "$top_srcdir/tests/tap.sh"
include=$top_srcdir/lib/include

scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT

compile()
{
    echo "#include <cisvalidate/${header##*/}>" >"$scratch/alone.$1"
    shift
    "$@" -Wall -Wextra -Wpedantic -Werror -I"$include" -o "$scratch/alone.o" -c
}

c11()
{
    # shellcheck disable=SC2086 # CC may have options
    compile c $CC -std=c11 -Wstrict-prototypes "$scratch/alone.c"
}

cxx17()
{
    # shellcheck disable=SC2086
    compile cc $cxx -std=c++17 "$scratch/alone.cc"
}

find_cxx()
{
    for cxx in ${CXX:+"$CXX"} c++ g++ clang++; do
        echo 'int main() { return 0; }' >"$scratch/try.cc"
        # shellcheck disable=SC2086
        $cxx -std=c++17 -c -o "$scratch/try.o" "$scratch/try.cc" \
            >"$scratch/log" 2>&1 && return
    done
    cxx=
}

find_cxx
for header in "$include"/cisvalidate/*.h; do
    test -f "$header" || skip_all 'no public header'
    name=${header##*/}
    check "$name in C11" c11
    if test -n "$cxx"; then
        check "$name in C++17" cxx17
    else
        skip "$name in C++17" 'no C++ compiler'
    fi
    check "$name without libxml2" is_empty "$(grep -n 'libxml/' "$header")"
done
done_testing
