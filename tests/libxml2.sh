#!/bin/sh
# SPDX-License-Identifier: MIT
# The tree with another libxml2 than the system's:
#   tests/libxml2.sh [PREFIX]
# builds it with the one installed in PREFIX (without: with that of Debian
# unstable, built here from its source package), without warnings, runs all
# tests, and holds the findings about every fixture and seed, and about each cut
# short, to those with the system's. All of it in build-libxml2.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/build-libxml2
prefix=${1-$work/prefix}
suite=unstable
jobs=$(getconf _NPROCESSORS_ONLN || echo 2)

# The archive that the system has its packages from.
archive()
{
    apt-get indextargets --format '$(REPO_URI)' | grep '/debian/*$' | head -n 1
}

# Debian's source of it, past the system's own lists of packages.
fetch()
{
    mkdir -p "$work/apt/lists/partial" "$work/apt/archives/partial"
    echo "deb-src $(archive) $suite main" >"$work/apt/sources"
    set -- -q -o Dir::Etc::SourceList="$work/apt/sources" \
        -o Dir::Etc::SourceParts=/dev/null -o Dir::Cache="$work/apt" \
        -o Dir::State::Lists="$work/apt/lists" \
        -o Acquire::Check-Valid-Until=false # a mirror may be a month old
    apt-get "$@" update
    (cd "$work/apt" && apt-get "$@" --download-only source libxml2)
    mkdir -p "$work/source"
    tar -xf "$work"/apt/libxml2_*.orig.tar.* -C "$work/source" \
        --strip-components=1
}

build_libxml2()
{
    test -f "$work/source/configure" || fetch
    mkdir -p "$work/build-libxml2"
    cd "$work/build-libxml2"
    "$work/source/configure" -q --prefix="$prefix" --disable-static \
        --without-icu --without-python --without-zlib
    make -s -j"$jobs" && make -s install
}

build_tree()
{
    test -f "$work/tree/Makefile" || {
        mkdir -p "$work/tree"
        cd "$work/tree" && "$root/configure" -q --enable-werror
    }
    make -s -C "$work/tree" -j"$jobs" all
}

# Every input that the tree has, and each without its last third.
inputs()
{
    cd "$root"
    mkdir -p "$work/short"
    find doc/examples fuzz/seeds schema/records tests -type f \
        \( -name '*.xml' -o -path '*seeds*' \) | LC_ALL=C sort |
        while IFS= read -r file; do
            name=$work/short/$(echo "$file" | tr / _)
            head -c $(($(wc -c <"$file") * 2 / 3)) "$file" >"$name"
            printf '%s\n' "$file" "$name"
        done >"$work/inputs"
}

# findings COMMAND FILE
findings()
{
    status=0
    "$1" -f ndjson --files-from="$work/inputs" >"$2" || status=$?
    test $status -le 1
}

mkdir -p "$work"
"$root/dev" run --version >"$work/log"
inputs
(cd "$root" && findings "$root/build/cli/cisvalidate" "$work/system.ndjson")

export PKG_CONFIG_PATH="$prefix/lib/pkgconfig" PATH="$prefix/bin:$PATH"
LD_LIBRARY_PATH=$prefix/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LD_LIBRARY_PATH
test $# -gt 0 || test -f "$PKG_CONFIG_PATH/libxml-2.0.pc" ||
    (build_libxml2) >"$work/log" 2>&1 </dev/null || { cat "$work/log"; exit 3; }
echo "libxml2 $(pkg-config --modversion libxml-2.0)"
(build_tree) >"$work/log" 2>&1 </dev/null || { cat "$work/log"; exit 1; }

(cd "$root" && findings "$work/tree/cli/cisvalidate" "$work/other.ndjson")
cmp "$work/system.ndjson" "$work/other.ndjson" || {
    diff "$work/system.ndjson" "$work/other.ndjson" | cut -c 1-400
    exit 1
}
echo "the same findings about $(wc -l <"$work/inputs") inputs"

status=0
make -s -C "$work/tree" -j"$jobs" check >"$work/log" 2>&1 </dev/null ||
    status=1
test $status -eq 0 || grep '^FAIL\|^ERROR' "$work/log" || cat "$work/log"
sed -n 's/^# \(PASS\|FAIL\|SKIP\|ERROR\)/\1/p' "$work/tree/test-suite.log"
exit $status
