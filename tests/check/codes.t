#!/bin/sh
# SPDX-License-Identifier: MIT
# Every code says what it is and why, with examples; every one that a record
# can have fails in a fixture of its own and passes in another; and rewriting
# expectations never changes a code.
. "$top_srcdir/tests/tap.sh"
skip_where_quick
table=$top_srcdir/lib/finding/codes.def
data=$top_srcdir/tests/data
fixtures=$top_builddir/tests/fixtures/fixtures

scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT

# One line for each code, its fields parted by " %% ": id, name, title, why,
# bad, good, check. Texts have their quotes.
rows()
{
    cat >"$scratch/rows.c" <<'EOT'
#define CODE(id, name, severity, title, why, bad, good, needs, unless, check) \
    ROW id %% name %% title %% why %% bad %% good %% check %% END
EOT
    cat "$table" >>"$scratch/rows.c"
    # shellcheck disable=SC2086 # CC may have options
    $CC -E -P "$scratch/rows.c" | tr -s '\n ' '  ' |
        $AWK '{ gsub(/ %% END */, "\n"); print }' | sed -n 's/^ *ROW //p'
}

# Only an empty input is an example that may be empty.
unexplained()
{
    $AWK -F ' *%% *' '
    function is_empty(text) { gsub(/[" ]/, "", text); return text == "" }
    is_empty($2) { print $1 " has no name" }
    is_empty($3) { print $1 " has no title" }
    is_empty($4) { print $1 " has no why" }
    is_empty($5) && $1 != "W005" { print $1 " has no bad example" }
    is_empty($6) { print $1 " has no good example" }
    ' "$scratch/rows"
}

# The codes that a file alone can have; W006 is about files that cannot be
# read, and has its test in cli/.
of_records()
{
    $AWK -F ' *%% *' '
    ($7 != "NULL" || $1 ~ /^[WSXU]/) && $1 != "W006" { print tolower($1) }
    ' "$scratch/rows"
}

# without KIND: the codes that no fixture of that kind is for.
without()
{
    of_records | while IFS= read -r code; do
        ls "$data/$code"-*."$1".xml >"$scratch/names" 2>&1 ||
            echo "$code has no $1 fixture"
    done
}

# What names a code that there is not, or is not of a pair.
strangers()
{
    for file in "$data"/*.bad.xml "$data"/*.ok.xml; do
        name=${file##*/}
        of_records | grep -q "^${name%%-*}\$" || echo "$name is of no code"
    done
    for file in "$data"/*.xml; do
        test -f "${file%.xml}.expect" || echo "${file##*/} has no .expect"
    done
    for file in "$data"/*.expect; do
        test -f "${file%.expect}.xml" || echo "${file##*/} has no .xml"
    done
}

# with_expectation TEXT: a small tree whose one fixture is to give that.
with_expectation()
{
    rm -rf "$scratch/tree"
    mkdir -p "$scratch/tree/tests/data" "$scratch/tree/schema/records"
    cp "$data/d001-ends-before-start.bad.xml" "$scratch/tree/tests/data"
    expectation=$scratch/tree/tests/data/d001-ends-before-start.bad.expect
    printf '%s\n' "$@" >"$expectation"
    cp "$expectation" "$scratch/before"
}

rewrite()
{
    top_srcdir=$scratch/tree "$fixtures" --rewrite >"$scratch/log" 2>&1
}

keeps_codes()
{
    with_expectation "$@"
    rewrite && { echo 'rewriting passed'; return 1; }
    diff "$scratch/before" "$expectation"
}

renews_words()
{
    with_expectation 'D001 error at 1:1-1:2 summit/dates/@end' '  old words' \
        'invalid'
    rewrite && cmp "$expectation" "$data/d001-ends-before-start.bad.expect"
}

rows >"$scratch/rows"
check 'the table has codes' test -s "$scratch/rows"
check 'every code has a name, a title, a why and examples' \
    is_empty "$(unexplained)"
check 'every code of a record has a failing fixture' is_empty "$(without bad)"
check 'every code of a record has a passing fixture' is_empty "$(without ok)"
check 'every fixture is of a code, and complete' is_empty "$(strangers)"
if test -x "$fixtures"; then
    check 'rewriting renews words and places' renews_words
    check 'rewriting changes no code' keeps_codes \
        'D013 error at 5:34-5:44 summit/dates/@end' '  words' 'invalid'
    check 'rewriting takes no code away' keeps_codes \
        'D001 error at 5:34-5:44 summit/dates/@end' '  words' \
        'D013 error at 5:55-5:65 summit/dates/@session' '  words' 'invalid'
    check 'rewriting adds no code' keeps_codes 'valid'
else
    skip 'rewriting changes no code' 'the fixtures program was not built'
fi
done_testing
