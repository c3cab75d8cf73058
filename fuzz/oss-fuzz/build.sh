#!/bin/bash
# SPDX-License-Identifier: MIT
# Builds the fuzz targets as OSS-Fuzz and ClusterFuzzLite want them, with their
# $SRC, $WORK, $OUT, $CC, $CFLAGS, $CXX, $CXXFLAGS and $LIB_FUZZING_ENGINE:
# each target, its seeds in a zip, and the dictionary of those that take XML.

set -eu

source=$SRC/cisvalidate
targets=$source/fuzz/inputs.txt

# The libraries of a package, each as an archive where there is one: what is
# built runs in an image that has none of them.
libraries()
{
    for flag in $(pkg-config --static --libs "$1") -lstdc++; do
        case $flag in
        -lm | -ldl | -lpthread) echo "$flag" ;;
        -l*) archive_of "${flag#-l}" ;;
        *) echo "$flag" ;;
        esac
    done | tr '\n' ' '
}

archive_of()
{
    archive=$($CC -print-file-name="lib$1.a")
    case $archive in
    /*) echo "$archive" ;;
    *) echo "-l$1" ;;
    esac
}

build()
{
    test -f "$source/configure" || (cd "$source" && autoreconf -fi)
    mkdir -p "$WORK/cisvalidate"
    cd "$WORK/cisvalidate"
    "$source/configure" -q --enable-fuzzing --enable-static --disable-shared \
        LIBXML_CFLAGS="$(pkg-config --cflags libxml-2.0)" \
        LIBXML_LIBS="$(libraries libxml-2.0)" \
        JANSSON_CFLAGS="$(pkg-config --cflags jansson)" \
        JANSSON_LIBS="$(libraries jansson)"
    make -s -j"$(nproc)" fuzz-targets
}

# The seeds of a target, and what else of the tree it is given.
seeds()
{
    echo "fuzz/seeds/$1"
    awk -v name="$1" '$1 == name { print $2 }' "$targets"
}

deliver()
{
    name=$1
    cp "fuzz/fuzz_$name" "$OUT/"
    # shellcheck disable=SC2046 # paths without blanks
    (cd "$source" && rm -f "$OUT/fuzz_${name}_seed_corpus.zip" &&
        zip -qr "$OUT/fuzz_${name}_seed_corpus.zip" $(seeds "$name"))
    if grep -q "^$name " "$targets"; then
        cp fuzz/vocabulary.dict "$OUT/fuzz_$name.dict"
    fi
}

build
for target in "$source"/fuzz/fuzz_*.c; do
    target=${target##*/fuzz_}
    deliver "${target%.c}"
done
