#!/bin/sh
# SPDX-License-Identifier: MIT
# Every source file and test is named in a local.mk, and says its purpose in
# its first line.
. "$top_srcdir/tests/tap.sh"
cd "$top_srcdir" || exit 99

sources()
{
    find lib cli tests fuzz -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort
}

tests()
{
    find tests -name '*.t' | LC_ALL=C sort
}

# The paths in the lists of all local.mk; a program without a list of its own
# is made of the one file with its name.
named()
{
    for list in */local.mk; do
        sed -e '/^#/d' -e "s|%D%|${list%/local.mk}|g" "$list"
    done | tr -s ' \t\\=' '\n\n\n\n' | sed -n '/\//{p;s/$/.c/p;}'
}

unnamed()
{
    { named | sed 's/^/+ /'; { sources; tests; } | sed 's/^/- /'; } |
        $AWK '
        $1 == "+" { named[$2] = 1 }
        $1 == "-" && !($2 in named) { print $2 ": in no local.mk" }'
}

without_purpose()
{
    sources | while IFS= read -r file; do
        $AWK -v file="$file" '
            !/^\/\* [A-Za-z].* / || /SPDX/ { print file ": begins with: " $0 }
            { exit }' "$file"
    done
}

check 'every file is in a local.mk' is_empty "$(unnamed)"
check 'every first line says a purpose' is_empty "$(without_purpose)"
done_testing
