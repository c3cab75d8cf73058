#!/bin/sh
# SPDX-License-Identifier: MIT
# The archive has each regular session of 2008 to 2025 and the informal ones
# since 2017, in order of time; what is recorded apart is there too; and each
# finding on a real record is explained at the head of its expectation.
. "$top_srcdir/tests/tap.sh"
records=$top_srcdir/schema/records

# "regular 2008-10-10", by the sessions of the archive
sessions()
{
    tr '\n' ' ' <"$records/archive.xml" | sed 's/<summit /\n&/g' |
        sed -n 's/^<summit [^>]*kind="\([a-z]*\)".* session="\([0-9-]*\)".*/\1 \2/p'
}

regular='2008-10-10 2009-10-09 2010-12-10 2011-09-03 2012-12-05 2013-10-25
2014-10-10 2015-10-16 2016-09-16 2017-10-11 2018-09-28 2019-10-11 2020-12-18
2021-10-15 2022-10-14 2023-10-13 2024-10-08 2025-10-10'
# That of 2024-10-07, on the eve, is an event of the session.
informal='2017-12-26 2018-12-06 2019-12-20 2021-12-28 2022-10-07 2022-12-26
2023-12-26 2024-12-25 2025-12-22'

missing()
{
    for day in $regular; do
        sessions | grep -qx "regular $day" || echo "no regular session of $day"
    done
    for day in $informal; do
        sessions | grep -qx "informal $day" || echo "no informal one of $day"
    done
}

unexplained()
{
    for expectation in "$records"/*.expect; do
        if test "$(sed '/^#/d' "$expectation" | wc -l)" -gt 1; then
            sed 1q "$expectation" | grep -q '^# ' || echo "$expectation"
        fi
    done
}

check 'the archive is whole' is_empty "$(missing)"
check 'it is in order of time' is_empty \
    "$(sessions | cut -d' ' -f2 | sort -c 2>&1)"
check 'each finding is explained' is_empty "$(unexplained)"
done_testing
