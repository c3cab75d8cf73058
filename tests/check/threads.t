#!/bin/sh
# SPDX-License-Identifier: MIT
# Eight threads share a validator, under ThreadSanitizer: the library is
# compiled anew for it, and libxml2 (which is not) keeps to itself.
. "$top_srcdir/tests/tap.sh"
skip_where_quick

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# Some of every kind: good and bad fixtures, real records.
documents()
{
    find "$top_srcdir/tests/data" "$top_srcdir/schema/records" \
        -name '*.xml' ! -name 'archive*' | LC_ALL=C sort | $AWK 'NR % 9 == 1'
}

can_sanitize()
{
    echo '#include <pthread.h>
        static void *run(void *x) { return x; }
        int main(void) { pthread_t t; return
            pthread_create(&t, 0, run, 0) || pthread_join(t, 0); }' \
        >"$work/try.c"
    $CC -fsanitize=thread "$work/try.c" -o "$work/try" -pthread \
        >"$work/log" 2>&1 && "$work/try" >"$work/log" 2>&1
}

# Generated files are in the build tree, or came with the tarball.
made()
{
    for folder in "$top_builddir" "$top_srcdir"; do
        test -f "$folder/schema/$1" && echo "$folder/schema/$1" && return
    done
}

compiled()
{
    {
        find "$top_srcdir/lib" -name '*.c'
        made embedded.c
        made frozen.c
    } | sort >"$work/files"
    # shellcheck disable=SC2046,SC2086 # words are wanted
    $CC -std=gnu11 -O1 -g -fsanitize=thread -D_GNU_SOURCE -DHAVE_CONFIG_H \
        -I"$top_builddir" -I"$top_srcdir/lib/include" -I"$top_srcdir/lib" \
        $LIBXML_CFLAGS "$top_srcdir/tests/check/threads.c" \
        $(cat "$work/files") -o "$work/threads" $LIBXML_LIBS -pthread
}

runs()
{
    # shellcheck disable=SC2046
    TSAN_OPTIONS=halt_on_error=1:exitcode=66 "$work/threads" $(documents)
}

can_sanitize || skip_all "$CC has no ThreadSanitizer that runs here"
check 'the library compiles for ThreadSanitizer' compiled
check 'thousands of documents in eight threads' runs
done_testing
