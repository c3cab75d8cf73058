#!/bin/sh
# SPDX-License-Identifier: MIT
# The schemas mean the same to other validators: the records are valid to
# libxml2's and to Xerces (of the JDK), and broken copies are not.
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
schema=$top_srcdir/schema
records="$schema/records/*.xml"
profiles=$top_srcdir/fuzz/seeds/profile
sed 's/"D003"/"P009"/' "$profiles/whole.xml" >"$work/twice.xml"

# break_record PROGRAM: a record changed by a sed program that must change it
break_record()
{
    sed "$1" "$schema/records/chs-2024-10-08-announced.xml" >"$work/broken.xml"
    ! cmp -s "$work/broken.xml" "$schema/records/chs-2024-10-08-announced.xml"
}

# Each of them breaks one thing that the schema says.
breakages='s/role="aide"/role="adie"/
s/recorded="2024-10-08"/recorded="2024-13-08"/
s/ state="UZ"//
s/<dates /<dates zone="Z" /
s/ref="ushakov"/ref="ushakow"/
s/id="aliyev"/id="putin"/
s/<venue>/<venue>text/
s/<agenda>/<agenda><dates\/>/
s/xml:lang="ru"/xml:lang=""/
s/"urn:cisvalidate:summit:1"/"urn:cisvalidate:summit:2"/'

mkdir "$work/broken"
echo "$breakages" | {
    count=0
    while read -r program; do
        count=$((count + 1))
        break_record "$program" || echo "no change: $program" >>"$work/idle"
        mv "$work/broken.xml" "$work/broken/$count.xml"
    done
}

# each WORD COMMAND FILE…: the command says the word of every file
each()
{
    word=$1
    shift
    "$@" >"$work/log" 2>&1
    files=$(($# - 2))
    test "$(grep -c "$word" "$work/log")" -eq "$files" && return
    cat "$work/log"
    return 1
}

libxml2()
{
    xmllint --noout --nonet --schema "$@"
}

xerces()
{
    java "$top_srcdir/tests/support/Xerces.java" "$@"
}

# agrees VALID INVALID COMMAND: its words for the two verdicts, the command
agrees()
{
    each "$1" "$3" "$schema/summit.xsd" $records &&
        each "$1" "$3" "$schema/registry.xsd" "$schema/cis.xml" &&
        each "$1" "$3" "$schema/profile.xsd" "$profiles"/least.xml \
            "$profiles"/whole.xml &&
        each "$2" "$3" "$schema/profile.xsd" "$profiles"/refused.xml \
            "$work"/twice.xml &&
        each "$2" "$3" "$schema/summit.xsd" "$work"/broken/*.xml
}

check 'every breakage changes the record' test ! -e "$work/idle"
if command -v xmllint >/dev/null; then
    check "libxml2's validator agrees" agrees " validates$" " fails to validate$" libxml2
else
    skip "libxml2's validator agrees" 'no xmllint'
fi
if command -v java >/dev/null && java -version 2>&1 | grep -q .; then
    check "Xerces agrees" agrees "^valid " "^invalid " xerces
else
    skip "Xerces agrees" 'no JDK'
fi
done_testing
