#!/bin/sh
# SPDX-License-Identifier: MIT
# growth.sh [--quick|--large]: inputs with ten times as much of one thing, and
# what they take. Each is a shape of tests/growth, most with a fault in every
# unit, which is the most work. --quick stops at 100,000 units.
set -eu

: "${top_srcdir:=.}" "${top_builddir:=$top_srcdir}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$top_srcdir/bench/bench.sh"
shapes=$top_builddir/tests/growth/growth
record=$top_srcdir/schema/records/chs-2024-10-08.xml
counts='1000 10000 100000 1000000'
summits='1000 10000 100000'
case ${1-} in
--quick)
    counts='1000 10000 100000'
    summits='1000 10000'
    ;;
esac

# run SHAPE FILE: the measure of judging it: seconds of the processor, others
run()
{
    case $1 in
    registry-*) "$measure" "$program" -q --registry "$2" "$record" ;;
    corpus-*) "$measure" "$program" -q --corpus "$2" ;;
    *) "$measure" "$program" -q "$2" ;;
    esac
}

# series WHAT SHAPE COUNT...: a row for each count, with the ratio of the times
series()
{
    what=$1
    shape=$2
    shift 2
    before=
    for count; do
        "$shapes" "$count" "$shape" print >"$work/input.xml"
        result=$(run "$shape" "$work/input.xml")
        echo "$result" | $AWK -v what="$what" -v count="$count" \
            -v bytes="$(bytes "$work/input.xml")" -v before="$before" '{
            printf "%-34s %9d %8.1f %9.3f %6s %8.1f\n", what, count,
                bytes / 1e6, $1, before > 0 ? sprintf("%.1f", $1 / before) : "",
                $3 / 1024 }'
        before=${result%% *}
    done
}

printf '%-34s %9s %8s %9s %6s %8s\n' 'many of one thing' count MB seconds \
    ratio MiB
# shellcheck disable=SC2086 # words are wanted
{
    series 'people' people $counts
    series 'people of one office' rules-people-of-one-office $counts
    series 'delegations of one state' delegations-same $counts
    series 'references to nobody' references-and-people $counts
    series 'documents' documents $counts
    series 'documents in a row of amends' rules-amends-in-a-row $counts
    series 'signatures' rules-signatures $counts
    series 'appointments' rules-appointments $counts
    series 'awards' rules-awards $counts
    series 'events' rules-parties-apart $counts
    series 'terms of a registry' registry-terms $counts
    series 'holders in a registry' registry-holders $counts
    series 'turns and memberships' registry-turns $counts
    series 'summits, by each other' corpus-presidencies $summits
    series 'the same summit' corpus-same-summit $summits
}
