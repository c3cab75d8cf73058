#!/bin/sh
# SPDX-License-Identifier: MIT
# Functions, files and lines are short enough to be seen whole.
. "$top_srcdir/tests/tap.sh"
cd "$top_srcdir" || exit 99

max_function=80
max_file=600
max_line=80

sources()
{
    find lib cli tests fuzz -name '*.[ch]' | LC_ALL=C sort
}

# FILE:LINE and length of each function, told by the brace in the first column;
# it begins after the line that ended what came before.
functions()
{
    sources | xargs $AWK '
        FNR == 1 { inside = start = 0 }
        /^\{/ || /^[A-Za-z_].*\)[ \t]*\{[ \t]*$/ {
            if (!start || $0 !~ /^\{/)
                start = FNR
            inside = 1
        }
        inside && /^\}/ {
            print FILENAME ":" start, FNR - start + 1
            inside = start = 0
            next
        }
        inside { next }
        /^[A-Za-z_]/ && !start { start = FNR }
        /^[ \t]*$/ || /^[#\/} *]/ || /;[ \t]*$/ { start = 0 }'
}

too_long()
{
    $AWK -v max="$1" -v what="$2" \
        '$2 > max { print $1 ": " $2 " " what ", " max " are the most" }'
}

files()
{
    sources | xargs wc -l | $AWK '$2 != "total" { print $2, $1 }'
}

# Characters, not bytes: what goes on a character in UTF-8 is not counted.
lines()
{
    sources | LC_ALL=C xargs $AWK -v max="$max_line" '
        { gsub(/[\200-\277]/, "") }
        length($0) > max { print FILENAME ":" FNR, length($0) }'
}

median()
{
    sort -n | $AWK '{ n[NR] = $1 } END {
        printf "median %d, 95 of 100 at most %d, longest %d\n",
            n[int((NR + 1) / 2)], n[int((NR * 95 + 99) / 100)], n[NR] }'
}

all=$(functions)
echo "# lines of a function in lib and cli:" \
    "$(printf '%s\n' "$all" | sed -n 's/^lib.* //p; s/^cli.* //p' | median)"
echo "# lines of a file in lib and cli:" \
    "$(files | sed -n 's/^lib.* //p; s/^cli.* //p' | median)"
check "functions of at most $max_function lines" \
    is_empty "$(printf '%s\n' "$all" | too_long "$max_function" lines)"
check "files of at most $max_file lines" \
    is_empty "$(files | too_long "$max_file" lines)"
check "lines of at most $max_line columns" \
    is_empty "$(lines | too_long "$max_line" columns)"
done_testing
