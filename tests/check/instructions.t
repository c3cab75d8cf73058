#!/bin/sh
# SPDX-License-Identifier: MIT
# What validation costs, as far as it does not depend on the clock: the
# instructions of our own code per byte, and that memory does not grow with
# the archive.
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$top_srcdir/bench/bench.sh"

instrumented=false
! grep -q '^#define INSTRUMENTED' "$top_builddir/config.h" || instrumented=true

# near RECORDED NOW: within a tenth
near()
{
    echo "$2 instructions per byte; $1 are recorded in bench/instructions.txt"
    $AWK -v was="$1" -v is="$2" \
        'BEGIN { exit is < was * 0.9 || is > was * 1.1 }'
}

# count NAME COLUMN [OPTION]...: against the figure recorded for this compiler
count()
{
    name="instructions per byte, $1"
    column=$2
    shift 2
    recorded=$($AWK -F ': ' -v compiler="$(compiler)" -v column="$column" '
        $1 == compiler { split($2, part, " "); print part[column] }' \
        "$top_srcdir/bench/instructions.txt")
    if $instrumented; then
        skip "$name" 'instrumented'
    elif ! have valgrind; then
        skip "$name" 'no valgrind'
    elif test -z "$recorded"; then
        skip "$name" "none are recorded for $(compiler)"
    else
        check "$name" near "$recorded" "$(own_instructions "$work/1.xml" "$@")"
    fi
}

peak()
{
    "$measure" "$program" -q "$1" | $AWK '$4 == 0 { print $3 }'
}

is_flat()
{
    echo "$1 KiB for 1 MB, $2 KiB for 16 MB"
    test "$2" -le $(($1 + 1024))
}

"$generate" 1 1000000 >"$work/1.xml"
"$generate" 1 16000000 >"$work/16.xml"
check 'what is generated has no findings' "$program" -q --fail-on=note \
    "$work/1.xml"
count 'schema only' 1 --no-rules
count 'schema and rules' 2
if $instrumented; then
    skip 'memory is flat as the archive grows' 'instrumented'
else
    check 'memory is flat as the archive grows' \
        is_flat "$(peak "$work/1.xml")" "$(peak "$work/16.xml")"
fi
done_testing
