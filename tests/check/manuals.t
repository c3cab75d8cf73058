#!/bin/sh
# SPDX-License-Identifier: MIT
# The manuals of the library are clean, name functions that exist as they are
# declared, and the program in each compiles and runs.
. "$top_srcdir/tests/tap.sh"
skip_where_quick

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
record=$top_srcdir/schema/records/chs-2023-10-13.xml

# Where its manuals are not installed mandoc does not know our own.
lint()
{
    is_empty "$(mandoc -T lint -W style "$1" 2>&1 |
        grep -v 'mandoc.db\|referenced manual not found')"
}

refers()
{
    sed -n 's/^\.Xr \([a-z_]*\) 3.*/\1/p' "$1" | while IFS= read -r name; do
        test -f "$top_srcdir/doc/man/$name.3" || { echo "no $name"; exit 1; }
    done
}

# The literal text of EXAMPLES as it is meant.
program()
{
    $AWK '/^\.Sh/ { here = /EXAMPLES/ } /^\.Ed/ { literal = 0 }
        here && literal { sub(/^\\&/, ""); gsub(/\\e/, "\\"); print }
        /^\.Bd -literal/ { literal = 1 }' "$1"
}

runs()
{
    program "$1" >"$work/example.c"
    test -s "$work/example.c" &&
        $CC -std=c11 -Wall -Wextra -Werror -I"$top_srcdir/lib/include" \
            -c "$work/example.c" -o "$work/example.o" &&
        "$top_builddir/libtool" --quiet --tag=CC --mode=link $CC \
            "$work/example.o" "$top_builddir/lib/libcisvalidate.la" \
            -o "$work/example" && "$work/example" "$record" >"$work/out" &&
        sed 's/^/# /' "$work/out" >&2
}

# A prototype made of .Ft and .Fn, next to the header: the compiler tells
# whether they agree.
agrees()
{
    {
        echo '#include <cisvalidate/cisvalidate.h>'
        $AWK '/^\.Ft / { type = substr($0, 5) }
            /^\.Sh DESC/ { exit }
            /^\.Fn / {
                name = $2
                arguments = ""
                line = $0
                while (match(line, /"[^"]*"/)) {
                    arguments = arguments (arguments == "" ? "" : ", ") \
                        substr(line, RSTART + 1, RLENGTH - 2)
                    line = substr(line, RSTART + RLENGTH)
                }
                print type " " name "(" arguments ");"
            }' "$1"
    } >"$work/agrees.c"
    test "$(wc -l <"$work/agrees.c")" -gt 1 &&
        $CC -std=c11 -Wall -Werror -I"$top_srcdir/lib/include" \
            -c "$work/agrees.c" -o "$work/agrees.o"
}

# All but the accessors, of which cis_record.3 has the one rule.
functions()
{
    sed -n '/global:/,/local:/s/^[[:space:]]*\(cis_[a-z_]*\);$/\1/p' \
        "$top_srcdir/lib/libcisvalidate.map" | while IFS= read -r name; do
        grep -q "\\b$name(" "$top_srcdir/lib/include/cisvalidate/element.h" \
            "$top_srcdir/lib/include/cisvalidate/vocabulary.h" ||
            echo "$name"
    done
}

complete()
{
    is_empty "$(functions | while IFS= read -r name; do
        grep -q "^\.Fn $name " "$top_srcdir"/doc/man/*.3 ||
            echo "no manual has $name"
    done)"
}

for manual in "$top_srcdir"/doc/man/*.3; do
    name=${manual##*/}
    if command -v mandoc >"$work/log"; then
        check "$name is clean" lint "$manual"
    else
        skip "$name is clean" 'no mandoc'
    fi
    check "$name refers to manuals that exist" refers "$manual"
    check "$name agrees with the headers" agrees "$manual"
    check "$name has a program that runs" runs "$manual"
done
check 'every function has its manual' complete
done_testing
