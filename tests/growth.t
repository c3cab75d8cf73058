#!/bin/sh
# SPDX-License-Identifier: MIT
# Work grows with the input, and no faster: instructions for 2n of a shape are
# at most 2.3 times those for n. SCALE=10 makes all of them larger.
. "$top_srcdir/tests/tap.sh"
skip_where_quick

growth=$top_builddir/tests/growth/growth
most=2.3
command -v valgrind >/dev/null 2>&1 || skip_all 'there is no valgrind'
if grep -q '^#define INSTRUMENTED' "$top_builddir/config.h"; then
    skip_all 'instrumented: not for valgrind'
fi
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
# valgrind 3.19 gives up where it meets the debug information of clang 14.
strip -g -o "$scratch/growth" "$growth" || exit 99
valgrind -q --tool=callgrind --callgrind-out-file="$scratch/out" \
    "$scratch/growth" "${SCALE:-1}" >"$scratch/log" 2>&1
case $? in
0) ;;
77) skip_all "$(cat "$scratch/log")" ;;
*) cat "$scratch/log"; exit 99 ;;
esac

# NAME, instructions for n, for 2n; the last dump of a mark is the one.
for dump in "$scratch"/out.*; do
    $AWK '/^desc: Trigger: Client Request: / { name = $5; times = $6 }
        /^(totals|summary):/ { total = $2 }
        END { if (name != "") print FILENAME, name, times, total }' "$dump"
done | sed 's/^.*out\.//' | sort -n | $AWK '
    { if (!($2 in seen)) order[++n] = $2; seen[$2]; work[$2, $3] = $4 }
    END { for (i = 1; i <= n; i++)
        print order[i], work[order[i], 1], work[order[i], 2] }' \
    >"$scratch/work"

linear()
{
    echo "$2 instructions, $3 for twice as much"
    $AWK -v n="$2" -v twice="$3" -v most=$most \
        'BEGIN { exit !(n > 0 && twice <= n * most) }'
}

while read -r name once twice; do
    check "$name" linear "$name" "$once" "$twice"
done <"$scratch/work"
check 'there are 60 shapes or more' test "$tap_count" -ge 60
done_testing
