#!/bin/sh
# SPDX-License-Identifier: MIT
# The symbol map, the public headers and the library name the same symbols.
. "$top_srcdir/tests/tap.sh"
include=$top_srcdir/lib/include
map=$top_srcdir/lib/libcisvalidate.map
library=$top_builddir/lib/.libs/libcisvalidate.so

scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT

in_map()
{
    sed -n '/global:/,/local:/s/^[[:space:]]*\([A-Za-z0-9_]*\);$/\1/p' "$map"
}

# Names before a parenthesis, and of data, outside all braces and parentheses
# of what the preprocessor leaves of our own headers.
in_headers()
{
    for header in "$include"/cisvalidate/*.h; do
        # shellcheck disable=SC2086 # CC may have options
        $CC -E -I"$include" "$header" || exit 99
    done | $AWK '
    function end_statement() {
        if (text !~ / (typedef|static) /) {
            if (name != "")
                print name
            else if (text ~ / extern /)
                print data
        }
        text = name = data = ""
    }
    /^# [0-9]+ / { ours = /include\/cisvalidate\//; next }
    !ours { next }
    {
        line = $0
        while (line != "") {
            if (match(line, /^[A-Za-z_][A-Za-z0-9_]*/)) {
                word = substr(line, 1, RLENGTH)
                rest = substr(line, RLENGTH + 1)
                if (depth == 0 && word ~ /^cis_/) {
                    data = word
                    if (rest ~ /^ *\(/ && name == "")
                        name = word
                }
                if (depth == 0) text = text " " word " "
                line = rest
                continue
            }
            if (match(line, /^"[^"]*"/)) {
                line = substr(line, RLENGTH + 1)
                if (line ~ /^ *\{/) {     # extern "C" { is no block
                    sub(/^ *\{/, "", line)
                    text = ""
                }
                continue
            }
            c = substr(line, 1, 1)
            line = substr(line, 2)
            if (c == "(" || c == "{") depth++
            else if (c == ")") depth--
            else if (c == "}") {
                if (depth > 0) depth--
                if (depth == 0 && text ~ / static /) end_statement()
            } else if (c == ";" && depth == 0) end_statement()
        }
    }' | LC_ALL=C sort -u
}

in_library()
{
    $NM -D --defined-only "$library" |
        $AWK '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | LC_ALL=C sort -u
}

same()
{
    diff "$scratch/$1" "$scratch/$2" >"$scratch/diff" ||
        is_empty "$(sed -n "s/^</only in the $1:/p; s/^>/only in the $2:/p" \
            "$scratch/diff")"
}

in_map >"$scratch/map"
LC_ALL=C sort -u "$scratch/map" >"$scratch/sorted map"
in_headers >"$scratch/headers"
check 'the map names something' test -s "$scratch/map"
check 'the map is sorted, each name once' same map 'sorted map'
check 'the map has what the headers declare' same map headers
if test -f "$library"; then
    in_library >"$scratch/library"
    check 'the library exports what the map has' same map library
else
    skip 'the library exports what the map has' 'no shared library was built'
fi
done_testing
