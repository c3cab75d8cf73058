#!/bin/sh
# SPDX-License-Identifier: MIT
# The README is true: its example prints what it shows, its program is the one
# in doc/examples, compiles in C11 and runs, and its options exist.
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
readme=$top_srcdir/README.md
command=$(cd "$top_builddir" && pwd)/cli/cisvalidate

# block LANGUAGE: what stands in the README's fence of that language
block()
{
    awk -v fence="\`\`\`$1" '
        $0 == "```" { inside = 0 }
        inside
        $0 == fence { inside = 1 }' "$readme"
}

example_holds()
{
    block console >"$work/shown"
    {
        sed -n 1p "$work/shown"
        (cd "$top_srcdir" &&
            $(sed -n '1s/^\$ cisvalidate/"$command"/p' "$work/shown" |
                sed "s|\"\$command\"|$command|"))
    } >"$work/real"
    diff "$work/shown" "$work/real"
}

program_is_shown()
{
    block c >"$work/shown.c"
    sed '1,2d' "$top_srcdir/doc/examples/verdict.c" >"$work/real.c"
    diff "$work/shown.c" "$work/real.c"
}

program_runs()
{
    $CC -std=c11 -Wall -Wextra -Werror -I"$top_srcdir/lib/include" \
        -c "$top_srcdir/doc/examples/verdict.c" -o "$work/verdict.o" &&
        "$top_builddir/libtool" --quiet --tag=CC --mode=link $CC \
            "$work/verdict.o" "$top_builddir/lib/libcisvalidate.la" \
            -o "$work/verdict" || return 1
    for file in "$top_srcdir"/schema/records/chs-2023-10-13.xml; do
        "$work/verdict" "$file" || return 1
    done
    "$work/verdict" "$top_srcdir/doc/examples/broken.xml" >"$work/out"
    test $? -eq 1 && grep -q '^P001 at byte [0-9]*: Tajikistan' "$work/out"
}

check 'the example prints what it shows' example_holds
check 'the program shown is the one in doc/examples' program_is_shown
check 'the program compiles and runs' program_runs
done_testing
