#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs build.sh with the variables of OSS-Fuzz set by hand, and looks at what it
# has delivered: ./dev fuzz --oss-fuzz. TAP.
top_srcdir=$(cd "$(dirname "$0")/../.." && pwd)
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export SRC="$work/src" WORK="$work/work" OUT="$work/out"
export CC=clang CXX=clang++ LIB_FUZZING_ENGINE=-fsanitize=fuzzer
export CFLAGS="-O1 -fno-omit-frame-pointer -gline-tables-only \
-fsanitize=address,undefined -fno-sanitize-recover=undefined \
-fsanitize=fuzzer-no-link"
export CXXFLAGS="$CFLAGS"
mkdir "$SRC" "$WORK" "$OUT" && ln -s "$top_srcdir" "$SRC/cisvalidate" || exit 99

targets()
{
    (cd "$top_srcdir/fuzz" && ls fuzz_*.c) | sed 's/\.c$//'
}

builds()
{
    bash "$top_srcdir/fuzz/oss-fuzz/build.sh" >"$work/log" 2>&1 ||
        { tail -n 20 "$work/log"; return 1; }
}

# All that the image of the runner has is libc and its kin.
stands_alone()
{
    test -x "$OUT/$1" && is_empty "$(ldd "$OUT/$1" | grep -v \
        -e 'lib[cm]\.so' -e libdl -e libpthread -e librt -e libresolv \
        -e libgcc_s -e libstdc++ -e linux-vdso -e ld-linux)"
}

runs_its_seeds()
{
    mkdir "$work/$1" && (cd "$work/$1" && unzip -q "$OUT/$1_seed_corpus.zip") ||
        return
    set -- "$1" ${2:+-dict="$2"}
    name=$1
    shift
    top_srcdir="$top_srcdir" "$OUT/$name" "$@" -runs=0 "$work/$name" \
        >"$work/log" 2>&1 || { tail -n 20 "$work/log"; return 1; }
}

check 'build.sh builds' builds
test "$tap_failed" -eq 0 || done_testing
for target in $(targets); do
    dict=$OUT/$target.dict
    test -f "$dict" || dict=
    check "$target needs no library of its own" stands_alone "$target"
    check "$target runs its seeds${dict:+ and has a dictionary}" \
        runs_its_seeds "$target" "$dict"
done
done_testing
