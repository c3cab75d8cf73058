#!/bin/sh
# SPDX-License-Identifier: MIT
# Each public header compiles alone, in C11, C++17 and what came
# after them, and names no libxml2.
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

in_c()
{
    # shellcheck disable=SC2086 # CC may have options
    compile c $CC -std="$1" -Wstrict-prototypes "$scratch/alone.c"
}

in_cxx()
{
    # shellcheck disable=SC2086
    compile cc $cxx -std="$1" "$scratch/alone.cc"
}

# newer COMMAND...: whether a compiler knows that newer standard at all
newer()
{
    echo 'int main() { return 0; }' >"$scratch/try.$1"
    shift
    "$@" >"$scratch/log" 2>&1
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
# shellcheck disable=SC2086
newer c $CC -std=c2x -c -o "$scratch/try.o" "$scratch/try.c" && c2x=c2x
# shellcheck disable=SC2086
newer cc $cxx -std=c++20 -c -o "$scratch/try.o" "$scratch/try.cc" &&
    cxx20=c++20
for header in "$include"/cisvalidate/*.h; do
    test -f "$header" || skip_all 'no public header'
    name=${header##*/}
    check "$name in C11" in_c c11
    test -z "${c2x-}" || check "$name in C2x" in_c c2x
    if test -n "$cxx"; then
        check "$name in C++17" in_cxx c++17
        test -z "${cxx20-}" || check "$name in C++20" in_cxx c++20
    else
        skip "$name in C++17" 'no C++ compiler'
    fi
    check "$name without libxml2" is_empty "$(grep -n 'libxml/' "$header")"
done
done_testing
